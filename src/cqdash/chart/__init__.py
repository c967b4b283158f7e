"""A chart block as lines of exactly the width asked for, with what is coloured in them."""

from __future__ import annotations

from cqdash.chart.drawing import Drawing, Span, draw
from cqdash.chart.line import line_chart
from cqdash.chart.spark import spark

__all__ = ["Drawing", "Span", "draw", "line_chart", "spark"]
