"""The view of a tab, kept for the next run of the same program with the same data: a tenth of building it."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import Any

from cqdash.dataset.model import Dataset
from cqdash.files import kept
from cqdash.tabs.blocks import TabView


def built(dataset: Dataset, tab: str) -> TabView:
    """The blocks of a tab, as `build` makes them. Raises KeyError for a tab the dataset does not have."""
    name = hashlib.sha256(f"{dataset.key} {tab}".encode()).hexdigest() if dataset.key else ""
    view = kept.recall(name, TabView, _read) if name else None
    if view is None or view.id != tab:
        from cqdash.tabs.build import build  # noqa: PLC0415 - what is kept need not be built

        view = build(dataset, tab)
        if name:
            kept.keep(name, view, _written)
    return view


def _written(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(type(value))


def _read(kind: type, value: Any) -> Fraction:
    if kind is Fraction and isinstance(value, str):
        numerator, _, denominator = value.partition("/")
        if below := int(denominator or 1):
            return Fraction(int(numerator), below)
    raise ValueError(value)
