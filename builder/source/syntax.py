"""Why a text is no YAML, in the author's words: the mistakes people really make."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTE_IT = "put the text in quotes"
_VALUE = re.compile(r"^(\s*(?:- +)*[^\s:][^:]*: +)(.+)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where and why the parser stopped."""

    text: str
    problem: str
    at: int
    """The character it stopped at."""
    context: str
    since: int
    """Where began what it was reading."""

    @property
    def sign(self) -> str:
        """The character it stopped at; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def line(self) -> str:
        """The line it stopped in."""
        return self.line_at(self.at)

    @property
    def line_before(self) -> str:
        """What stands in this line before it."""
        return self.text[self.start(self.at) : self.at]

    def start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def line_at(self, index: int) -> str:
        """Return the line of a character."""
        end = self.text.find("\n", index)
        return self.text[self.start(index) : end if end >= 0 else len(self.text)]

    def says(self, *words: str) -> bool:
        """Whether the parser's reason holds one of these words."""
        return any(word in self.problem or word in self.context for word in words)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell the author."""

    at: int
    """The character to look at."""
    message: str
    hint: str


def explain(fault: Fault) -> Advice:
    """Return the place, the message and the hint for a fault."""
    found = (rule(fault) for rule in _RULES)
    advice = next((advice for advice in found if advice), None)
    return advice or Advice(fault.at, "this cannot be read as YAML", "")


def _tab(fault: Fault) -> Advice | None:
    indent = re.match(r"[ -]*\t", fault.line)
    if indent is None and fault.sign != "\t":
        return None
    at = fault.start(fault.at) + indent.end() - 1 if indent else fault.at
    return Advice(at, "a tab stands here, where YAML wants spaces", "indent with spaces")


def _open_quote(fault: Fault) -> Advice | None:
    if not fault.says("quoted scalar") or not fault.says("end of stream", "document"):
        return None
    quote = fault.text[fault.since]
    return Advice(fault.since, "this quote is not closed", f"end the text with {quote} too")


def _escape(fault: Fault) -> Advice | None:
    if not fault.says("quoted scalar", "double-quoted"):
        return None
    hint = "write two backslashes for one, or take '…' for quotes"
    return Advice(fault.at, "YAML does not know this backslash sign", hint)


def _first_sign(fault: Fault) -> Advice | None:
    """Explain a text that begins with a sign of YAML's own."""
    at = fault.since if fault.says("an anchor", "an alias", "a tag", "block scalar") else fault.at
    sign = fault.text[at : at + 1]
    if sign not in set("@`%*&!|>?]},-"):
        return None
    if not fault.says(
        "token", "an anchor", "an alias", "a tag", "block scalar", "node", "not allowed"
    ):
        return None
    hint = QUOTE_IT
    if sign in "|>":
        hint = f"{QUOTE_IT}, or write it on the lines below '{sign}', indented"
    if sign in "-?":
        hint = f"{QUOTE_IT}, or begin a list on the next line"
    return Advice(at, f"a text cannot begin with '{sign}'", hint)


def _colon(fault: Fault) -> Advice | None:
    if not fault.says("mapping values are not allowed"):
        return None
    found = _VALUE.match(fault.line)
    if found and fault.start(fault.at) + found.start(2) <= fault.at:
        quote = "'" if '"' in found[2] else '"'
        hint = f"write {found[1].strip()} {quote}{found[2].strip()}{quote}"
        return Advice(fault.at, "a text that holds ': ' must be in quotes", hint)
    above = fault.line_at(max(0, fault.start(fault.at) - 1)).strip()
    if ":" not in above:
        hint = f"write ':' after a name; a longer text for '{above[:30]}' goes in quotes"
        return Advice(fault.at, "the line above has no ':'", hint)
    hint = "begin it where the line above begins; or if it belongs there, put that text in quotes"
    return Advice(fault.at, "this line is indented as if it belonged to the text above", hint)


def _no_colon(fault: Fault) -> Advice | None:
    if not fault.says("could not find expected ':'"):
        return None
    hint = "write 'name: value'; the further lines of a text are indented"
    return Advice(fault.since, "a ':' is missing after this name", hint)


def _bracket(fault: Fault) -> Advice | None:
    if not fault.says("flow sequence", "flow mapping"):
        return None
    sign = fault.text[fault.since : fault.since + 1]
    other = "]" if sign == "[" else "}"
    hint = (
        f"put ',' between and '{other}' at the end; a text that begins with '{sign}' needs quotes"
    )
    return Advice(fault.since, f"the '{sign}' here has no '{other}' that fits", hint)


def _after_end(fault: Fault) -> Advice | None:
    """Explain a text that begins with a quote or bracket and goes on behind the closing one."""
    before = fault.text[: fault.at].rstrip()[-1:]
    if not fault.says("block") or not before or before not in "'\"]}" or not fault.line_before:
        return None
    if before in "]}":
        return Advice(fault.at, f"the value ends at '{before}' before this", QUOTE_IT)
    twice = "write '' for one apostrophe" if before == "'" else 'write \\" for one quote'
    return Advice(fault.at, "the quotes end before this", f"within the quotes {twice}")


def _no_name(fault: Fault) -> Advice | None:
    if fault.sign != ":" or fault.line_before.strip(" -"):
        return None
    return Advice(fault.at, "the name of a field is missing here", "write 'name: value'")


def _indentation(fault: Fault) -> Advice | None:
    if not fault.says("block mapping", "block collection"):
        return None
    column = fault.since - fault.start(fault.since)
    here = fault.at - fault.start(fault.at)
    if here == column:
        hint = "indent what belongs to the line above, or take '- ' away or add it"
        return Advice(fault.at, "list items and fields stand side by side here", hint)
    hint = f"begin it in column {column + 1}, or further in than the line above"
    return Advice(fault.at, "this line does not line up with those it belongs to", hint)


_RULES = (
    _tab,
    _open_quote,
    _escape,
    _first_sign,
    _colon,
    _no_colon,
    _bracket,
    _after_end,
    _no_name,
    _indentation,
)
