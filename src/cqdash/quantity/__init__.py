"""A printed figure as an exact value and its interval, and its rendering in both languages."""

from cqdash.quantity.calendar import MONTHS, PrintedDate, read_date, render_date
from cqdash.quantity.interval import Interval, point, rounded
from cqdash.quantity.printed import Qualifier, Quantity, Unreadable, read
from cqdash.quantity.render import Sign, decimal_text, render, render_exact, render_interval
from cqdash.quantity.span import render_about, render_span
from cqdash.quantity.units import COUNT, PERCENT, POINTS, YEAR, Unit

__all__ = [
    "COUNT",
    "MONTHS",
    "PERCENT",
    "POINTS",
    "YEAR",
    "Interval",
    "PrintedDate",
    "Qualifier",
    "Quantity",
    "Sign",
    "Unit",
    "Unreadable",
    "decimal_text",
    "point",
    "read",
    "read_date",
    "render",
    "render_about",
    "render_date",
    "render_exact",
    "render_interval",
    "render_span",
    "rounded",
]
