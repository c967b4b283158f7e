"""How many made-up inputs a run of the tests tries, and how many of them at least are used and refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried, how often, and the least that must come of it: both ends are really reached."""

    what: str
    inputs: int
    accepted: int
    refused: int


FIGURES = Trial("figures and dates as printed", 3000, 600, 1800)
FILES = Trial("data files", 3000, 400, 2000)
APPLICATIONS = Trial("application files", 1200, 240, 700)
TABLES = Trial("tables of applicants", 1500, 700, 500)
SETTINGS = Trial("settings files", 800, 150, 400)
STATES = Trial("remembered states", 400, 120, 150)
KEYS = Trial("keys in the settings", 2000, 800, 600)
PRESSES = Trial("key presses in the running app", 200, 200, 0)
TRIALS = (FIGURES, FILES, APPLICATIONS, TABLES, SETTINGS, STATES, KEYS, PRESSES)


@dataclass(slots=True)
class Tally:
    """Counts what came of each input; an exception counts as neither and fails the test at once."""

    trial: Trial
    accepted: int = 0
    refused: int = 0

    def count(self, is_accepted: bool) -> None:
        if is_accepted:
            self.accepted += 1
        else:
            self.refused += 1

    def check(self) -> None:
        """That as much was tried, used and refused as the table says."""
        assert self.accepted + self.refused >= self.trial.inputs, self
        assert self.accepted >= self.trial.accepted, self
        assert self.refused >= self.trial.refused, self


def table() -> str:
    """The figures, as tests/README.md has them."""
    lines = [
        "| made up | inputs tried | refused, at least | used, at least | tracebacks |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {trial.what} | {trial.inputs:,} | {trial.refused:,} | {trial.accepted:,} | 0 |"
        for trial in TRIALS
    ]
    return "\n".join(lines) + "\n"
