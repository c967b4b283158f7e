"""The keys in the README are those that the commands are declared with; no key is one a terminal takes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ComparePart
from cqdash.dataset import Dataset
from cqdash.language import LANGUAGES, Language, Text, screen
from cqdash.tui.commands import BY_ID, IN_HELP, shown_keys
from cqdash.tui.keymap import FIXED

README = Path(__file__).parents[2] / "README.md"
HEADS = (Text("键", "key"), Text("命令", "command"), Text("作用", "does"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_tables_of_the_readme_are_the_declarations(
    language: Language, dataset: Dataset, part: ComparePart
) -> None:
    part(README, f"keys {language}", "\n" + "".join(rows(language, len(dataset.tabs))) + "\n")


def test_the_ids_in_the_readme_are_those_that_settings_may_name(part: ComparePart) -> None:
    ids = ", ".join(f"`{each}`" for each in BY_ID if each not in FIXED)
    part(README, "ids", f"\n{textwrap.fill(ids, 120, break_on_hyphens=False)}.\n\n")


def rows(language: Language, tabs: int) -> Iterator[str]:
    """A table of every command that the help tells of, group by group."""
    yield row(*(head.to(language) for head in HEADS))
    yield row(*("---" for _ in HEADS))
    for group, title in screen.GROUPS.items():
        yield row(f"**{title.to(language)}**", "", "")
        for command in IN_HELP:
            if command.group == group:
                keys = " ".join(f"`{key}`" for key in shown_keys(command, tabs, {}).split())
                yield row(keys, command.name.to(language), command.help.to(language))


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
