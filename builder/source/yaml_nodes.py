"""YAML text becomes small nodes that know where they stand; every scalar stays text.

The nodes are put together from the parser's events, one at a time, so that nothing deep, large or
circular is ever built: what passes a limit ends the reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from builder.model.part import Place
from builder.problems import Level, Problem, Span, Wrong, in_order
from builder.source.nodes import MANY, Listing, Mapping, Node, Parsed, Refused, Scalar, place_of
from builder.source.syntax import QUOTE_IT, Fault, explain
from builder.source.text import FORBIDDEN, Lines, Mark, control_character

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""What makes the events; the one in C where the system has it."""

DEPTH = 64
NODES = 200_000
ALIASES = 100
NODE_TEXT = 64
"""So many characters of text count as one node more."""
SIMPLER = "write it more simply, or in several files"

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(#\w[^\n]*)")


def parse(path: str, text: str, first_line: int = 1) -> Parsed:
    """Return the nodes of a text whose first line is line `first_line` of the file."""
    reading = _Reading(path, text, first_line)
    try:
        reading.look_over()
        for event in yaml.parse(text, Loader=LOADER):
            reading.take(event)
    except Wrong as wrong:
        reading.problems.append(wrong.problem)
    except yaml.MarkedYAMLError as error:
        reading.syntax(error)
    except (yaml.YAMLError, ValueError, OverflowError):  # such as \U for more than there is
        reading.problem((first_line, 1, 1), "yaml-syntax", "this cannot be read as YAML", "")
    else:
        reading.warn_of_unused()
        empty = Scalar("", first_line, 1, 1, empty=True)
        return Parsed(reading.root or empty, in_order(reading.problems))
    return Parsed(None, in_order(reading.problems))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end is not reached yet."""

    start: yaml.CollectionStartEvent
    items: list[Node] = field(default_factory=list)
    size: int = 1
    keys: dict[str, Scalar] = field(default_factory=dict)
    merge: Place | None = None

    @property
    def wants_key(self) -> bool:
        """Whether the next value is a key."""
        return isinstance(self.start, yaml.MappingStartEvent) and len(self.items) % 2 == 0


@dataclass(slots=True)
class _Anchor:
    """A value that may be repeated; no node while it is still being read."""

    where: Place
    node: Node | None = None
    size: int = 0
    used: bool = False

    def become(self, node: Node, size: int) -> None:
        """Take up the value, once it is read."""
        self.node, self.size = node, size


class _Reading:
    """The state between two events."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.text = text
        self.lines = Lines(text, first_line)
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, _Anchor] = {}
        self.documents = self.nodes = self.aliases = 0
        self.comments = " #" in text or "\t#" in text

    def look_over(self) -> None:
        """Refuse what the parser would take badly."""
        if found := FORBIDDEN.search(self.text):
            raise Wrong(control_character(self.path, self.lines, found.start()))
        if found := _DIRECTIVE.search(self.text):
            where = self.lines.place(found.start(), found.end())
            hint = "put the text in quotes; YAML directives are not used here"
            message = "a line cannot begin with '%'"
            raise self.stop(where, "yaml-syntax", message, hint)

    def take(self, event: yaml.Event) -> None:
        """Put one event where it belongs."""
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.CollectionStartEvent():
                self.begin(event)
            case yaml.CollectionEndEvent():
                self.end(event)
            case yaml.AliasEvent():
                self.alias(event)
            case yaml.DocumentStartEvent():
                self.document(event)
            case _:
                pass

    def document(self, event: yaml.DocumentStartEvent) -> None:
        """Refuse a second document in one file."""
        self.documents += 1
        if self.documents > 1:
            where = self.place_of(event, event)
            hint = "remove the line '---', or make two files"
            message = "a second YAML document begins here; one file holds one"
            raise self.stop(where, "yaml-documents", message, hint)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Add a text."""
        where = self.place_of(event, event)
        plain = not event.style
        node: Node = Scalar(event.value, *where, plain and event.value in _EMPTY)
        if plain:
            self.look_at_plain(event, where)
        elif FORBIDDEN.search(event.value):
            hint = "remove it; for a backslash write two, or take '…' for quotes"
            message = "this text makes a control character with a backslash"
            node = self.refuse(where, "control-character", message, hint)
        size = 1 + len(event.value) // NODE_TEXT
        self.grow(size, where)
        self.add(self.tagged(event, node), event.anchor, where, size)

    def look_at_plain(self, event: yaml.ScalarEvent, where: Place) -> None:
        """Note a merge, and warn of words lost to a comment."""
        if event.value == "<<" and self.open and self.open[-1].wants_key:
            self.open[-1].merge = where
        if not self.comments:
            return
        lost = _COMMENT.match(self.text, _index(event.end_mark))
        if lost is not None:
            place = self.lines.place(lost.start(1), lost.end())
            message = "what follows ' #' is a comment and no part of the text"
            hint = f"{QUOTE_IT} to keep it, or begin a comment with '# '"
            self.problem(place, "yaml-comment", message, hint, "warning")

    def begin(self, event: yaml.CollectionStartEvent) -> None:
        """Open a list or mapping."""
        where = self.place_of(event, event)
        if len(self.open) >= DEPTH:
            raise self.stop(
                where, "yaml-limit", f"lists and fields are nested more than {DEPTH} deep", SIMPLER
            )
        self.grow(1, where)
        if event.anchor:
            self.anchors[event.anchor] = _Anchor(where)
        self.open.append(_Open(event))

    def end(self, event: yaml.CollectionEndEvent) -> None:
        """Close a list or mapping and add it to what is around it."""
        done = self.open.pop()
        whole = self.place_of(done.start, event if done.start.flow_style else done.start)
        node: Node = Listing(tuple(done.items), *whole)
        if isinstance(done.start, yaml.MappingStartEvent):
            node = self.mapping(done, whole)
        self.add(self.tagged(done.start, node), done.start.anchor, whole, done.size)

    def mapping(self, done: _Open, whole: Place) -> Mapping | Refused:
        """Return a mapping with each key once."""
        if done.merge is not None:
            hint = "write the fields out"
            return self.refuse(done.merge, "yaml-merge", "'<<' is not used here", hint)
        pairs = zip(done.items[::2], done.items[1::2], strict=True)
        kept = tuple((key, value) for key, value in pairs if isinstance(key, Scalar))
        return Mapping(kept, *(place_of(done.items[0]) if done.items else whole))

    def key(self, key: Node, first: dict[str, Scalar]) -> Node:
        """Return a key that is a text and stands for the first time."""
        where = place_of(key)
        if isinstance(key, Refused):
            return key
        if not isinstance(key, Scalar) or not key.text.strip():
            hint = f"begin the line with a name and ':'; if this is meant as a text, {QUOTE_IT}"
            return self.refuse(where, "yaml-key", "the name of a field is missing here", hint)
        before = first.setdefault(key.text, key)
        if before is not key:
            hint = f"it stands in line {before.line} already; keep one of them"
            return self.refuse(where, "duplicate-key", f"'{key.text}' is given twice", hint)
        return key

    def alias(self, event: yaml.AliasEvent) -> None:
        """Add what an alias stands for."""
        where = self.place_of(event, event)
        self.aliases += 1
        if self.aliases > ALIASES:
            raise self.stop(where, "yaml-limit", f"there are more than {ALIASES} aliases", SIMPLER)
        name = event.anchor or ""
        anchor = self.anchors.get(name)
        if anchor is None or anchor.node is None:
            message = f"'*{name}' repeats what is marked '&{name}', and nothing is"
            if anchor is not None:
                message, anchor.used = f"'*{name}' stands within what it repeats", True
            hint = f"{QUOTE_IT}, or write out what it repeats"
            self.add(self.refuse(where, "yaml-alias", message, hint), None, where, 1)
            return
        anchor.used = True
        self.grow(anchor.size, where)
        self.add(anchor.node, None, where, anchor.size)

    def tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, node: Node) -> Node:
        """Refuse a value with a tag."""
        if event.tag is None:
            return node
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"tags such as '{tag[:40]}' are not used here"
        hint = f"take it away; if it belongs to the text, {QUOTE_IT}"
        return self.refuse(self.place_of(event, event), "yaml-tag", message, hint)

    def add(self, node: Node, anchor: str | None, where: Place, size: int) -> None:
        """Put a finished node into what is open around it."""
        if anchor:
            self.anchors.setdefault(anchor, _Anchor(where)).become(node, size)
        if self.open:
            around = self.open[-1]
            around.items.append(self.key(node, around.keys) if around.wants_key else node)
            around.size += size
        else:
            self.root = node

    def warn_of_unused(self) -> None:
        """Warn of anchors that nothing repeats: they are mostly meant as text."""
        for name, anchor in self.anchors.items():
            if not anchor.used:
                message = f"'&{name}' is an anchor and no part of the text"
                hint = f"{QUOTE_IT} to keep it"
                where = (*anchor.where[:2], len(name) + 1)
                self.problem(where, "yaml-alias", message, hint, "warning")

    def grow(self, size: int, where: Place) -> None:
        """Count nodes, those that aliases repeat included."""
        self.nodes += size
        if self.nodes > NODES:
            raise self.stop(where, "yaml-limit", f"there are more than {NODES:,} values", SIMPLER)

    def stop(self, where: Place, code: str, message: str, hint: str) -> Wrong:
        """Return what ends the reading."""
        return Wrong(Problem(Span(self.path, *where), code, message, hint))

    def refuse(self, where: Place, code: str, message: str, hint: str) -> Refused:
        """Note a problem and return what stands for the value."""
        self.problem(where, code, message, hint)
        return Refused(*where)

    def problem(
        self, where: Place, code: str, message: str, hint: str, level: Level = "error"
    ) -> None:
        """Note a problem."""
        if len(self.problems) < MANY:
            self.problems.append(Problem(Span(self.path, *where), code, message, hint, level))

    def syntax(self, error: yaml.MarkedYAMLError) -> None:
        """Note why the parser stopped."""
        at = error.problem_mark or error.context_mark
        since = error.context_mark or at
        why, context = error.problem or "", error.context or ""
        advice = explain(Fault(self.text, why, _index(at), context, _index(since)))
        place = self.lines.place(advice.at, advice.at + 1)
        self.problem(place, "yaml-syntax", advice.message, advice.hint)

    def place_of(self, start: yaml.Event, end: yaml.Event) -> Place:
        """Return where something stands, as wide as it is on its first line."""
        return self.lines.between(start.start_mark, end.end_mark)


def _index(mark: Mark | None) -> int:
    return mark.index if mark else 0
