"""The table of tests/README.md: how much hostile input these tests put in, from their own lists."""

from __future__ import annotations

from pathlib import Path

from conftest import ComparePart
from cqdash.export import FORMATS
from cqdash.language import LANGUAGES
from hostile import (
    test_hostile_data,
    test_hostile_names,
    test_hostile_surroundings,
    test_hostile_view,
    test_security,
)
from hostile.strings import DANGEROUS, count, strings, words

README = Path(__file__).parents[1] / "README.md"
Row = tuple[str, int, str]


def put_in() -> list[Row]:
    """Strings that want to do harm: what, how many, and by which tests."""
    around, names = test_hostile_surroundings, test_hostile_names
    values = len(around.STRINGS) + len(around.NUMBERS)
    drawn = test_hostile_view.IN_FRONT + test_hostile_view.OVER_IT + test_hostile_view.IN_FORMS
    told = test_hostile_data.SPOILT * len(test_hostile_data.CASES) * len(LANGUAGES) * 2
    arguments = len(around.READ + around.TAKEN + around.WRITTEN)
    named = f"ids that lead elsewhere: {len(names.LEADING)} kinds, in the place of each id of the data"
    return [
        (
            f"{len(DANGEROUS)} kinds of sequences in each string of the data: refused, each at its line",
            len(DANGEROUS) * count(strings),
            "hostile_data",
        ),
        ("files told of by `cqdash check` on a terminal", told, "hostile_data"),
        (
            "what looks like markup, in each word and each export: it stands there as it is",
            count(words) * len(FORMATS),
            "hostile_data",
        ),
        (
            f"all sequences in each word, let through by the loader, in {len(test_hostile_view.CALLS)} calls",
            count(words) * len(test_hostile_view.CALLS),
            "hostile_view",
        ),
        (
            f"the same in the dashboard, over {len(drawn)} steps, its files and the clipboard",
            count(words),
            "hostile_view",
        ),
        (named, len(names.LEADING) * count(names.ids), "hostile_names"),
        (
            "formulas at the beginning of each word, in a table for spreadsheets",
            len(names.STARTS) * count(words),
            "hostile_names",
        ),
        (
            f"values of {len(around.VARIABLES)} variables, set at once, in {len(around.COMMANDS)} calls",
            values * len(around.VARIABLES) * len(around.COMMANDS),
            "hostile_surroundings",
        ),
        ("arguments of every command and option", len(around.STRINGS) * arguments, "hostile_surroundings"),
        (
            "bytes pasted and typed into the fields of the dashboard",
            around.SENT * len(around.PASTED),
            "hostile_surroundings",
        ),
    ]


def under_guard() -> list[Row]:
    """What was done in an interpreter that refuses."""
    return [
        ("calls of the command line", len(test_security.CALLS), "security"),
        ("steps in the dashboard", len(test_security.STEPS), "security"),
        (
            "attempts of other code, each refused: the guard works",
            len(test_security.TRIED),
            "security",
        ),
    ]


def test_the_readme_of_the_tests_tells_how_much_hostile_input_there_is(part: ComparePart) -> None:
    tables = [table("put in", put_in(), "bytes leaked"), table("done under guard", under_guard(), HARM)]
    part(README, "hostile", "\n" + "\n".join(tables) + "\n")


HARM = "connections, programs, code from data"


def table(head: str, rows: list[Row], harm: str) -> str:
    lines = [f"| {head} | how many | {harm} | tests |", "|---|---:|---:|---|"]
    lines += [f"| {what} | {number:,} | 0 | `hostile/test_{name}.py` |" for what, number, name in rows]
    return "\n".join(lines) + "\n"
