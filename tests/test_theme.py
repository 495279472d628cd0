"""A site's own theme extends another: a template, a token, a stylesheet, words."""

from __future__ import annotations

import re

import pytest

from builder.contrast import contrast
from builder.problems import BuildFailed
from tests.conftest import SiteFolder

OURS = {
    "themes/ours/theme.yaml": "title: Ours\nextends: default\n",
}


def themed(site: SiteFolder, **files: str) -> SiteFolder:
    """Give the small site a theme of its own."""
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    return site.write({**OURS, **files, "site.yaml": f"{text}\ntheme: ours\n"})


def stylesheet(site: SiteFolder) -> str:
    """Return the one stylesheet that is published."""
    (path,) = (site.out / "assets").glob("site.*.css")
    return path.read_text(encoding="utf-8")


def test_a_theme_with_nothing_of_its_own_looks_like_its_parent(site: SiteFolder) -> None:
    """Every template, token and file is taken over."""
    site.build()
    before = site.tree()
    themed(site).build()
    after = site.tree()
    pages = [name for name in before if name.endswith(".html")]
    assert all(before[name] == after[name] for name in pages)


def test_one_template_is_overridden_and_names_its_parent(site: SiteFolder) -> None:
    """`default:glossary.html` is the template that it stands in for."""
    ours = '{% extends "default:glossary.html" %}'
    ours += "{% block main %}<p>Ours.</p>{{ super() }}{% endblock %}"
    themed(site, **{"themes/ours/templates/glossary.html": ours}).build()
    page = site.page("glossary.html")
    assert "<p>Ours.</p>" in page
    assert "<h1" in page


def test_a_template_that_the_parent_includes_is_overridden_too(site: SiteFolder) -> None:
    """A part is looked up in the site's theme first, whoever asks for it."""
    themed(site, **{"themes/ours/templates/parts/foot.html": "<p>Our foot.</p>\n"}).build()
    assert "Our foot." in site.page("about.html")


def test_one_token_is_overridden(site: SiteFolder) -> None:
    """The others stay."""
    site.build()
    parent = stylesheet(site)
    tokens = "title: Ours\nextends: default\ntokens:\n  ink: '#000001'\n"
    themed(site, **{"themes/ours/theme.yaml": tokens}).build()
    ours = stylesheet(site)
    assert "--ink: #000001;" in ours
    assert "--ink: #000001;" not in parent
    assert ours.count("--paper:") == parent.count("--paper:")


def test_a_childs_stylesheet_goes_into_the_last_layer(site: SiteFolder) -> None:
    """So it wins over its parent without having to shout."""
    themed(site, **{"themes/ours/css/ours.css": "h1 { color: teal; }\n"}).build()
    css = stylesheet(site)
    order = css.partition(";")[0]
    assert order.startswith("@layer")
    assert order.rstrip().endswith("site")
    assert "@layer site {\nh1 { color: teal; }" in css


def test_an_accent_is_lightened_for_dark_screens(site: SiteFolder) -> None:
    """Until it has a contrast of seven to one."""
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    site.write({"site.yaml": text + "\ntheme_options:\n  accent: '#004488'\n"}).build()
    css = stylesheet(site)
    light, dark = re.findall(r"--press: (#\w{6});", css)[:2]
    assert light == "#004488"
    assert contrast(dark, "#1b1a18") >= 7 > contrast(light, "#1b1a18")


def test_the_themes_words_come_from_its_catalogue(site: SiteFolder) -> None:
    """A page in a language with a catalogue speaks it; one without speaks English."""
    po = 'msgid "Go to the text"\nmsgstr "Pekehia"\n\n#, fuzzy\nmsgid "Feed"\nmsgstr "Kai"\n'
    themed(site, **{"themes/ours/locale/mi.po": po}).build()
    assert "Pekehia" in site.page("mi/about.html")
    assert "Pekehia" not in site.page("about.html")
    assert 'lang="mi"' in site.page("mi/about.html")


def test_a_language_that_runs_from_the_right_says_so(site: SiteFolder) -> None:
    """The direction is set from the first page."""
    site.write({"content/salam.ar.md": "---\ntitle: مرحبا\n---\nأهلا بكم\n"}).build()
    page = site.page("ar/salam.html")
    assert 'dir="rtl"' in page
    assert 'lang="ar"' in page


def test_a_mistake_in_a_template_is_told_with_its_file_and_line(site: SiteFolder) -> None:
    """And the site that is published stays."""
    site.build()
    before = site.tree()
    themed(site, **{"themes/ours/templates/glossary.html": "<p>\n{{ view.titel }}\n</p>\n"})
    with pytest.raises(BuildFailed) as failed:
        site.build()
    (problem,) = failed.value.problems
    assert problem.code == "template"
    assert problem.where.path == "themes/ours/templates/glossary.html"
    assert problem.where.line == 2
    assert site.tree() == before


def test_a_theme_of_the_same_name_comes_before_the_packaged_one(site: SiteFolder) -> None:
    """A site's `themes/default/` may extend the packaged default."""
    site.write(
        {
            "themes/default/theme.yaml": "extends: default\n",
            "themes/default/templates/parts/foot.html": "<p>Our own default.</p>\n",
        }
    ).build()
    assert "Our own default." in site.page("about.html")
