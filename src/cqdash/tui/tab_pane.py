"""A tab's place: its figures, and in front of them its form once it has been opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import TabPane

from cqdash.dataset import Dataset
from cqdash.language import Language, screen
from cqdash.tabs.kept import built
from cqdash.tui.commands import BY_ID, shown_keys
from cqdash.tui.key_names import Keyed
from cqdash.tui.tab_body import TabBody
from cqdash.tui.tabbed import pane_id
from cqdash.tui.told import Told

if TYPE_CHECKING:
    from cqdash.tui.form.pane import FormPane


class Pane(TabPane):
    """Made empty; the figures come at the first visit. Only the reader's choice of a tab shows it."""

    def __init__(self, dataset: Dataset, tab: str) -> None:
        super().__init__(Content(""), id=pane_id(tab))
        self.tab = tab
        self._dataset = dataset
        self._body: TabBody | None = None
        self._form: FormPane | None = None

    def begin(self, language: Language) -> None:
        """Have the first figures in the very first layout: this tab is the one that is seen first."""
        self._body = self._figures(language)

    def compose(self) -> ComposeResult:
        """The figures, where they are there already."""
        if self._body:
            yield self._body

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Not Textual's way, where a late focus in one tab takes the reader back from the next."""
        event.prevent_default()

    @property
    def body(self) -> TabBody | None:
        """The figures, None before the first visit."""
        return self._body

    @property
    def form(self) -> FormPane | None:
        """The form, None until it has been opened."""
        return self._form

    @property
    def front(self) -> TabBody | FormPane | None:
        """What is shown: the figures or the form."""
        return self.form_in_front or self.body

    @property
    def form_in_front(self) -> FormPane | None:
        """The form, where it is what is shown."""
        return self.form if self.form and self.form.display else None

    @property
    def has_form(self) -> bool:
        """Whether the tab's file declares a form."""
        return any(section.kind == "form" for section in self._dataset.tabs[self.tab].sections)

    async def visit(self, language: Language) -> None:
        """Have the first figures there, and say everything in the language; `complete` brings the others."""
        if self.body is None:
            self._body = self._figures(language)
            await self.mount(self._body)
        await self.relabel(language)

    async def complete(self) -> None:
        """Have all the figures there."""
        if self.body:
            await self.body.complete()

    async def relabel(self, language: Language) -> None:
        """Say everything in another language."""
        if self.body:
            self.body.relabel(language)
        if self.form:
            await self.form.relabel(language)

    def show_figures(self) -> None:
        """Put the form aside."""
        if self.form:
            self.form.display = False
        if self.body:
            self.body.display = True

    async def turn(self, language: Language) -> None:
        """From the figures to the form, or back."""
        if self.body is None:
            return
        if self.form:
            self.body.display, self.form.display = self.form.display, not self.form.display
        elif made := self._made_form(language):
            self.body.display = False
            self._form = made
            await self.mount(self._form)
        await self.relabel(language)
        if self.front:
            self.front.focus_current()

    def _made_form(self, language: Language) -> FormPane | None:
        # Most readers open none, and forms import YAML, the rules and a dozen widgets.
        from cqdash.tui.form.forms import form_of  # noqa: PLC0415
        from cqdash.tui.form.pane import FormPane  # noqa: PLC0415

        made = form_of(self._dataset, self.tab)
        return FormPane(made, language) if made else None

    def _figures(self, language: Language) -> TabBody:
        form = next((s for s in self._dataset.tabs[self.tab].sections if s.kind == "form"), None)
        key = shown_keys(BY_ID["form"], 0, cast(Keyed, self.app).user_keys)
        filled = {"key": key, "title": form.title, "about": form.about or ""} if form else None
        invitation = screen.INVITATION.fill(**filled) if filled else None
        return TabBody(built(self._dataset, self.tab), Told(self._dataset, self.tab), language, invitation)
