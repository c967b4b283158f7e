"""The picture of a tab: the same text, every glyph in its own cell, and nothing fetched from anywhere."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from cqdash.dataset import Dataset
from cqdash.export import PICTURE_WIDTH, export_tabs
from cqdash.export.picture import INK, PAPER, ROLES, SERIES, STRONG, render_picture
from cqdash.export.svg import CELL, LINE, MARGIN
from cqdash.export.text import text_lines
from cqdash.language import LANGUAGES, Language, same
from cqdash.tabs.build import build, build_all

SVG = "{http://www.w3.org/2000/svg}"
BASE_LINE = 20
TABS = ("innovation", "ip-policy", "trade", "pilots", "sme-service")


def pieces(picture: str) -> list[tuple[int, int, str, float]]:
    """Every piece of text: its row, its cell, what it says, and how many cells it is drawn over."""
    found = []
    for text in ElementTree.fromstring(picture).iter(f"{SVG}text"):
        row = (float(text.attrib["y"]) - BASE_LINE) / LINE
        cell = float(text.attrib["x"]) / CELL
        assert abs(row - round(row)) < 0.01
        assert abs(cell - round(cell)) < 0.01
        found.append((round(row), round(cell), text.text or "", float(text.attrib["textLength"]) / CELL))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", TABS)
def test_every_glyph_stands_in_the_cell_it_has_in_the_text(
    dataset: Dataset, tab: str, language: Language
) -> None:
    view = build(dataset, tab)
    lines = [line.text for line in text_lines([view], language, 60)]
    drawn: dict[int, list[tuple[int, str]]] = {}
    for row, cell, said, cells in pieces(render_picture([view], language, 60)):
        assert round(cells, 2) == cell_len(said)
        assert len(said) == 1 or cell_len(said) == len(said), "a wide glyph is by itself"
        drawn.setdefault(row, []).append((cell, said))
    for row, line in enumerate(lines):
        placed = ""
        for cell, said in drawn.get(row, []):
            placed += " " * (cell - cell_len(placed)) + said
        assert placed.replace("\xa0", " ") == line.replace("\u3000", "  "), row


def test_it_is_one_document_that_needs_no_file_and_no_address(dataset: Dataset) -> None:
    picture = render_picture(build_all(dataset), "zh", 100)
    root = ElementTree.fromstring(picture)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "style", "defs", "clipPath", "rect", "g", "text",
    }  # fmt: skip
    assert not [
        name for element in root.iter() for name in element.attrib if "href" in name or "on" in name[:2]
    ]
    markup = re.sub(r">[^<]*</text>", "></text>", picture)
    assert re.findall(r"https?://[^\s\"')]*", markup) == ["http://www.w3.org/2000/svg"]
    assert {url[:1] for url in re.findall(r"url\((.)", markup)} == {"#"}
    assert "@" not in markup


def test_it_is_as_large_as_its_text_so_that_a_browser_does_not_shrink_it(dataset: Dataset) -> None:
    view = build(dataset, "trade")
    root = ElementTree.fromstring(render_picture([view], "en", 100))
    rows = len(text_lines([view], "en", 100))
    size = (round(100 * CELL + 2 * MARGIN), round(rows * LINE + 2 * MARGIN))
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == size
    assert root.attrib["viewBox"] == f"0 0 {size[0]} {size[1]}"
    assert root.findtext(f"{SVG}title") == "Trade"


def test_what_the_data_says_is_never_markup(dataset: Dataset) -> None:
    said = "WIDTH <b>&amp;</b> BACKGROUND {matrix}"
    picture = render_picture([replace(build(dataset, "trade"), title=same(said))], "en", 100)
    first = [piece for row, _, piece, _ in pieces(picture) if row == 0]
    assert " ".join(first) == said
    assert ElementTree.fromstring(picture).findtext(f"{SVG}title") == said


def test_titles_figures_and_series_stand_out_and_everything_can_be_read_on_the_paper(
    dataset: Dataset,
) -> None:
    picture = render_picture([build(dataset, "trade")], "en", 100)
    for style in (ROLES["title"], STRONG, *SERIES.values()):
        assert style.color
        assert style.color.get_truecolor().hex in picture
    used = set(re.findall(r"fill: (#[0-9a-f]{6})", picture))
    assert INK in used
    assert {colour: contrast(colour, PAPER) for colour in used if contrast(colour, PAPER) < 4.5} == {}


def test_the_same_tab_gives_the_same_bytes(dataset: Dataset) -> None:
    first, second = (export_tabs(dataset, ["pilots"], "svg", "zh", PICTURE_WIDTH) for _ in "ab")
    assert first == second


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
