"""The index as a site has it: small, whole and steady, and of what is published alone."""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.build import Shelf, look
from builder.model.search import Entry, Passage
from builder.outputs.search import PartView
from builder.plan import HOSTED, Made, Place
from builder.search import index
from builder.search.numbers import LETTERS
from builder.search.part import EXCERPT, excerpt, take, words
from builder.site import search_files
from builder.store import Store
from builder.work import Here
from tests.conftest import ROOT, SiteFolder
from tests.search.cases import handed, nothing_kept, parts_of, scripts

INDEX = "assets/search.js"
PACK = "sessions/hello/"


def told(site: SiteFolder) -> list[Any]:
    """Return what the index of a built site hands over."""
    return [handed(line + "\n") for line in site.page(INDEX).splitlines()]


def titles(site: SiteFolder) -> dict[str, str]:
    """Return the titles that can be found, with their links."""
    pages = [page for value in told(site) for page in value.get("pages", ())]
    return {title: url for title, url, *_ in pages}


def text_of(site: SiteFolder) -> str:
    """Return all that results show."""
    return json.dumps([value for value in told(site) if "pages" in value], ensure_ascii=False)


QUICK = "---\ntitle: Secretplan\n{head}\n---\nQuetzalcoatl.\n"
SIGNS = "</script><!--<script>alert(1)</script>\u2028&"
HELD = ("draft: true", "published: 2030-01-01", "expires: 2020-01-01")
BEGIN = f"{PACK}segments/begin.md"
SAID = """
Zebrafinch for all.

::: say
Quagmire.
:::

::: watch
Xerophyte.
:::
"""


RETIRED = """
- id: quillpost
  name: Quillpost
  purpose: [write letters]
  why: It was good.
  when: [own time]
  login: none
  retired: true
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a built site, with much in it that is not for everyone: nobody writes into it."""
    root = tmp_path_factory.mktemp("search") / "site"
    shutil.copytree(ROOT / "tests/projects/small", root)
    site = SiteFolder(root)
    site.write({f"content/held{n}.md": QUICK.format(head=head) for n, head in enumerate(HELD)})
    site.write({"content/local/hello.md": "We meet in Zzyzx.\n"})
    site.write({"content/odd.md": f"---\ntitle: {json.dumps(SIGNS)}\n---\n{SIGNS}\n"})
    for name, more in (("content/tools.yaml", RETIRED), (BEGIN, SAID)):
        site.write({name: (root / name).read_text() + more})
    site.build()
    return site


class TestWhatCanBeFound:
    def test_every_kind_of_thing_is_in_it_with_a_link_that_leads_there(
        self, built: SiteFolder
    ) -> None:
        (head,) = (value["head"] for value in told(built) if "head" in value)
        found = {index.KINDS[LETTERS.index(letter)] for letter in head["kinds"]}
        assert found >= set(index.KINDS) - {"deck"}
        for url in titles(built).values():
            path, _, fragment = url.partition("#")
            assert (built.out / path).is_file(), url
            assert not fragment or f'id="{fragment}"' in built.page(path), url

    def test_every_passage_leads_to_a_place_that_is_there(self, built: SiteFolder) -> None:
        pages = [page for value in told(built) for page in value.get("pages", ())]
        links = [(url, link) for _, url, _, rows in pages for _, link, _ in rows]
        assert any(link.startswith("#") for _, link in links)
        assert any("handout.html#part-" in link for _, link in links)
        for url, link in links:
            whole = url.partition("#")[0] + link if link.startswith("#") else link or url
            path, _, fragment = whole.partition("#")
            assert not fragment or f'id="{fragment}"' in built.page(path), whole

    def test_what_is_held_back_is_not_in_it(self, built: SiteFolder) -> None:
        """Drafts, what is dated ahead, and what has expired."""
        found = built.page(INDEX).casefold()
        assert "secretplan" not in found
        assert "quetzal" not in found

    def test_what_only_a_facilitator_reads_is_not_in_it(self, built: SiteFolder) -> None:
        found = built.page(INDEX).casefold()
        assert "zebrafinch" in found
        assert "quagmir" not in found
        assert "xerophyt" not in found

    def test_a_hosts_own_note_and_a_retired_tool_are_not_in_it(self, built: SiteFolder) -> None:
        assert "Zzyzx" in built.page(f"{PACK}index.html")
        assert "zzyzx" not in built.page(INDEX).casefold()
        assert "Quillpost" in built.page("tools.html")
        assert "Quillpost" not in titles(built)

    def test_nothing_in_a_title_ends_the_script(self, built: SiteFolder) -> None:
        script = built.page(INDEX)
        assert "<" not in script
        assert "\u2028" not in script
        assert SIGNS in titles(built)

    def test_zips_have_no_search(self, built: SiteFolder) -> None:
        with zipfile.ZipFile(built.out / "sessions/hello.zip") as archive:
            names = archive.namelist()
        assert "index.html" in names
        assert not [name for name in names if "search.html" in name or name == INDEX]

    def test_a_page_says_what_to_do_without_a_script(self, built: SiteFolder) -> None:
        page = built.page("search.html")
        assert "data-search hidden" in page
        assert page.index("<noscript>") < page.index("complete list works without")
        assert '<a href="complete.html">Everything, in one list</a>' in page

    def test_pages_and_library_lead_to_it(self, built: SiteFolder) -> None:
        link = '<a href="../../search.html">Search</a>'
        assert link in built.page(f"{PACK}index.html").partition("<footer")[2]
        assert (
            '<a href="../search.html">' in built.page("sessions/index.html").partition("<foot")[0]
        )

    def test_a_person_who_leaves_leaves_it_too(self, site: SiteFolder) -> None:
        page = "---\ntitle: Hinemoa Quist\noffers: [quoits]\n---\nWords.\n"
        site.write({"content/people/hinemoa.md": page}).build()
        assert "Hinemoa Quist" in titles(site)
        assert "quoits" in text_of(site)
        site.write({"content/people/hinemoa.md": None}).build()
        assert "hinemoa" not in site.page(INDEX).casefold()
        assert "quoit" not in site.page(INDEX)


