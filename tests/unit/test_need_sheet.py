"""A firm fills in what it needs and takes along a sheet, with what the page says and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cqdash.dataset import BadDataset, Dataset, load
from cqdash.dataset.sheet import Sheet
from cqdash.export.text import render_text
from cqdash.forms import Answers, fault
from cqdash.language import LANGUAGES, Language
from cqdash.language import need_sheet as words
from cqdash.tabs.blocks import Listing, Table
from cqdash.tabs.need_sheet import fields, part_fields, sheet_view

CHOSEN: Answers = {
    "need-technology": ("need-process-upgrade", "need-technology-other"),
    "need-costs": ("need-process-flow",),
    "service-one-to-one": ("service-on-site", "service-online"),
}
EXAMPLES: dict[Language, Answers] = {
    "zh": {
        **CHOSEN,
        "need-technology-other": "检测设备选型",
        "description": "箱体加工的一次合格率只有八成，换刀频繁；试过三种刀具，未见改善。"
        "希望专家到车间看一次工艺。",
        "firm_name": "示例公司",
        "district": "渝北区",
        "business": "精密零件加工",
        "contact_name": "示例联系人",
        "telephone": "000-0000-0000",
    },
    "en": {
        **CHOSEN,
        "need-technology-other": "choosing test equipment",
        "description": "Only four housings in five pass at the first attempt, and tools wear out fast; "
        "three makes of tool brought nothing. We would like an expert to look at the process "
        "on the shop floor.",
        "firm_name": "Example Co.",
        "district": "Yubei District",
        "business": "Precision parts",
        "contact_name": "Example contact",
        "telephone": "000-0000-0000",
    },
}


@pytest.fixture(name="sheet")
def need_sheet(dataset: Dataset) -> Sheet:
    return dataset.sheets["sme-service"]


def text_of(dataset: Dataset, answers: Answers, language: Language = "en", width: int = 80) -> str:
    """The filled sheet as text."""
    return render_text([sheet_view(dataset, dataset.sheets["sme-service"], answers)], language, width)


@pytest.mark.parametrize("kind", ["need", "service"])
def test_the_form_offers_every_need_and_every_way_of_service_the_page_names(
    dataset: Dataset, sheet: Sheet, kind: str
) -> None:
    printed = {record.id for record in dataset.records.values() if record.kind == kind}
    assert printed <= {identifier for area in sheet.areas for identifier in area.records}


def test_every_area_has_an_other_with_a_field_for_its_words(dataset: Dataset, sheet: Sheet) -> None:
    form = {field.id: field for field in fields(dataset, sheet)}
    for area in sheet.areas:
        assert area.other is not None
        assert form[area.record].choices[-1].id == area.other
        assert form[area.other].type == "text"


def test_what_is_chosen_from_is_named_by_its_records(dataset: Dataset, sheet: Sheet) -> None:
    choices = [choice for field in fields(dataset, sheet) for choice in field.choices]
    assert len(choices) == 28
    assert [choice.label for choice in choices] == [dataset.records[choice.id].label for choice in choices]


def test_the_form_of_the_parts_is_the_whole_form(dataset: Dataset, sheet: Sheet) -> None:
    form = [field for part in sheet.parts for field in part_fields(dataset, part)]
    assert form == list(fields(dataset, sheet))
    assert len({field.id for field in form}) == len(form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_answers_are_right_by_the_form(
    dataset: Dataset, sheet: Sheet, language: Language
) -> None:
    form = {field.id: field for field in fields(dataset, sheet)}
    told = {name: fault(form[name], value, 1) for name, value in EXAMPLES[language].items()}
    assert {name: wrong for name, wrong in told.items() if wrong} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_to_take_along(
    dataset: Dataset, golden: Callable[[str, str], None], language: Language
) -> None:
    golden(f"need-sheet.{language}.txt", text_of(dataset, EXAMPLES[language], language))


def test_an_empty_sheet_says_of_every_part_that_it_is_not_filled_in(dataset: Dataset, sheet: Sheet) -> None:
    view = sheet_view(dataset, sheet, {"description": " \n", "firm_name": None, "need-costs": ()})
    blocks = {block.id: block for block in view.blocks if isinstance(block, Table | Listing)}
    for part in sheet.parts:
        match blocks[part.id]:
            case Table(rows=rows):
                assert {row.cells[1] for row in rows} == {words.NOT_FILLED_IN}
            case Listing(groups=groups):
                assert [(group.title, group.items) for group in groups] == [(words.NOT_FILLED_IN, ())]


@pytest.mark.parametrize("answers", [{}, EXAMPLES["en"]], ids=["empty", "filled in"])
def test_the_sheet_says_whom_to_ask_how_help_is_given_and_what_is_not_printed(
    dataset: Dataset, answers: Answers
) -> None:
    text = " ".join(text_of(dataset, answers).split())
    assert "District economy and information office" in text
    assert "Guidance on site Training on a topic Advice online Other ways" in text
    assert "No form, place to hand in, telephone number, deadline or charge is printed." in text
    assert "not an official form" in text


def test_the_sheet_cites_the_article_once_with_all_its_places(dataset: Dataset, sheet: Sheet) -> None:
    assert sheet_view(dataset, sheet, {}).source == (
        "《重庆日报》2026年1月，《重庆为中小企业提供 常态化“靶向式”专家服务》，第2、4、5段",
        "Chongqing Daily, January 2026, “Chongqing offers small and medium firms a standing, targeted expert "
        "service”, paras 2, 4, 5",
    )


def test_words_for_an_other_choose_it(dataset: Dataset) -> None:
    assert "  Digital transformation\n    Other digital needs: a data room\n" in text_of(
        dataset, {"need-digital-other": "a data room"}
    )


def test_an_other_without_words_asks_for_them(dataset: Dataset) -> None:
    text = text_of(dataset, {"need-digital": ("need-digital-other",)})
    assert "  Digital transformation\n    Other digital needs: not filled in\n" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_chosen_stands_in_the_narrowest_text(
    dataset: Dataset, sheet: Sheet, language: Language
) -> None:
    everything: Answers = {area.record: area.options for area in sheet.areas}
    text = "".join(text_of(dataset, everything, language, 24).split())
    labels = [
        dataset.records[identifier].label.to(language) for area in sheet.areas for identifier in area.records
    ]
    assert [label for label in labels if "".join(label.split()) not in text] == []


def test_what_a_reader_typed_is_neither_markup_nor_an_order_to_the_terminal(dataset: Dataset) -> None:
    text = text_of(
        dataset, {"firm_name": "[red]Example\x1b[2J\u202e Co.[/red]", "business": "one\nline\tonly"}
    )
    assert "[red]Example[2J Co.[/red]" in text
    assert "one line only" in text


PAPER = """\
publications:
  - id: paper
    title: {zh: 报纸, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - {id: story, title: {zh: 标题, en: Title}, paragraphs: [[1]]}
records:
  - {id: roads, label: {zh: 道路, en: Roads}, article: story, line: 1, printed: 道路, kind: need}
  - {id: bridges, label: {zh: 桥, en: Bridges}, article: story, line: 1, printed: 桥, kind: need}
  - {id: roads-other, label: {zh: 其他, en: Other}, article: story, line: 1, printed: 等, kind: term}
notes:
  - {id: silent, text: {zh: 未印, en: Not printed}, records: [roads]}
sheet:
  id: wishes
  title: {zh: 心愿单, en: Wishes}
  about: {zh: 一张单子。, en: A sheet.}
  parts:
    - id: kinds
      title: {zh: 类别, en: Kinds}
      areas:
        - {record: roads, items: [bridges], other: roads-other}
      fields:
        - {id: size, type: choice, label: {zh: 大小, en: Size}, choices: [{id: b, label: {zh: 大, en: Big}}]}
    - id: words
      title: {zh: 说明, en: Words}
      fields:
        - {id: why, type: text, label: {zh: 为何, en: Why}, record: roads}
  told:
    - {title: roads, records: [bridges]}
  notes: [silent]
"""


def test_another_file_brings_a_sheet_of_its_own(tmp_path: Path) -> None:
    dataset = loaded(tmp_path, PAPER)
    sheet = dataset.sheets["city"]
    assert [field.id for field in fields(dataset, sheet)] == ["roads", "roads-other", "size", "why"]
    text = render_text([sheet_view(dataset, sheet, {"roads": ("bridges",), "size": "b"})], "en", 60)
    assert "  Roads\n    Bridges\n" in text
    assert "  Size   Big\n" in text
    assert "  Why    not filled in\n" in text


FAULTS = {
    "an area of no record": (
        "record: roads, items",
        "record: rods, items",
        ["city.yaml:22:20: unknown-id: no such record: rods"],
    ),
    "an item of no record": (
        "[bridges], other",
        "[ferries], other",
        ["city.yaml:22:35: unknown-id: no such record: ferries"],
    ),
    "an other of no record": (
        "other: roads-other",
        "other: others",
        ["city.yaml:22:52: unknown-id: no such record: others"],
    ),
    "a field about no record": (
        "en: Why}, record: roads",
        "en: Why}, record: rods",
        ["city.yaml:28:67: unknown-id: no such record: rods"],
    ),
    "a title of no record": (
        "title: roads",
        "title: rods",
        ["city.yaml:30:15: unknown-id: no such record: rods"],
    ),
    "something told of no record": (
        "records: [bridges]",
        "records: [ferries]",
        ["city.yaml:30:32: unknown-id: no such record: ferries"],
    ),
    "no such note": ("[silent]", "[silence]", ["city.yaml:31:11: unknown-id: no such note: silence"]),
    "two questions of one id": (
        "id: why",
        "id: roads-other",
        ["city.yaml:28:16: duplicate-id: used before in the sheet: roads-other"],
    ),
    "two parts of one id": (
        "id: words",
        "id: kinds",
        ["city.yaml:25:11: duplicate-id: used before in the sheet: kinds"],
    ),
    "an answer offered twice": (
        "items: [bridges]",
        "items: [bridges, bridges]",
        ["city.yaml:22:35: duplicate-id: used before in the sheet: bridges"],
    ),
    "a question by year": (
        "type: text",
        "type: yuan-by-year",
        ["city.yaml:28:27: bad-question: a sheet’s type should be one of: text, choice, choices"],
    ),
    "an unknown key": (
        "other: roads-other",
        "others: x",
        ["city.yaml:22:45: unknown-key: unknown key: others; did you mean other?"],
    ),
}


@pytest.mark.parametrize("fault_name", FAULTS)
def test_a_fault_in_a_sheet_is_told_with_its_line_and_column(tmp_path: Path, fault_name: str) -> None:
    old, new, told = FAULTS[fault_name]
    assert PAPER.count(old) == 1
    with pytest.raises(BadDataset) as caught:
        loaded(tmp_path, PAPER.replace(old, new))
    assert [problem.to("en") for problem in caught.value.problems] == told


def loaded(folder: Path, city: str) -> Dataset:
    """The dataset of a folder that holds this file alone."""
    (folder / "city.yaml").write_text(city, encoding="utf-8")
    return load(folder)
