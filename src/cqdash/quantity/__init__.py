"""A printed figure as an exact value and its interval, and its rendering in both languages."""

from cqdash.quantity.calendar import MONTHS, PrintedDate, read_date, render_date
from cqdash.quantity.interval import Interval, point, rounded
from cqdash.quantity.printed import Qualifier, Quantity, Unreadable, read
from cqdash.quantity.render import Sign, decimal_text, render, render_exact, render_interval

__all__ = [
    "MONTHS",
    "Interval",
    "PrintedDate",
    "Qualifier",
    "Quantity",
    "Sign",
    "Unreadable",
    "decimal_text",
    "point",
    "read",
    "read_date",
    "render",
    "render_date",
    "render_exact",
    "render_interval",
    "rounded",
]
