"""The subsidy calculator: an application on the left, its assessment on the right."""

from __future__ import annotations

from cqdash.dataset import Dataset
from cqdash.forms import Choice, Field, Value
from cqdash.language import Text, screen
from cqdash.language import subsidy as words
from cqdash.subsidy import editing
from cqdash.subsidy.application import LONGEST, MOST_PROJECTS, SHORTEST, Application
from cqdash.subsidy.file import example, read_application, write_application
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import year_named
from cqdash.tabs.assessment import assessment_view
from cqdash.tabs.blocks import TabView
from cqdash.tui.form.view import FormGroup

HORIZON = Field("horizon", "count", words.HORIZON, low=SHORTEST, high=LONGEST)
FIRST_YEAR = Field("first_year", "count", words.FIRST_CALENDAR_YEAR, low=1900, high=2200)


class Calculator:
    """An application being filled in; it begins with an invented example."""

    def __init__(self, dataset: Dataset, book: Rulebook) -> None:
        self.name = book.scheme.id
        self._dataset = dataset
        self._book = book
        self.application: Application = example(book)

    @property
    def can_add(self) -> Text | None:
        """Another project can be added, up to as many as a file may have."""
        return screen.ADD_PROJECT if len(self.application.projects) < MOST_PROJECTS else None

    def groups(self) -> list[FormGroup]:
        """The span of years, the applicant, each project, the readings."""
        application, scheme = self.application, self._book.scheme
        span = {"horizon": application.horizon, "first_year": application.first_year}
        projects = [
            FormGroup(
                f"project-{n}", words.PROJECT.fill(n=n + 1), self._asked(project.get("item")), project, True
            )
            for n, project in enumerate(application.projects)
        ]
        chosen: dict[str, Value] = {
            each.id: self._book.assumed(application, each).id for each in scheme.assumptions
        }
        readings = tuple(
            Field(each.id, "choice", each.label, choices=tuple(Choice(o.id, o.label) for o in each.options))
            for each in scheme.assumptions
        )
        return [
            FormGroup("applicant", words.APPLICANT, scheme.applicant, application.applicant),
            *projects,
            FormGroup("span", words.SPAN, (HORIZON, FIRST_YEAR), span),
            *(
                [FormGroup("readings", words.READINGS, readings, chosen, may_be_unknown=False)]
                if readings
                else []
            ),
        ]

    def years(self) -> list[tuple[int, Text]]:
        """The years of the horizon, by the calendar where its first year is given."""
        return [(year, year_named(year, self.application)) for year in self.application.years]

    def result(self) -> TabView:
        """The assessment."""
        return assessment_view(self._dataset, self._book, self.application)

    def written(self) -> str:
        """The application as a file."""
        return write_application(self.application, self._book)

    def read(self, text: str, name: str) -> None:
        """Take an application file. Raises BadDataset."""
        self.application = read_application(text, name, self._book)

    def answered(self, group: str, field: str, value: Value) -> bool:
        """Take an answer; another item or another span of years asks other questions."""
        if group == "applicant":
            self.application = editing.with_applicant(self.application, field, value)
        elif group == "readings":
            self.application = editing.with_assumption(self.application, field, str(value))
        elif group == "span":
            return self._spanned(field, value)
        else:
            number = int(group.removeprefix("project-"))
            self.application = editing.with_project(self.application, number, field, value)
            return field == "item"
        return False

    def added(self) -> None:
        """One more project."""
        self.application = editing.with_new_project(self.application)

    def removed(self, group: str) -> None:
        """One project less."""
        self.application = editing.without_project(self.application, int(group.removeprefix("project-")))

    def _spanned(self, field: str, value: Value) -> bool:
        number = value if isinstance(value, int) else None
        if field == "first_year":
            self.application = editing.with_first_year(self.application, number)
        elif number is not None:
            self.application = editing.with_horizon(self.application, self._book.questions, number)
        return True

    def _asked(self, item: Value) -> tuple[Field, ...]:
        choices = tuple(Choice(each.id, each.label) for each in self._book.scheme.items)
        asked = self._book.asked(item if isinstance(item, str) else "")
        return tuple(
            Field(f.id, f.type, f.label, f.help, choices, f.low, f.high, f.default, f.record)
            if f.id == "item"
            else f
            for f in asked
        )
