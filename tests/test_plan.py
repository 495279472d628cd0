"""The plan: fingerprints, what is needed first, and two outputs that want one path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from builder.plan import HOSTED, Need, Output, Place, Plan, Stock
from builder.problems import Problem, Span, Wrong


@dataclass(frozen=True)
class View:
    """What a maker may see."""

    title: str = "About"
    rows: tuple[str, ...] = ()


def page(view: object, stock: Stock) -> bytes:
    """Stand for a maker."""
    return b""


def sheet(view: object, stock: Stock) -> bytes:
    """Stand for another maker."""
    return b""


def plan_of(*outputs: Output, engine: str = "engine", **scopes: Iterable[Output]) -> Plan:
    """Plan outputs of the published site, and those of other scopes by name."""
    table: Mapping[str, Iterable[Output]] = {HOSTED: outputs, **scopes}
    return Plan(engine, lambda scope: table[scope])


def at(path: str, scope: str = HOSTED) -> Place:
    """Return a place."""
    return Place(scope, path)


def waves(plan: Plan, stale: Callable[[str], bool] = lambda _: True) -> list[set[str]]:
    """Return the paths of each wave."""
    return [{place.path for place in wave} for wave in plan.waves(stale)]


def fingerprint(output: Output, engine: str = "engine") -> str:
    """Return the fingerprint of an output that needs nothing."""
    return plan_of(output, engine=engine).fingerprint(at(output.path))


def test_a_fingerprint_changes_with_engine_maker_and_view() -> None:
    """And with nothing else: where an output goes does not change its bytes."""
    base = fingerprint(Output("a.html", page, View()))
    assert base == fingerprint(Output("a.html", page, View()))
    assert base == fingerprint(Output("b.html", page, View()))
    assert base != fingerprint(Output("a.html", page, View()), engine="another")
    assert base != fingerprint(Output("a.html", sheet, View()))
    assert base != fingerprint(Output("a.html", page, View(rows=("x",))))


def test_a_fingerprint_changes_with_what_is_needed() -> None:
    """With its bytes to be, and with the name under which the maker knows it."""
    whole = Output("whole.zip", page, View(), (Need(HOSTED, "a.html"),))
    base = plan_of(whole, Output("a.html", page, View())).fingerprint(at("whole.zip"))
    changed = plan_of(whole, Output("a.html", page, View("B"))).fingerprint(at("whole.zip"))
    renamed = plan_of(
        Output("whole.zip", page, View(), (Need(HOSTED, "b.html"),)),
        Output("b.html", page, View()),
    ).fingerprint(at("whole.zip"))
    assert len({base, changed, renamed, fingerprint(Output("whole.zip", page, View()))}) == 4


def test_the_parts_of_a_fingerprint_name_what_changed() -> None:
    """One for each field of the view, and one for each thing needed."""
    need = Output("a.html", page, View())
    output = Output("b.html", page, View(), (Need(HOSTED, "a.html"),))
    before = plan_of(need, output).parts(at("b.html"))
    assert before.keys() == {"engine", "maker", "view.title", "view.rows", "needs a.html"}
    after = plan_of(need, Output("b.html", page, View("New"), output.needs)).parts(at("b.html"))
    assert {name for name in before if before[name] != after[name]} == {"view.title"}


def test_a_scope_is_planned_when_something_needs_it() -> None:
    """And not before: a site without zips plans none of their pages."""
    inside = Output("index.html", page, View("inside"))
    zipped = Output("pack.zip", page, View(), (Need("zip"),))
    plan = plan_of(zipped, zip=(inside,))
    assert set(plan.outputs) == {at("pack.zip"), at("index.html", "zip")}
    assert set(plan.published()) == {"pack.zip"}
    assert dict(plan.needs(at("pack.zip"))) == {"index.html": at("index.html", "zip")}
    assert set(plan_of(Output("a.html", page, View()), zip=(inside,)).outputs) == {at("a.html")}


def test_a_scope_may_need_another_scope() -> None:
    """As the zip of a series needs those of its packs."""
    plan = plan_of(
        Output("series.zip", page, View(), (Need("series"),)),
        series=(Output("pack.zip", page, View(), (Need("pack"),)),),
        pack=(Output("index.html", page, View("deep")),),
    )
    assert waves(plan) == [{"index.html"}, {"pack.zip"}, {"series.zip"}]


def test_an_output_that_needs_its_whole_scope_does_not_need_itself() -> None:
    """The zip of the whole site is in the site."""
    plan = plan_of(
        Output("a.html", page, View()),
        Output("site.zip", sheet, View(), (Need(HOSTED),)),
    )
    assert [path for path, _ in plan.needs(at("site.zip"))] == ["a.html"]
    assert waves(plan) == [{"a.html"}, {"site.zip"}]


def test_what_is_needed_is_made_first() -> None:
    """Whatever the order in which the kinds give it."""
    plan = plan_of(
        Output("c", page, View("c"), (Need(HOSTED, "b"), Need(HOSTED, "a"))),
        Output("b", page, View("b"), (Need(HOSTED, "a"),)),
        Output("a", page, View("a")),
        Output("d", page, View("d")),
    )
    assert waves(plan) == [{"a", "d"}, {"b"}, {"c"}]


def test_only_stale_outputs_are_in_waves() -> None:
    """A wave that is up to date is left out."""
    plan = plan_of(Output("a", page, View("a")), Output("b", page, View("b"), (Need(HOSTED, "a"),)))
    stale = {plan.fingerprint(at("b"))}
    assert waves(plan, stale.__contains__) == [{"b"}]
    assert waves(plan, set[str]().__contains__) == []


def test_equal_outputs_are_made_once() -> None:
    """A page that is the same in the site and in a zip, such as a style."""
    plan = plan_of(
        Output("a.css", page, View("style")),
        Output("zip", sheet, View(), (Need("zip"),)),
        zip=(Output("copy/a.css", page, View("style")),),
    )
    assert waves(plan) == [{"a.css"}, {"zip"}]


def test_two_outputs_at_one_path_are_a_problem() -> None:
    """The first stands, and both names are told where case alone tells them apart."""
    plan = plan_of(
        Output("a.html", page, View("first")),
        Output("a.html", page, View("second")),
        Output("A.html", page, View("third")),
        Output("b.html", page, View()),
    )
    assert [problem.code for problem in plan.problems] == ["two-outputs-one-path"] * 2
    assert "'A.html' and 'a.html' are one file on Windows" in plan.problems[1].message
    assert plan.outputs[at("a.html")].view == View("first")
    assert set(plan.published()) == {"a.html", "b.html"}


def test_the_same_path_in_two_scopes_is_no_collision() -> None:
    """A zip has an index of its own."""
    plan = plan_of(
        Output("index.html", page, View("site")),
        Output("zip", sheet, View(), (Need("zip"),)),
        zip=(Output("index.html", page, View("zip")),),
    )
    assert plan.problems == []
    assert plan.fingerprint(at("index.html")) != plan.fingerprint(at("index.html", "zip"))


def test_a_problem_in_a_kind_is_kept_with_the_others() -> None:
    """So that one run shows every mistake."""

    def kinds() -> Iterable[Output]:
        yield Output("a.html", page, View())
        raise Wrong(Problem(Span("themes/own/page.html", 3), "template", "no such word"))

    plan = plan_of(*(), zip=())
    assert plan.problems == []
    plan = Plan("engine", lambda _: kinds())
    assert [problem.code for problem in plan.problems] == ["template"]
    assert set(plan.published()) == {"a.html"}
