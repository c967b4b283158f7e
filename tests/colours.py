"""How far two colours stand apart, as the accessibility guidelines (WCAG 2) measure it."""

from __future__ import annotations

from textual.color import Color


def contrast(one: Color, other: Color) -> float:
    """From 1 for the same colour to 21 for black on white."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    return sum(
        weight * _linear(part / 255)
        for weight, part in zip((0.2126, 0.7152, 0.0722), colour.rgb, strict=True)
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
