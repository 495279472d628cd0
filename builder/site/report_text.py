"""The editor's report written down: as Markdown to read and hand on, and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builder.show import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.report import Report, Table


def markdown(report: Report) -> str:
    """Return the report as Markdown: how many of each, then a table of each that has any."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# Editor's report: {_cell(report.title)}"
    yield f"\nAs of {report.today.isoformat()}. It names files and addresses, and nobody's answers."
    yield "\n| What | How many |\n| --- | --- |"
    for table in report.tables:
        yield f"| {table.title} | {len(table.rows)} |"
    for table in report.tables:
        yield f"\n## {table.title}\n\n{table.said}\n"
        yield from _table(table) if table.rows else ("None.",)


def _table(table: Table) -> Iterator[str]:
    yield _row(tuple(column.capitalize() for column in table.columns))
    yield _row(tuple("---" for _ in table.columns))
    for row in table.rows:
        yield _row(tuple(_cell(words) for words in row))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


MARKS = "\\`*_[]<>|#"
"""What means something to Markdown, wherever in a line it stands."""


def _cell(words: str) -> str:
    """Return words that stand in a table as they are, on one line."""
    plain = " ".join(clean(words).split())
    return "".join(f"\\{c}" if c in MARKS else c for c in plain)


def data(report: Report) -> dict[str, Any]:
    """Return the report as plain data, for `--json`: the rows of each table by its name."""
    return {
        "site": report.title,
        "as_of": report.today.isoformat(),
        **{
            table.id: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in report.tables
        },
    }
