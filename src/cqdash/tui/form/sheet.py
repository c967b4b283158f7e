"""A sheet to fill in and take along: its questions on the left, the filled sheet on the right."""

from __future__ import annotations

from cqdash.dataset import Dataset
from cqdash.dataset.sheet import Sheet
from cqdash.forms import Answers, Value
from cqdash.language import Text
from cqdash.tabs.blocks import TabView
from cqdash.tabs.need_sheet import fields, part_fields, sheet_view
from cqdash.tabs.sheet_file import read_answers, write_answers
from cqdash.tui.form import draft
from cqdash.tui.form.view import FormGroup


class FilledSheet:
    """The answers given so far; nothing leaves the machine."""

    def __init__(self, dataset: Dataset, sheet: Sheet) -> None:
        self.name = sheet.id
        self.draft = draft.name_for(self.name, dataset.layers)
        self._dataset = dataset
        self._sheet = sheet
        self.answers: Answers = {}

    @property
    def can_add(self) -> Text | None:
        """A sheet has no groups to add."""
        return None

    def groups(self) -> list[FormGroup]:
        """Each part of the sheet."""
        return [
            FormGroup(part.id, part.title, part_fields(self._dataset, part), self.answers)
            for part in self._sheet.parts
        ]

    def years(self) -> list[tuple[int, Text]]:
        """None: a sheet asks for no years."""
        return []

    def result(self) -> TabView:
        """The sheet as filled in."""
        return sheet_view(self._dataset, self._sheet, self.answers)

    def written(self) -> str:
        """The answers as a file."""
        return write_answers(self.name, self.answers)

    def read(self, text: str, name: str) -> None:
        """Take the answers of a file. Raises BadDataset."""
        self.answers = read_answers(text, name, self.name, fields(self._dataset, self._sheet))

    def answered(self, group: str, field: str, value: Value) -> bool:  # noqa: ARG002 - every group's ids are its own
        """Take an answer; the questions stay the same."""
        self.answers = {**self.answers, field: value}
        return False

    def added(self) -> None:
        """Nothing: a sheet has no groups to add."""

    def removed(self, group: str) -> None:
        """Nothing: a sheet has no groups to remove."""
