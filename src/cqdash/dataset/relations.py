"""What a data file declares to follow from its figures, and what should hold between them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cqdash.language import Text

RelationKind = Literal["earlier", "increase", "pull", "growth", "whole", "share", "each", "sum", "remainder"]
Holds = Literal["equal", "at-most", "within"]
Answer = Literal["consistent", "inconsistent", "undecidable"]


class Relation(Struct, frozen=True):
    """A value that follows from others, named in the order its kind takes them (`TAKES`)."""

    id: str
    label: Text
    kind: RelationKind
    of: tuple[str, ...]
    tab: str | None = None
    period: Text | str | None = None
    text: Text | None = None


TAKES: dict[RelationKind, tuple[str, ...]] = {
    "earlier": ("level", "growth"),
    "increase": ("level", "growth"),
    "pull": ("level", "growth", "whole"),
    "growth": ("level", "earlier level"),
    "whole": ("part", "share"),
    "share": ("part", "whole"),
    "each": ("amount", "count"),
    "sum": ("parts",),
    "remainder": ("whole", "parts"),
}
"""What each kind is worked out from; `parts` is one or more, and the whole of `pull` is the year before's."""


class Term(Struct, frozen=True):
    """One side of a check: exactly one of these, worked out over ids, or `given` by definition (100%)."""

    sum: tuple[str, ...] = ()
    product: tuple[str, ...] = ()
    largest: tuple[str, ...] = ()
    smallest: tuple[str, ...] = ()
    count: tuple[str, ...] = ()
    given: str | None = None


class Meaning(Struct, frozen=True):
    """What an answer means for a reader, each where it is worth saying."""

    consistent: Text | None = None
    inconsistent: Text | None = None
    undecidable: Text | None = None


class Check(Struct, frozen=True):
    """A relation that should hold between two sides.

    `equal`: both are one and the same number. `at-most`: the left is no more than the right.
    `within`: the left, where it is known more closely, lies in what the right says (超8000亿元).
    `also` are further records that the finding is shown on.
    """

    id: str
    tab: str
    title: Text
    holds: Holds
    left: str | Term
    right: str | Term
    about: Text | None = None
    meaning: Meaning = Meaning()
    also: tuple[str, ...] = ()
