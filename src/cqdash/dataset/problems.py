"""A problem in a data file, with its place."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

from cqdash.language import Language, Text
from cqdash.language.characters import shown
from cqdash.language.rules import Rule

LONGEST = 400
"""No message is longer, in characters, whatever it quotes."""


class Fault(NamedTuple):
    """What is at fault, the rule it breaks, what is wrong, and which of its words say so.

    `item` is a decoded record; `said` is a value in it, else a key; without it the whole item is meant.
    """

    item: object
    rule: Rule
    message: Text
    said: str = ""


class Problem(Struct, frozen=True):
    """One thing wrong: file, 1-based line and column (0 for the whole file), the rule and what it says.

    Nothing in it can drive a terminal, whatever the file holds or is called.
    """

    file: str
    line: int
    column: int
    rule: Rule
    message: Text

    def __post_init__(self) -> None:
        force_setattr(self, "file", shown(self.file))
        force_setattr(self, "message", Text(*(clipped(shown(said)) for said in self.message)))

    def to(self, language: Language) -> str:
        """`file:line:column: rule: message`."""
        return f"{self.file}:{self.line}:{self.column}: {self.rule.id}: {self.message.to(language)}"

    @property
    def order(self) -> tuple[str, int, int, str, Text]:
        """By which problems are sorted: by file, then by place."""
        return self.file, self.line, self.column, self.rule.id, self.message


class BadDataset(ValueError):  # noqa: N818 - it names the dataset
    """A dataset that cannot be used; `problems` holds every problem found, in order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: problem.order)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))


class BadFolder(BadDataset):
    """A folder that cannot be read at all, or holds no data; `problems` has the one reason."""

    @property
    def reason(self) -> Text:
        """Why."""
        return self.problems[0].message


def clipped(said: str, most: int = LONGEST) -> str:
    """What a file holds, short enough for a message."""
    return said if len(said) <= most else said[: most - 1] + "…"
