"""Whether a command applies to what the tab in front shows."""

from __future__ import annotations

from cqdash.tui.commands import When
from cqdash.tui.tab_pane import Pane


def applies(when: When, pane: Pane | None) -> bool:
    """Whether what is declared of a command holds now; there is no `pane` before the first is made."""
    if when == "always":
        return True
    if pane is None:
        return False
    form = pane.form_in_front
    body = pane.body if form is None else None
    holds = {
        "has-form": pane.has_form,
        "in-form": form is not None,
        "can-add": form is not None and form.form.can_add is not None,
        "in-figures": body is not None,
        "filtered": body is not None and body.is_filtered,
        "has-findings": body is not None and body.has_findings,
    }
    return holds[when]
