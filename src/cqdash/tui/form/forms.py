"""Which form a tab has: the calculator of its file's scheme, or the sheet its file declares."""

from __future__ import annotations

from cqdash.dataset import Dataset
from cqdash.subsidy.rulebook import rulebook
from cqdash.tui.form.calculator import Calculator
from cqdash.tui.form.pane import Form
from cqdash.tui.form.sheet import FilledSheet


def form_of(dataset: Dataset, tab: str) -> Form | None:
    """A new form for the tab, None where its file declares none."""
    if scheme := dataset.schemes.get(tab):
        return Calculator(dataset, rulebook(dataset, scheme))
    if sheet := dataset.sheets.get(tab):
        return FilledSheet(dataset, sheet)
    return None
