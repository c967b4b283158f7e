"""Every theme can be read: in 16 million colours, in 256, and in the terminal's own 16."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

import cqdash.tui
from colours import contrast
from cqdash.language import colour
from cqdash.tui.chart_view import SERIES
from cqdash.tui.themes import THEMES, counterpart, drawn

OWN = [name for name, theme in THEMES.items() if not theme.ansi]
TERMINAL = [name for name, theme in THEMES.items() if theme.ansi]
STYLES = (Path(cqdash.tui.__file__).parent / "style.tcss").read_text(encoding="utf-8")
# Textual's own widgets use these, the rest is found in the styles and in what the views say.
TEXTS = {"foreground", "text-muted", "text-disabled", "text-primary", "text-accent"}
TEXTS |= {"text-warning", "text-error", "text-success"}
PAPERS = ("background", "surface")
PAIRS = [(text, paper) for text in sorted(TEXTS) for paper in PAPERS] + [
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("text-muted", "block-cursor-blurred-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("button-color-foreground", "primary"),
    ("button-color-foreground", "warning"),
    ("button-foreground", "surface"),
    ("foreground", "panel"),
]


def variables(theme: Theme) -> dict[str, str]:
    """What a theme says in the end, as Textual puts it together."""
    return {**theme.to_color_system().generate(), **theme.variables}


def in_256(colour: Color) -> Color:
    return Color(*colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def test_the_themes_offered_are_those_that_are_told() -> None:
    assert list(THEMES) == list(colour.THEMES)
    assert len({theme.name for theme in THEMES.values()}) == len(THEMES)


def test_the_pairs_below_cover_every_text_colour_the_styles_name() -> None:
    named = set(re.findall(r"(?<!-)color: \$([a-z-]+)", STYLES))
    assert named - {"primary"} <= {text for text, _ in PAIRS}, "primary is the bar under a tab"


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize(("text", "paper"), PAIRS)
def test_text_stands_out_by_four_and_a_half_to_one(name: str, text: str, paper: str) -> None:
    said = variables(THEMES[name])
    ink, ground = Color.parse(said[text]), Color.parse(said[paper])
    assert contrast(ink, ground) >= 4.5
    assert contrast(in_256(ink), in_256(ground)) >= 4.5, "in 256 colours"


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("paper", PAPERS)
def test_bars_and_lines_stand_out_by_three_to_one(name: str, series: str, paper: str) -> None:
    said = variables(THEMES[name])
    assert contrast(Color.parse(said[series.removeprefix("$")]), Color.parse(said[paper])) >= 3


@pytest.mark.parametrize("name", OWN)
def test_the_cursor_is_seen_in_256_colours_too(name: str) -> None:
    said = {key: Color.parse(value) for key, value in variables(THEMES[name]).items() if value[0] == "#"}
    for paper in PAPERS:
        assert in_256(said["block-cursor-background"]) != in_256(said[paper])


@pytest.mark.parametrize("name", OWN[2:])
def test_high_contrast_is_seven_to_one(name: str) -> None:
    said = variables(THEMES[name])
    for text, paper in PAIRS:
        assert contrast(Color.parse(said[text]), Color.parse(said[paper])) >= 7, (text, paper)


@pytest.mark.parametrize("name", TERMINAL)
def test_the_terminals_own_colours_are_the_only_ones_there(name: str) -> None:
    said = variables(THEMES[name])
    for key in {*TEXTS, *PAPERS, *(key for pair in PAIRS for key in pair), *(s[1:] for s in SERIES)}:
        found = Color.parse(said[key])
        assert found.ansi is not None or found.is_transparent, key
        # Bright colours are shades of grey in some palettes, one of them the background.
        assert found.ansi is None or found.ansi < 8, key
    assert "reverse" in said["block-cursor-text-style"]


def test_dark_and_light_are_two_of_a_kind() -> None:
    for name, theme in THEMES.items():
        other = counterpart(name)
        assert counterpart(other) == name
        assert THEMES[other].dark is not theme.dark
        assert THEMES[other].ansi is theme.ansi


def test_a_terminal_of_few_colours_draws_every_theme_in_its_own() -> None:
    for name, theme in THEMES.items():
        assert drawn(name, few_colours=False) is theme
        assert drawn(name, few_colours=True).ansi
        assert drawn(name, few_colours=True).dark is theme.dark
