"""A form of `cqdash.forms` on the screen: its fields become controls, what is typed becomes answers."""

from cqdash.tui.form.view import FormGroup, FormView

__all__ = ["FormGroup", "FormView"]
