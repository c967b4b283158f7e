"""Figures from elsewhere: one indicator over the years, each value with its source."""

from __future__ import annotations

from msgspec import Struct

from cqdash.dataset.records import Record
from cqdash.dataset.whole import Year
from cqdash.language import Text


class Source(Struct, frozen=True):
    """Where a background value was published: how to cite it, and its address where it has one."""

    id: str
    title: Text
    address: str | None = None


class Observation(Struct, frozen=True):
    """One year's value: `printed` by `source`, or else the id of an `implied` value."""

    year: Year
    printed: str | None = None
    source: str | None = None
    implied: str | None = None


class Series(Struct, frozen=True):
    """An indicator over the years, in the tab it is shown in; a year without an observation is a gap.

    `about` says what is counted and which years were not found.
    """

    id: str
    tab: str
    label: Text
    observations: tuple[Observation, ...]
    about: Text | None = None

    def record(self, observation: Observation) -> Record | None:
        """The observation as a record, `<series>@<year>`; None for one that is implied."""
        if observation.implied or observation.printed is None or observation.source is None:
            return None
        year = str(observation.year)
        label = Text("{l}（{y}年）", "{l}, {y}").fill(l=self.label, y=year)
        return Record(
            self.observation_id(observation), label, observation.source, (), observation.printed,
            period=year, status="background",
        )  # fmt: skip

    def observation_id(self, observation: Observation) -> str:
        """The id that cells, relations and checks name the observation by."""
        return observation.implied or f"{self.id}@{observation.year}"
