"""The view of an assessment: terms that never merge, reasons with their paragraphs, no unknown as zero."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from cqdash.dataset import Dataset, load
from cqdash.export.as_json import render_json
from cqdash.export.markdown import render_markdown
from cqdash.export.text import render_text
from cqdash.forms import NEVER, Answers, Field, Value
from cqdash.language import LANGUAGES, Language, Text, same
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.rulebook import Rulebook, rulebook
from cqdash.tabs.amounts import between, difference, money
from cqdash.tabs.assessment import assessment_view, comparison_view
from cqdash.tabs.blocks import (
    Block,
    Chart,
    Headline,
    Listing,
    Notes,
    Table,
    TabView,
    Tree,
    TreeNode,
)

Golden = Callable[[str, str], None]
AnyBlock = TypeVar("AnyBlock", bound=Block)

ABLE: Answers = {
    "legal_form": "legal-person",
    "in_chongqing": True,
    "gi_roles": ("product-applicant",),
    "experience": None,
    "abnormal_list": False,
    "dishonesty_list": False,
}
CENTRE: Answers = {
    "item": "national-centre",
    "approval": 1,
    "targets": 1,
    "running": 1,
    "evaluation": {1: True, 2: True, 3: False},
}
PRODUCTS: Answers = {"item": "recognition", "recognitions": {1: 2, 3: None}}
GUIDELINES: Answers = {"item": "guidelines", "requests": {1: 60000, 2: None, 3: 60000}}
ABROAD: Answers = {"item": "exhibition-abroad"}
PLATFORM: Answers = {"item": "platform", "approval": None, "targets": 2, "running": 2}
APPLICATION = Application(5, 2026, {}, ABLE, (CENTRE, PRODUCTS, GUIDELINES))


@pytest.fixture(scope="module")
def book(dataset: Dataset) -> Rulebook:
    return rulebook(dataset, dataset.schemes["ip-policy"])


@pytest.fixture(scope="module")
def view(dataset: Dataset, book: Rulebook) -> TabView:
    return assessment_view(dataset, book, APPLICATION)


def of(view: TabView, kind: type[AnyBlock], identifier: str = "") -> AnyBlock:
    found = [b for b in view.blocks if isinstance(b, kind) and identifier in ("", getattr(b, "id", ""))]
    assert len(found) == 1
    return found[0]


def english(table: Table) -> list[list[str]]:
    return [[cell.en for cell in row.cells] for row in table.rows]


def nodes(tree: Tree) -> list[TreeNode]:
    def below(node: TreeNode) -> list[TreeNode]:
        return [node, *(each for child in node.children for each in below(child))]

    return [each for node in tree.nodes for each in below(node)]


def test_amounts_have_every_digit_in_english_and_whole_ten_thousands_in_chinese() -> None:
    assert [money(n) for n in (0, 12345, 500000, 200000000, 1_230_000_000)] == [
        Text("0元", "0 yuan"),
        Text("12,345元", "12,345 yuan"),
        Text("50万元", "500,000 yuan"),
        Text("2亿元", "200,000,000 yuan"),
        Text("123000万元", "1,230,000,000 yuan"),
    ]
    assert between(0, 200000) == Text("0至20万元", "0 to 200,000 yuan")
    assert between(500000, 700000) == Text("50万元至70万元", "500,000 to 700,000 yuan")
    assert (difference(-200000), difference(0)) == (Text("−20万元", "−200,000 yuan"), same("0"))


def test_the_terms_of_the_total_stand_first_and_apart(view: TabView) -> None:
    assert isinstance(view.blocks[0], Headline)
    assert [(figure.label.en, figure.shown.en) for figure in view.blocks[0].figures] == [
        ("Known", "1,100,000 yuan"),
        ("Up to, besides (ranges)", "600,000 yuan"),
        ("At most, besides (caps)", "100,000 yuan"),
        ("Undetermined", "1 item"),
    ]


def test_what_the_page_does_not_say_stands_second_whatever_was_entered(
    dataset: Dataset, book: Rulebook
) -> None:
    text = next(note.text for note in dataset.notes if note.id == book.scheme.disclaimer)
    applications = (APPLICATION, Application(), Application(projects=({},)))
    views = [assessment_view(dataset, book, each) for each in applications]
    for each in (*views, comparison_view(dataset, book, APPLICATION, Application())):
        assert isinstance(each.blocks[1], Notes)
        assert each.blocks[1].notes == (text,)


def test_the_years_add_up_term_by_term_and_a_shared_cap_is_explained(view: TabView) -> None:
    years = of(view, Table, "by-year")
    assert english(years) == [
        ["2026", "900,000 yuan", "200,000 yuan", "60,000 yuan", "none"],
        ["2027", "200,000 yuan", "0", "40,000 yuan", "none"],
        ["2028", "0", "0", "40,000 yuan", "undetermined: GI product recognition"],
        ["2029", "0", "200,000 yuan", "0", "none"],
        ["2030", "0", "200,000 yuan", "0", "none"],
        ["In all", "1,100,000 yuan", "600,000 yuan", "100,000 yuan", "undetermined: GI product recognition"],
    ]
    assert years.about is not None


def test_what_is_of_no_known_year_has_a_row_and_a_bar_of_its_own(dataset: Dataset, book: Rulebook) -> None:
    view = assessment_view(dataset, book, replace(APPLICATION, projects=(PLATFORM, ABROAD)))
    *_, row, _ = english(of(view, Table, "by-year"))
    assert row == ["Year open", "0", "100,000 yuan", "0", "not published: Exhibiting abroad"]
    assert of(view, Chart).groups[-1].said.en == "up to 100,000 yuan + not published"
    cells = english(of(view, Table, "projects"))[1]
    assert cells[1] == "range 0 to 200,000 yuan, of which 100,000 yuan in an open year"


def test_the_chart_stacks_the_terms_and_never_shows_the_unknown_as_zero(
    dataset: Dataset, book: Rulebook
) -> None:
    products: Answers = {"item": "recognition", "recognitions": {1: 2, 2: None}}
    chart = of(assessment_view(dataset, book, replace(APPLICATION, projects=(CENTRE, products))), Chart)
    assert chart.stacked
    assert chart.groups[0].said.en == "900,000 yuan + up to 200,000 yuan"
    alone = assessment_view(dataset, book, replace(APPLICATION, projects=(products,)))
    assert [group.said.en for group in of(alone, Chart).groups][:3] == ["400,000 yuan", "undetermined", "0"]


def test_a_year_without_any_amount_has_no_chart(dataset: Dataset, book: Rulebook) -> None:
    view = assessment_view(dataset, book, replace(APPLICATION, projects=(ABROAD,)))
    assert not any(isinstance(block, Chart) for block in view.blocks)


def test_each_project_has_its_outcome_each_year(view: TabView) -> None:
    table = of(view, Table, "projects")
    assert [column.title.en for column in table.columns][1:] == [
        "National protection centre",
        "GI product recognition",
        "Drafting guidelines",
    ]
    assert english(table)[0][1:] == [
        "range 500,000 to 700,000 yuan",
        "payable 400,000 yuan",
        "at most 60,000 yuan",
    ]
    assert [cells[2] for cells in english(table)[1:3]] == ["not yet payable", "undetermined"]


def test_years_alike_are_told_once_and_years_under_one_cap_each_by_themselves(view: TabView) -> None:
    centre, _, guidelines = of(view, Listing, "reasons").groups
    assert [(item.label.en, item.shown.en) for item in centre.items if item.shown][-1] == (
        "2029 to 2030",
        "range 0 to 200,000 yuan each year",
    )
    assert [item.label.en for item in guidelines.items] == ["2026", "2027", "2028", "2029 to 2030"]
    assert all(item.text for group in (centre, guidelines) for item in group.items)


def test_projects_of_one_name_are_told_apart_everywhere(dataset: Dataset, book: Rulebook) -> None:
    view = assessment_view(dataset, book, replace(APPLICATION, projects=(PLATFORM, CENTRE, PLATFORM)))
    names = [
        "Dispute-resolution platform (1)",
        "National protection centre",
        "Dispute-resolution platform (2)",
    ]
    assert [column.title.en for column in of(view, Table, "projects").columns][1:] == names
    assert [group.title.en for group in of(view, Listing, "reasons").groups] == names
    assert [node.label.en for node in of(view, Tree).nodes] == names


def test_the_trace_cites_paragraphs_answers_readings_and_the_amount_before_a_cap(view: TabView) -> None:
    tree = of(view, Tree)
    found = {node.label.en: node for node in nodes(tree)}
    assert found["Carried out in Chongqing"].citation == Text("标题；假定一", "headline; Assumption 1")
    once = found["Paid once, 2026"]
    assert once.citation == Text("第5段", "para. 5")
    assert [(child.label.en, child.said.en) for child in once.children if child.said] == [
        (
            "Answers used",
            "Year of approval: 2026; Year the targets are met: 2026; How many: 1; "
            "Already received (yuan): 0 yuan",
        ),
        ("Readings used", "Assumption 2; Assumption 4"),
    ]
    capped = found["At most in all, 2028"].said
    assert capped is not None
    assert "60,000 yuan before caps and deductions, 40,000 yuan after" in capped.en
    assert all(node.citation for node in tree.nodes)


def test_what_would_change_it_is_largest_first_and_names_what_to_find_out(
    dataset: Dataset, book: Rulebook
) -> None:
    many = replace(APPLICATION, projects=(CENTRE, PRODUCTS, GUIDELINES, PLATFORM))
    changes = of(assessment_view(dataset, book, many), Table, "changes")
    assert len(changes.rows) == 12
    assert english(changes)[:2] == [
        ["Carried out in Chongqing", "yes → no", "−1,100,000 yuan", "−2,300,000 yuan"],
        [
            "Dispute-resolution platform: Year of approval",
            "don’t know → not within these years",
            "0",
            "−500,000 yuan",
        ],
    ]
    assert changes.about is not None
    assert "Find out next: “Dispute-resolution platform: Year of approval”." in changes.about.en
    assert "The first 12 of " in changes.about.en


def test_a_warning_names_the_projects_it_is_about(dataset: Dataset, book: Rulebook) -> None:
    listed = replace(APPLICATION, applicant={**ABLE, "abnormal_list": True})
    (warning,) = of(assessment_view(dataset, book, listed), Notes, "warnings").notes
    assert warning.en.endswith("(National protection centre, GI product recognition)")


def test_the_readings_in_force_say_which_option_is_chosen(dataset: Dataset, book: Rulebook) -> None:
    other = replace(APPLICATION, assumptions={"first-year": "none"})
    assumed = of(assessment_view(dataset, book, other), Notes, "assumed")
    chosen = [note.en for note in assumed.notes if "Can be switched" in note.en]
    assert len(chosen) == len(book.scheme.assumptions)
    assert "chosen: not paid that year, instead of: neither ruled out nor promised." in chosen[0]
    assert "chosen: the role must fit the item." in chosen[1]
    texts = {note.id: note.text.en for note in dataset.notes}
    used = assess(book, other).readings
    assert all(any(note.en.startswith(texts[reading]) for note in assumed.notes) for reading in used)


def test_two_applications_stand_side_by_side_with_the_answers_that_differ(
    dataset: Dataset, book: Rulebook
) -> None:
    other = replace(
        APPLICATION,
        applicant={**ABLE, "name": "Hill firm"},
        projects=({**CENTRE, "running": 2}, PRODUCTS),
        assumptions={"first-year": "full"},
    )
    reading = book.scheme.assumptions[0]
    view = comparison_view(dataset, book, APPLICATION, other)
    assert [figure.label.en for figure in of(view, Headline).figures] == ["First", "Second: Hill firm"]
    assert english(of(view, Table, "compared"))[0] == [
        "2026",
        "900,000 yuan + up to 200,000 yuan + at most 60,000 yuan",
        "900,000 yuan",
        "0",
    ]
    assert english(of(view, Table, "answers")) == [
        [reading.label.en, "neither ruled out nor promised", "paid that year too"],
        ["Applicant", "don’t know", "Hill firm"],
        ["Project 1: Year built and running", "2026", "2027"],
        ["Project 3", "yes", "none"],
    ]
    assert not any(
        isinstance(b, Table) and b.id == "answers"
        for b in comparison_view(dataset, book, other, other).blocks
    )


def test_an_assessment_is_json_too(dataset: Dataset, view: TabView) -> None:
    (tab,) = json.loads(render_json(dataset, [view]))["tabs"]
    assert [block["kind"] for block in tab["blocks"]] == [
        "headline", "notes", "table", "chart", "table", "table", "list", "tree", "notes",
    ]  # fmt: skip
    tree = next(block for block in tab["blocks"] if block["kind"] == "tree")
    assert tree["nodes"][0]["children"][0]["label"] == {"zh": "谁可以申报", "en": "Who may apply"}


def test_an_assessment_in_chinese_text(view: TabView, golden: Golden) -> None:
    golden("assessment.zh.txt", render_text([view], "zh", 80))


def test_an_assessment_in_english_markdown(view: TabView, golden: Golden) -> None:
    golden("assessment.en.md", render_markdown([view], "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [24, 33, 50, 64, 80, 120])
def test_a_tree_keeps_to_the_width_and_loses_nothing(view: TabView, language: Language, width: int) -> None:
    tree = of(view, Tree)
    text = render_text([replace(view, blocks=(tree,))], language, width)
    assert max(map(cell_len, text.split("\n"))) <= width
    squeezed = "".join(text.split()).translate(dict.fromkeys(map(ord, "│├└─")))
    said = [part.to(language) for node in nodes(tree) for part in (node.label, node.said) if part]
    assert [words for words in said if "".join(words.split()) not in squeezed] == []


DATASET = load()
BOOK = rulebook(DATASET, DATASET.schemes["ip-policy"])
YEARS = 4


def answers(field: Field) -> st.SearchStrategy[Value]:
    by_year: dict[str, st.SearchStrategy[bool | int | None]] = {
        "passed-by-year": st.none() | st.booleans(),
        "count-by-year": st.none() | st.integers(0, 3),
        "yuan-by-year": st.none() | st.integers(0, 150_000),
    }
    if field.type in by_year:
        return st.dictionaries(st.integers(1, YEARS), by_year[field.type])
    choices = [choice.id for choice in field.choices] or list(BOOK.items)
    strategies: dict[str, st.SearchStrategy[Value]] = {
        "text": st.text("名a*", max_size=3),
        "yes-no": st.booleans(),
        "choice": st.sampled_from(choices),
        "choices": st.lists(st.sampled_from(choices), max_size=2).map(tuple),
        "count": st.integers(1, 3),
        "yuan": st.integers(0, 600_000),
        "year": st.integers(0, YEARS) | st.just(NEVER),
    }
    return strategies[field.type]


def asked(fields: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({}, optional={field.id: st.none() | answers(field) for field in fields})


APPLICATIONS = st.builds(
    Application,
    st.just(YEARS),
    st.none() | st.just(2026),
    st.fixed_dictionaries({}, optional={"first-year": st.sampled_from(["open", "none", "full"])}),
    asked(BOOK.scheme.applicant),
    st.lists(asked(BOOK.scheme.project), max_size=4).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(APPLICATIONS, st.sampled_from([40, 80]))
def test_any_application_has_a_view_that_says_what_the_rules_answer(
    application: Application, width: int
) -> None:
    total = assess(BOOK, application).total
    view = assessment_view(DATASET, BOOK, application)
    shown = [figure.shown for figure in of(view, Headline).figures]
    assert shown[:3] == [money(amount) for amount in (total.known, total.up_to, total.at_most)]
    assert len(shown) == 3 + bool(total.unpublished) + bool(total.undetermined)
    for language in LANGUAGES:
        assert max(map(cell_len, render_text([view], language, width).split("\n"))) <= width
        assert render_markdown([view], language)
