"""The bundles: small enough to load anywhere, and with what has to go beside them."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from themes.default.client import beside, bundle

BUDGET = {
    "page.js": 10_000,
    "search.js": 10_000,
    "guide.js": 12_000,
    "run.js": 18_000,
    "workbook.js": 60_000,
    "workbook-more.js": 45_000,
    "rescue.js": 10_000,
}
"""Bytes of a script as servers send it."""


def test_every_script_has_a_budget() -> None:
    assert set(BUDGET) == set(bundle.SCRIPTS)


@pytest.mark.parametrize("name", BUDGET)
def test_a_script_stays_within_its_budget(name: str) -> None:
    size = len(gzip.compress((bundle.STATIC / name).read_bytes(), 9))
    assert 0 < size <= BUDGET[name]


@pytest.mark.promise("stale-bundle")
@pytest.mark.parametrize("name", [bundle.LICENCES, bundle.WORDS])
def test_what_goes_beside_the_scripts_is_compared_without_node(name: str) -> None:
    described = json.loads(bundle.MANIFEST.read_text(encoding="utf-8"))
    described["beside"][name] = "0"
    assert bundle.stale_sources(described) == [f"static/{name} is not the file that was made"]


class TestLicences:
    def test_every_package_in_a_script_comes_with_its_whole_licence(self) -> None:
        text = (bundle.STATIC / bundle.LICENCES).read_text(encoding="utf-8")
        named = re.findall(r"^(@?[a-z]\S*) \d+\.\d+\.\d+, (MIT|ISC)$", text, re.MULTILINE)
        assert {"preact", "@preact/signals", "@noble/hashes"} <= {name for name, _ in named}
        assert text.count("THE SOFTWARE IS PROVIDED") == len(named)
        assert text.count("Copyright") >= len(named)
        permitted = re.findall(r"Permission (?:is hereby granted|to use, copy)", text)
        assert len(permitted) == len(named)

    def test_a_package_is_known_by_its_folder(self) -> None:
        inputs = ["node_modules/preact/hooks/x.mjs", "node_modules/@a/b/c.js", "src/page.ts"]
        assert beside.packages(inputs) == ["@a/b", "preact"]

    def test_a_package_without_the_text_of_its_licence_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "bare").mkdir()
        (tmp_path / "bare/package.json").write_text('{"version": "1.0.0", "license": "MIT"}')
        with pytest.raises(FileNotFoundError, match="bare comes without"):
            beside.licences(["bare"], tmp_path)


class TestSentences:
    def test_they_are_sorted_and_each_stands_once(self) -> None:
        found = json.loads((bundle.STATIC / bundle.WORDS).read_text(encoding="utf-8"))
        whole = [tuple(one) if isinstance(one, list) else (one,) for one in found]
        assert whole == sorted(set(whole))
        assert len(found) > 100

    def test_each_is_a_whole_sentence_with_both_numbers(self) -> None:
        code = """a(t("It’s “here”"), t('a "b"\\n'), t(`two
lines`,{n:1}), plural("one","{n} of them",n), x.t("no"), text("no"), formaT("no"));"""
        assert list(beside.said(code, "x.ts")) == [
            ("It’s “here”",),
            ('a "b"\n',),
            ("two\nlines",),
            ("one", "{n} of them"),
        ]

    @pytest.mark.parametrize(
        "code",
        ["t(words)", 't("a"+b)', "t(`a ${b}`)", 't(a?"b":"c")', 'plural("one",many,2)', "t()"],
    )
    def test_what_is_put_together_in_the_browser_is_an_error(self, code: str) -> None:
        with pytest.raises(beside.NotALiteralError, match=r"x\.ts: write the whole sentence"):
            list(beside.said(code, "x.ts"))

    def test_comments_and_markup_say_nothing(self, tmp_path: Path) -> None:
        source = """// t(no)\n/** t('…') */\nimport { t } from './w';
export const a = <p>don't {t('Not {n}' + ' at all', { n: 1 })}</p>;\n"""
        (tmp_path / "a.tsx").write_text(source, encoding="utf-8")
        assert beside.sentences(["a.tsx"], bundle.ESBUILD, tmp_path) == ["Not {n} at all"]

    def test_neither_list_of_sentences_nor_hashes_is_published(self) -> None:
        from builder.theme.folder import UNPUBLISHED

        assert {"MANIFEST.json", bundle.WORDS} <= set(UNPUBLISHED)
