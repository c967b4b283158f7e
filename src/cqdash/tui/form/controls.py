"""The controls of a form: one a type of field; each posts `Changed` with an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Select

from cqdash.forms import Value


class Changed(Message):
    """An answer was given; `source` is the control."""

    def __init__(self, source: Widget, value: Value) -> None:
        self.source = source
        self.value = value
        super().__init__()


class Cycler(Widget, can_focus=True):
    """A few answers in a row, one at a time: left, right and space go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cycle(-1)", show=False),
        Binding("right,space,enter", "cycle(1)", show=False),
        Binding("backspace,delete", "choose(0)", show=False),
    ]

    def __init__(self, options: Sequence[tuple[Value, str]], value: Value, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._options = options
        self._index = next(
            (n for n, (each, _) in enumerate(options) if each == value and type(each) is type(value)), 0
        )

    def render(self) -> Content:
        """The present answer between the arrows that change it."""
        text = self._options[self._index][1]
        widest = max(cell_len(words) for _, words in self._options)
        quiet = "" if self.has_focus else "$text-muted"
        return Content.assemble(("‹ ", quiet), text + " " * (widest - cell_len(text)), (" ›", quiet))

    def action_cycle(self, step: int) -> None:
        """To the next answer, or the one before."""
        self.action_choose((self._index + step) % len(self._options))

    def action_choose(self, index: int) -> None:
        """To an answer by its place."""
        self._index = index
        self.refresh()
        self.post_message(Changed(self, self._options[index][0]))

    def on_click(self, event: Click) -> None:
        """A click on the left arrow goes back, anywhere else on."""
        self.action_cycle(-1 if event.x < 2 else 1)


class YearStrip(Widget, can_focus=True):
    """Passed, failed or not yet known for each year: left and right choose the year, space changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "year(-1)", show=False),
        Binding("right", "year(1)", show=False),
        Binding("space,enter", "turn", show=False),
        Binding("y", "say('yes')", show=False),
        Binding("n", "say('no')", show=False),
        Binding("backspace,delete", "say('')", show=False),
    ]
    MARKS: ClassVar[dict[bool | None, str]] = {True: "✓", False: "✗", None: "?"}

    def __init__(
        self, years: Sequence[tuple[int, str]], value: Mapping[int, bool | int | None], classes: str = ""
    ) -> None:
        super().__init__(classes=classes)
        self._years = years
        self._value: dict[int, bool | int | None] = dict(value)
        self._at = 0

    def render(self) -> Content:
        """Each year with its mark; the chosen one stands out while the strip has the focus."""
        return Content("\n").join(Content("").join(line) for line in self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the years take at this width."""
        return len(self._lines(width))

    def on_focus(self) -> None:
        """Show which year the keys change."""
        self.refresh()

    def on_blur(self) -> None:
        """No year stands out any more."""
        self.refresh()

    def action_year(self, step: int) -> None:
        """To the next year, or the one before."""
        self._at = (self._at + step) % len(self._years)
        self.refresh()

    def action_turn(self) -> None:
        """From not known to passed, to failed, to not known."""
        present = self._value.get(self._years[self._at][0])
        self._set({None: True, True: False, False: None}[present if isinstance(present, bool) else None])

    def action_say(self, said: str) -> None:
        """Passed, failed or not known."""
        self._set({"yes": True, "no": False}.get(said))

    def on_click(self, event: Click) -> None:
        """A click chooses a year and changes it."""
        width = self._cell_width()
        across = max(1, self.content_size.width // width)
        at = event.y * across + event.x // width
        if at < len(self._years):
            self._at = at
            self.action_turn()

    def _set(self, answer: bool | None) -> None:
        self._value[self._years[self._at][0]] = answer
        self.refresh()
        self.post_message(
            Changed(self, {year: said for year, said in self._value.items() if said is not None})
        )

    def _cell_width(self) -> int:
        return max(cell_len(name) for _, name in self._years) + 4

    def _lines(self, width: int) -> list[list[Content]]:
        cell = self._cell_width()
        across = max(1, width // cell)
        cells = []
        for number, (year, name) in enumerate(self._years):
            said = self._value.get(year)
            text = Content.assemble(
                (f"{name} ", "$text-muted"), self.MARKS[said if isinstance(said, bool) else None]
            )
            is_here = number == self._at and self.has_focus
            cells.append((text.stylize("reverse") if is_here else text).pad_right(cell - text.cell_length))
        return [cells[start : start + across] for start in range(0, len(cells), across)]


class Checklist(Widget, can_focus=True):
    """Any of several answers, one a line: left and right choose the line, space ticks it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "line(-1)", show=False),
        Binding("right", "line(1)", show=False),
        Binding("space,enter", "tick", show=False),
    ]

    def __init__(self, options: Sequence[tuple[str, str]], chosen: Sequence[str], classes: str = "") -> None:
        super().__init__(classes=classes)
        self._options = options
        self._chosen = set(chosen)
        self._at = 0

    def render(self) -> Content:
        """A box before each answer; the line the keys act on stands out while the list has the focus."""
        lines = []
        for number, (identifier, said) in enumerate(self._options):
            line = Content(f"[{'x' if identifier in self._chosen else ' '}] {said}")
            is_here = number == self._at and self.has_focus
            lines.append(line.stylize("reverse") if is_here else line)
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """A line an answer."""
        return len(self._options)

    def on_focus(self) -> None:
        """Show which line the keys act on."""
        self.refresh()

    def on_blur(self) -> None:
        """No line stands out any more."""
        self.refresh()

    def action_line(self, step: int) -> None:
        """To the next answer, or the one before."""
        self._at = (self._at + step) % len(self._options)
        self.refresh()

    def action_tick(self) -> None:
        """Take the answer, or take it back."""
        self._chosen ^= {self._options[self._at][0]}
        self.refresh()
        chosen = tuple(identifier for identifier, _ in self._options if identifier in self._chosen)
        self.post_message(Changed(self, chosen or None))

    def on_click(self, event: Click) -> None:
        """A click ticks a line."""
        if event.y < len(self._options):
            self._at = event.y
            self.action_tick()


class Chooser(Select[str], inherit_bindings=False):
    """A list of answers that opens with enter; up and down go on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "show_overlay", show=False)]
