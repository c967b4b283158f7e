"""The keys on the last line: the least important are left out where there is no room, and no word is cut."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, MouseMove
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from cqdash.tui.commands import BY_ACTION, ON_ROWS


class Offer(NamedTuple):
    """A command on the last line: the key to press, how it is called, what it does, and its rank."""

    key: str
    shown: str
    name: str
    rank: int

    @property
    def width(self) -> int:
        """Cells, with the space around and between both."""
        return cell_len(self.shown) + cell_len(self.name) + 3


class FittingFooter(Widget):
    """One widget for all of them: Textual's footer has one each, a tenth of the time to the first paint."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"fitting-footer--key", "fitting-footer--name"}
    pointed: reactive[Offer | None] = reactive(None)
    """Which one the mouse points at."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []

    @property
    def offers(self) -> list[Offer]:
        """Those that fit, in their order."""
        offers = list(self._offers)
        room = self.content_size.width
        while offers and sum(offer.width for offer in offers) > room > 0:
            least = max(range(len(offers)), key=lambda n: (offers[n].rank, n))
            if offers[least].rank == 0:
                break
            del offers[least]
        return offers

    def on_mount(self) -> None:
        """Listen to what can be done now."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def render(self) -> Content:
        """Each key and what it does."""
        key, name = (self.get_visual_style(f"fitting-footer--{part}") for part in ("key", "name"))
        said = [
            Content.assemble(" ", (offer.shown, key), (f" {offer.name} ", name)).stylize(
                "on $block-hover-background" if offer == self.pointed else ""
            )
            for offer in self.offers
        ]
        return Content("").join(said)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Point at one."""
        self.pointed = self._at(event.x)

    def on_leave(self) -> None:
        """Point at none."""
        self.pointed = None

    def on_click(self, event: Click) -> None:
        """The same as its key."""
        if offer := self._at(event.x):
            self.app.simulate_key(offer.key)

    def _at(self, x: int) -> Offer | None:
        end = self.styles.padding.left
        for offer in self.offers:
            if end <= x < end + offer.width:
                return offer
            end += offer.width
        return None

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if not screen.app.app_focus or screen is not self.screen:
            return
        offers: dict[str, Offer] = {}
        for _, binding, _, _ in screen.active_bindings.values():
            command = BY_ACTION.get(binding.action) or BY_ACTION.get(ON_ROWS + binding.action)
            if binding.show:
                shown = binding.key_display or binding.key
                rank = command.rank if command else 0
                offers.setdefault(binding.action, Offer(binding.key, shown, binding.description, rank))
        # A move of the focus mostly changes none.
        if self._offers != list(offers.values()):
            self._offers = list(offers.values())
            self.refresh()
