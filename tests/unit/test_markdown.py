"""The Markdown export: every block, the words as they are, nothing of the data read as markup."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cqdash.dataset import Dataset
from cqdash.export.markdown import render_markdown
from cqdash.language import LANGUAGES, Language, Text, same
from cqdash.tabs.blocks import (
    Bar,
    BarGroup,
    Block,
    Chart,
    Column,
    Headline,
    HeadlineFigure,
    ListGroup,
    Listing,
    ListItem,
    Notes,
    Table,
    TableRow,
    TabView,
    Tree,
    TreeNode,
    Trend,
)
from cqdash.tabs.build import build_all


def view(*blocks: Block, title: str = "Title") -> TabView:
    return TabView("v", same(title), same("About."), same("Paper"), blocks, same("The end."))


def blocks_saying(words: str) -> tuple[Block, ...]:
    said = same(words)
    bar = Bar("", Fraction(1), said)
    row = TableRow((said, said), ())
    return (
        Headline((HeadlineFigure("", said, said),)),
        Table("t", said, said, (Column(said), Column(said, "right")), (row,)),
        Chart("c", said, (said, said), (BarGroup(said, (bar, None)),), None, stacked=True),
        Listing("l", same("list"), said, (ListGroup(said, None, (ListItem("", said, said, said),)),)),
        Notes("n", said, (said, said), ((), ())),
        Notes("m", said, (said,), ((),), numbered=False),
        Tree("t", said, said, (TreeNode(said, said, said, (TreeNode(said),)),)),
    )


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def inline(markdown: str) -> list[Token]:
    return [child for token in parsed(markdown) for child in token.children or ()]


def test_each_kind_of_block_has_a_form_of_its_own() -> None:
    table = Table(
        "t",
        same("Exports"),
        same("By product."),
        (Column(same("Product")), Column(same("Value"), "right")),
        (TableRow((same("Cars"), same("+5%")), ("cars",)),),
    )
    chart = Chart(
        "c",
        same("Years"),
        (same("known"), same("up to")),
        (BarGroup(same("2026"), (Bar("", Fraction(1), same("10")), None)),),
        None,
        stacked=True,
    )
    items = (ListItem("", same("2026"), same("payable"), same("met"), "*"),)
    leaf = TreeNode(same("a"), same("b"), same("p. 1"))
    tree = Tree("r", same("Trace"), None, (TreeNode(same("Rule"), children=(leaf,)),))
    written = render_markdown(
        [
            view(
                Headline((HeadlineFigure("", same("Known"), same("10 yuan")),)),
                table,
                chart,
                Listing("l", same("Why"), None, (ListGroup(same("Group"), None, items),)),
                tree,
                Notes("n", same("Notes"), (same("One."), same("Two.")), ((), ())),
            )
        ],
        "en",
    )
    assert written == "\n".join(
        [
            "# Title", "", "About.", "", "Source: Paper", "", r"\* has a reading note", "",
            "- Known: **10 yuan**", "",
            "## Exports", "", "By product.", "",
            "| Product | Value |", "| --- | ---: |", "| Cars | +5% |", "",
            "## Years", "",
            "| Item | known | up to |", "| --- | ---: | ---: |", "| 2026 | 10 | — |", "",
            "## Why", "", "### Group", "", r"- 2026\*: payable", "  - met", "",
            "## Trace", "", "- Rule", "  - a: b (p. 1)", "",
            "## Notes", "", "1. One.", "2. Two.", "",
            "---", "", "The end.", "",
        ]
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tab_keeps_its_tables_and_its_words(dataset: Dataset, language: Language) -> None:
    views = build_all(dataset)
    written = render_markdown(views, language)
    tokens = parsed(written)
    charts_and_tables = [b for each in views for b in each.blocks if isinstance(b, Table | Chart | Trend)]
    assert sum(token.type == "table_open" for token in tokens) == len(charts_and_tables)
    shown = "".join("".join(child.content for child in token.children or ()) for token in tokens)
    cells = [cell for b in charts_and_tables if isinstance(b, Table) for row in b.rows for cell in row.cells]
    assert [cell for cell in cells if " ".join(cell.to(language).split()) not in shown] == []
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` ~~d~~", "[a](b) ![c](d)", "<b>bold</b> <!-- x --> <https://a.b>", "a | b \\| c \\",
        "# a", "1. a", "2026) b", "- a", "+ a", "> a", "===", "---", "~~~", "```", "&amp; &#42;", "a #",
        "| --- |", "[ ] a",
    ],
)  # fmt: skip
def test_what_looks_like_markup_is_shown_as_it_is(words: str) -> None:
    assert_plain(words)


@given(st.text(st.sampled_from("*_`[]()<>|#~&\\!+-=.:;1 a字\n\t\"'/"), min_size=1, max_size=14))
def test_no_text_is_ever_read_as_markup(words: str) -> None:
    assert_plain(words)


def assert_plain(words: str) -> None:
    """Whatever is said, the Markdown has just the structure it has for a plain word."""
    if not words.strip():
        return
    for block, plain in zip(blocks_saying(words), blocks_saying("a"), strict=True):
        markdown = render_markdown([view(block)], "en")
        kinds = {token.type for token in inline(markdown)}
        assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, markdown
        structure = [token.type for token in parsed(markdown)]
        assert structure == [token.type for token in parsed(render_markdown([view(plain)], "en"))], markdown
    titled = parsed(render_markdown([view(title=words)], "en"))
    heading = next(token for token in titled if token.type == "inline")
    assert "".join(child.content for child in heading.children or ()) == " ".join(words.split())


def test_an_address_is_not_made_a_link() -> None:
    written = render_markdown(
        [view(Notes("n", same("N"), (same("see http://a.b, www.c.d, e@f.g"),), ((),)))], "en"
    )
    assert r"see http\://a.b, www\.c.d, e\@f.g" in written


def test_each_closing_line_stands_once_at_the_end() -> None:
    other = TabView("o", same("Other"), same("About."), same("Paper"), (), Text("完", "Done."))
    written = render_markdown([view(), view(), other], "en")
    assert re.findall(r"^(?:The end|Done)\.$", written, re.MULTILINE) == ["The end.", "Done."]
