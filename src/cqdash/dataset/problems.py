"""A problem in a data file, with its place."""

from __future__ import annotations

from dataclasses import dataclass

from cqdash.language import Language, Text


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: file, 1-based line and column (0 for the whole file), the rule and what it says."""

    file: str
    line: int
    column: int
    rule: str
    message: Text

    def to(self, language: Language) -> str:
        """`file:line:column: rule: message`."""
        return f"{self.file}:{self.line}:{self.column}: {self.rule}: {self.message.to(language)}"


class BadDataset(ValueError):  # noqa: N818 - it names the dataset
    """A dataset that cannot be used; `problems` holds every problem found, in order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(problem.to("en") for problem in self.problems))
