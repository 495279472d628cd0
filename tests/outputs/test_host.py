"""What a host says of itself is shown where it is given, and leaves no gap where it is not."""

from __future__ import annotations

from tests.conftest import SiteFolder

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h9v9H0z"/></svg>'


def without(site: SiteFolder, *blocks: str) -> SiteFolder:
    """Take whole blocks out of the settings."""
    rows = (site.root / "site.yaml").read_text(encoding="utf-8").split("\n")
    kept: list[str] = []
    inside = False
    for row in rows:
        if not row.startswith((" ", "-")):
            inside = row.partition(":")[0] in blocks
        if not inside:
            kept.append(row)
    return site.write({"site.yaml": "\n".join(kept)})


def test_the_about_page_says_who_runs_the_site(site: SiteFolder) -> None:
    """Contact, address and goals, on that page and no other."""
    site.build()
    for words in ("Ana, front office", "1 Short Street", "known well by one adult"):
        assert words in site.page("about.html")
        assert words not in site.page("dates.html")


def test_nothing_given_leaves_no_empty_label(site: SiteFolder) -> None:
    """No address, no word `Address`."""
    without(site, "organisation", "organisation_goals", "community", "motto").build()
    about = site.page("about.html")
    assert "Address" not in about
    assert "What we work towards" not in about
    assert "Where else we meet" not in site.page("index.html")


def test_the_home_page_names_places_where_members_meet(site: SiteFolder) -> None:
    """With who must sign in there."""
    site.build()
    home = site.page("index.html")
    assert 'href="https://chat.example.org/"' in home
    assert "a school account" in home


def test_a_logo_stands_beside_the_name(site: SiteFolder) -> None:
    """On the site; zips do without."""
    site.write({"content/logo.svg": LOGO})
    site.replace("site.yaml", "id: small\n", "id: small\ntheme_options: {logo: logo.svg}\n").build()
    page = site.page("sessions/hello/guide.html")
    assert 'width="120" height="40" alt=""' in page
    assert "../../logo." in page


def test_a_logo_that_is_not_there_is_a_problem(site: SiteFolder) -> None:
    """At the line that names it."""
    site.replace("site.yaml", "id: small\n", "id: small\ntheme_options: {logo: lgo.svg}\n")
    (problem,) = site.problems()
    assert (problem.code, problem.where.line) == ("broken-link", 2)


def test_a_tagline_is_on_every_page(site: SiteFolder) -> None:
    """Changed in one place."""
    site.replace("site.yaml", "A site for tests", "Our own words").build()
    for name in ("index.html", "sessions/hello/index.html", "sessions/hello/guide.html"):
        assert "Our own words" in site.page(name)
