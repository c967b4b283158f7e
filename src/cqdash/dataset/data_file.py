"""Everything one YAML file of a dataset may hold."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from cqdash.dataset.glossary import Entry
from cqdash.dataset.records import Note, Publication, Record, Tab
from cqdash.dataset.relations import Check, Relation
from cqdash.dataset.scheme import Scheme
from cqdash.dataset.series import Series, Source
from cqdash.dataset.sheet import Sheet


class DataFile(Struct, frozen=True):
    """The parts of a file; each may be left out."""

    keeps_sound_parts: ClassVar[bool] = True
    publications: tuple[Publication, ...] = ()
    tab: Tab | None = None
    scheme: Scheme | None = None
    sheet: Sheet | None = None
    records: tuple[Record, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[Source, ...] = ()
    series: tuple[Series, ...] = ()
    implied: tuple[Relation, ...] = ()
    checks: tuple[Check, ...] = ()
    glossary: tuple[Entry, ...] = ()
