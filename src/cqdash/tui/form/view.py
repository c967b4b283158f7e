"""A form on the screen: groups of fields, each label beside its control, a fault below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static

from cqdash.forms import BEFORE, NEVER, Answers, Field, Value, fault
from cqdash.language import Language, Text, screen
from cqdash.language import subsidy as words
from cqdash.language.characters import is_unsafe
from cqdash.tui.form.controls import Changed, Checklist, Chooser, Cycler, YearStrip
from cqdash.tui.line import Line

FEW = 4
"""So many choices are gone through one by one; more are listed."""


class FormGroup(Struct, frozen=True):
    """Fields under a title, and the answers given so far."""

    id: str
    title: Text
    fields: tuple[Field, ...]
    answers: Answers
    removable: bool = False
    may_be_unknown: bool = True


class _Place(Struct, frozen=True):
    group: str
    field: Field
    year: int | None = None


class FormView(VerticalScroll, can_focus=False):
    """All groups of a form. Up and down go from field to field; what is wrong stands below its field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    class Answered(Message):
        """A valid answer was given."""

        def __init__(self, group: str, field: str, value: Value) -> None:
            self.group, self.field, self.value = group, field, value
            super().__init__()

    class Removed(Message):
        """The reader wants a group gone."""

        def __init__(self, group: str) -> None:
            self.group = group
            super().__init__()

    class Added(Message):
        """The reader wants one more group."""

    class Faulty(Message):
        """What is typed somewhere is no answer; nothing is to be computed until it is."""

    def __init__(
        self,
        groups: Sequence[FormGroup],
        years: Sequence[tuple[int, Text]],
        language: Language,
        add: Text | None = None,
    ) -> None:
        super().__init__()
        self._add = add
        self._groups, self._years, self._language = groups, years, language
        self._places: dict[Widget, _Place] = {}
        self._typed: dict[tuple[str, str, int | None], str] = {}
        self._faults: dict[tuple[str, str], Text] = {}

    @property
    def has_faults(self) -> bool:
        """Whether something typed is no answer yet."""
        return bool(self._faults)

    def update(self, groups: Sequence[FormGroup]) -> None:
        """Take note of the answers given; the controls show them already."""
        self._groups = groups

    def help_here(self) -> Text | None:
        """What the field with the focus asks, in a sentence; None where there is no more to say."""
        return next((place.field.help for control, place in self._places.items() if control.has_focus), None)

    async def show(
        self, groups: Sequence[FormGroup], years: Sequence[tuple[int, Text]], language: Language
    ) -> None:
        """Show other groups, or the same in another language; focus, scroll and what is typed stay."""
        here = next((n for n, control in enumerate(self._places) if control.has_focus), None)
        scroll = self.scroll_y
        known = {(g.id, f.id) for g in groups for f in g.fields}
        self._typed = {key: text for key, text in self._typed.items() if key[:2] in known}
        self._faults = {key: text for key, text in self._faults.items() if key in known}
        self._groups, self._years, self._language = groups, years, language
        self._places = {}
        await self.recompose()
        controls = list(self._places)
        if here is not None and controls:
            controls[min(here, len(controls) - 1)].focus(scroll_visible=False)
        self.scroll_to(y=scroll, animate=False)

    def compose(self) -> ComposeResult:
        """A title a group, a row a field."""
        for group in self._groups:
            with Vertical(classes="group"):
                with Horizontal(classes="group-head"):
                    yield Static(Content(group.title.to(self._language)), classes="title")
                    if group.removable:
                        yield Button(
                            Content(screen.REMOVE.to(self._language)),
                            name=group.id,
                            classes="remove",
                            compact=True,
                        )
                for field in group.fields:
                    yield from self._row(group, field)
        if self._add:
            yield Button(Content(self._add.to(self._language)), classes="add", compact=True)

    def on_changed(self, event: Changed) -> None:
        """A control gave an answer."""
        event.stop()
        place = self._places[event.source]
        self._answer(place, event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke is an answer, or a fault beside its field."""
        event.stop()
        if event.input not in self._places:
            return
        place = self._places[event.input]
        key = (place.group, place.field.id, place.year)
        if event.value == self._typed.get(key, _text_of(self._value(place))):
            return
        self._typed[key] = event.value
        self._answer(place, self._typed_value(place))

    def on_select_changed(self, event: Select.Changed) -> None:
        """A choice from a list; none is "don't know"."""
        event.stop()
        place = self._places.get(event.select)
        value = event.value if isinstance(event.value, str) else None
        if place and value != self._value(place):
            self._answer(place, value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A group is to go, or to come."""
        event.stop()
        is_add = event.button.has_class("add")
        self.post_message(self.Added() if is_add else self.Removed(event.button.name or ""))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep the field in sight."""
        event.widget.scroll_visible(animate=False)

    def _answer(self, place: _Place, value: Value) -> None:
        wrong = fault(place.field, value, len(self._years))
        key = (place.group, place.field.id)
        self._faults.pop(key, None)
        if wrong:
            self._faults[key] = wrong
        for note in self.query(".problem").results(Static):
            if note.name == f"{place.group}/{place.field.id}":
                note.update(Content(wrong.to(self._language) if wrong else ""))
                note.display = wrong is not None
        if self._faults:
            self.post_message(self.Faulty())
        if not wrong:
            self.post_message(self.Answered(place.group, place.field.id, value))

    def _group(self, identifier: str) -> FormGroup:
        return next(group for group in self._groups if group.id == identifier)

    def _value(self, place: _Place) -> Value:
        value = self._group(place.group).answers.get(place.field.id, place.field.default)
        if place.year is not None:
            return value.get(place.year) if isinstance(value, dict) else None
        return value

    def _typed_value(self, place: _Place) -> Value:
        """What is typed as an answer; a text that is no number stays a text, which `fault` will refuse."""
        if place.year is None:
            return _number_or_text(place.field, self._typed[place.group, place.field.id, None])
        answers = {}
        stored = self._group(place.group).answers.get(place.field.id)
        for year, _ in self._years:
            text = self._typed.get((place.group, place.field.id, year))
            if text is None:
                text = _text_of(stored.get(year) if isinstance(stored, dict) else None)
            if text.strip():
                answers[year] = _number_or_text(place.field, text)
        return answers or None  # type: ignore[return-value]

    def _row(self, group: FormGroup, field: Field) -> Iterator[Widget]:
        controls = list(self._controls(group, field))
        wide = len(controls) > 1 or field.type in ("choices", "passed-by-year")
        label = Line(field.label, self._language, "label")
        holder = Horizontal(*controls, classes="controls")
        yield (Vertical if wide else Horizontal)(label, holder, classes="row wide" if wide else "row")
        wrong = self._faults.get((group.id, field.id))
        note = Static(
            Content(wrong.to(self._language) if wrong else ""),
            classes="problem",
            name=f"{group.id}/{field.id}",
        )
        note.display = wrong is not None
        yield note

    def _controls(self, group: FormGroup, field: Field) -> Iterator[Widget]:
        years = [(year, name.to(self._language)) for year, name in self._years]
        value = group.answers.get(field.id, field.default)
        if field.type in ("count-by-year", "yuan-by-year"):
            for year, name in years:
                place = _Place(group.id, field, year)
                yield self._placed(place, self._input(place, placeholder=name))
            return
        yield self._placed(_Place(group.id, field), self._control(group, field, value, years))

    def _control(self, group: FormGroup, field: Field, value: Value, years: list[tuple[int, str]]) -> Widget:
        to = self._language
        unknown = words.UNKNOWN.to(to)
        match field.type:
            case "yes-no":
                return Cycler([(None, unknown), (True, words.YES.to(to)), (False, words.NO.to(to))], value)
            case "year":
                options: list[tuple[Value, str]] = [(None, unknown), *years]
                return Cycler(
                    [*options, (BEFORE, words.BEFORE_FIRST.to(to)), (NEVER, words.NOT_WITHIN.to(to))], value
                )
            case "passed-by-year":
                return YearStrip(years, value if isinstance(value, dict) else {})
            case "choice" if len(field.choices) <= FEW:
                none: list[tuple[Value, str]] = [(None, unknown)] if group.may_be_unknown else []
                return Cycler([*none, *((c.id, c.label.to(to)) for c in field.choices)], value)
            case "choice":
                listed = [(Content(choice.label.to(to)), choice.id) for choice in field.choices]
                chosen = value if isinstance(value, str) else Select.NULL
                return Chooser(listed, prompt=unknown, value=chosen, compact=True)
            case "choices":
                chosen_ids = value if isinstance(value, tuple) else ()
                return Checklist([(c.id, c.label.to(to)) for c in field.choices], chosen_ids)
        return self._input(_Place(group.id, field))

    def _input(self, place: _Place, placeholder: str = "") -> Input:
        text = self._typed.get((place.group, place.field.id, place.year), _text_of(self._value(place)))
        hint = placeholder or ("" if place.field.type == "text" else words.UNKNOWN.to(self._language))
        return Input(text, placeholder=hint, compact=True, select_on_focus=False)

    def _placed(self, place: _Place, control: Widget) -> Widget:
        self._places[control] = place
        return control


def _text_of(value: Value) -> str:
    return "" if value is None else str(value)


def _number_or_text(field: Field, text: str) -> Value:
    """A whole number where the field wants one and the text is one; commas and spaces may group it."""
    if field.type == "text":
        return "".join(character for character in text if not is_unsafe(character)) or None
    digits = text.strip().replace(",", "").replace("，", "").replace(" ", "")
    if not digits:
        return None
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else text