class TestPieces:
    def entries(self, words: str = "") -> list[Entry]:
        texts = [f"common word{n} term{n % 7} {words if n == 3 else ''}" for n in range(200)]
        return [
            Entry(f"page:{n}", "page", f"Title {n}", f"{n}.html", "en", 0, (Passage("", "", text),))
            for n, text in enumerate(texts)
        ]

    def test_an_edit_of_words_leaves_the_other_pieces_as_they_are(self) -> None:
        before = scripts(parts_of(self.entries(), 4), 8)
        after = scripts(parts_of(self.entries("zebrafinch"), 4), 8)
        pairs = enumerate(zip(before, after, strict=True))
        changed = [n for n, (one, other) in pairs if one != other]
        # of a head, eight shards and four chunks: the shard of the word, the chunk of the page
        assert changed == [1 + index.shard_of("zebrafinch", 8), 1 + 8 + 3]

    def test_every_term_is_in_the_shard_of_its_letters(self) -> None:
        merged, passages = index.merge(parts_of(self.entries(), 3))
        assert passages == 200
        shards = [handed(script) for script in index.shards(merged, passages, 8)]
        assert sum(len(shard["words"].split()) for shard in shards) == len(merged)
        assert all(
            len(shard["words"].split()) == len(shard["posts"].split(" ")) for shard in shards
        )
        assert index.shard_of("coach", 8) == index.shard_of("co", 8)
        assert index.shard_of("学习", 64) == index.shard_of("学", 64)

    def test_what_stands_almost_everywhere_is_kept_for_titles_alone(self) -> None:
        merged, passages = index.merge(parts_of(self.entries()))
        (script,) = index.shards(merged, passages, 1)
        posts = handed(script)["posts"].split(" ")
        everywhere = [post for post in posts if post.startswith(index.COMMON)]
        assert len(everywhere) == 2  # `common`, and `title` with the titles that have it
        assert min(map(len, everywhere)) == 1
        assert max(map(len, everywhere)) > 200

    def test_a_result_shows_the_beginning_of_a_passage_in_whole_words(self) -> None:
        text = "word " * 100
        assert len(excerpt(text)) <= EXCERPT + 1
        assert excerpt(text).endswith("word…")
        assert excerpt("short") == "short"
        assert excerpt("字" * 500) == "字" * EXCERPT + "…"

    def test_a_word_of_a_title_is_written_once(self) -> None:
        entry = Entry("a", "page", "Goal", "a.html", "en", 0, (Passage("Goal", "", "A goal"),))
        part = take([entry], nothing_kept)
        found = {word: [*map(list, lists)] for word, lists in words(part).items()}
        assert found == {"a": [[0], [], []], "goal": [[], [], [0]]}


class TestLargeSites:
    @pytest.fixture
    def large(self, site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
        """Give a small site that counts as a large one."""
        monkeypatch.setattr(search_files, "WHOLE", 10)
        monkeypatch.setattr(search_files, "WORDS", 50)
        monkeypatch.setattr(search_files, "ENTRIES", 4)
        site.build()
        return site

    def test_the_pieces_lie_side_by_side_and_the_page_holds_them_ready(
        self, large: SiteFolder
    ) -> None:
        files = sorted(path.name for path in (large.out / "assets/search").iterdir())
        assert len(files) > 6
        page = large.page("search.html")
        inside = page[page.index("<template data-pieces>") :]
        assert [name for name in files if f'src="assets/search/{name}"' not in inside] == []
        (only,) = told(large)
        assert list(only) == ["head"]

    def test_an_edit_makes_what_its_words_are_in_and_leaves_other_bytes(
        self, large: SiteFolder
    ) -> None:
        name = "content/dates.md"
        large.write({name: (large.root / name).read_text() + "\nZebrafinch.\n"})
        written = {path for path in large.build().written if path.startswith("assets/")}
        assert 1 <= len(written) <= 3
        assert INDEX not in written


class TestBuilding:
    def test_an_edit_takes_in_one_part_and_makes_the_index(
        self, site: SiteFolder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_files, "ENTRIES", 4)
        site.build()
        name = "content/dates.md"
        site.write({name: (site.root / name).read_text() + "\nOne more sentence.\n"})
        made = site.build().made
        assert len([place for place in made if place.scope == "search"]) == 1
        assert Place(HOSTED, INDEX) in made
        assert Place(HOSTED, "search.html") not in made

    def test_entries_hold_digests_and_no_words_of_bodies(self, site: SiteFolder) -> None:
        site.write({"content/page.md": "---\ntitle: T\nsummary: S.\n---\nQuetzalcoatl.\n"})
        with opened(site) as (plan, _):
            views = [output.view for place, output in plan.items() if place.scope == "search"]
        assert views
        assert all(isinstance(view, PartView) for view in views)
        assert "Quetzalcoatl" not in repr(views)


@contextlib.contextmanager
def opened(site: SiteFolder) -> Iterator[tuple[dict[Place, Any], Store]]:
    """Give the outputs of a site that is only looked at."""
    with contextlib.closing(Store(site.root / ".peerpress")) as store:
        checked = look(site.project(), store, Here())
        assert checked.plan, checked.problems
        yield checked.plan.outputs, store


def squeezed(text: str) -> int:
    """Return how many bytes a server sends."""
    return len(gzip.compress(text.encode(), 9))


def test_the_index_of_our_own_site_stays_small(tmp_path: Path) -> None:
    """Terms within a quarter of the text, and with the beginnings of passages within 60 %."""
    for name in ("site.yaml", "content", "sessions"):
        source = ROOT / name
        copy: Callable[..., Any] = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    with opened(SiteFolder(tmp_path)) as (outputs, store):
        needs, texts = {}, []
        for place, output in outputs.items():
            if place.scope == "search":
                data = output.make(output.view, Shelf(store.blobs, {}))
                needs[place.path] = Made(store.blobs.write(data), len(data))
                texts += whole_texts(output.view, store)
        output = outputs[Place(HOSTED, INDEX)]
        script = output.make(output.view, Shelf(store.blobs, needs)).decode()
    values = [handed(line + "\n") for line in script.splitlines()]
    (shard,) = (value for value in values if "words" in value)
    pages = [page for value in values for page in value.get("pages", ())]
    shown = "\n".join(row[2] for *_, rows in pages for row in rows)
    assert len(texts) > 1000
    whole, terms = squeezed("\n".join(texts)), squeezed(shard["words"] + "\n" + shard["posts"])
    assert terms <= 0.25 * whole
    assert terms + squeezed(shown) <= 0.6 * whole
    assert squeezed(script) <= 0.66 * whole  # with every heading and link


def whole_texts(view: PartView, store: Store) -> list[str]:
    """Return every title, heading and text that was taken in."""
    from builder.search.part import _stretches

    found: list[str] = []
    for entry in view.entries:
        found.append(entry.title)
        for heading, _, text in _stretches(entry, store.blobs.read):
            found += [heading, text]
    return found


def test_entries_are_told_apart_by_their_ids(site: SiteFolder) -> None:
    """Translations too: an id decides for good in which part an entry is."""
    with opened(site) as (outputs, _):
        views = [output.view for place, output in outputs.items() if place.scope == "search"]
    ids = [entry.id for view in views for entry in view.entries]
    assert any("@mi" in id_ for id_ in ids)
    assert len(ids) == len(set(ids)) > 10
