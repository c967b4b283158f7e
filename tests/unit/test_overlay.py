"""Data laid over other data: the same id replaces, a new one adds, and what came from where is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cqdash.analysis import analyse
from cqdash.dataset import BadDataset, Dataset, bundled
from cqdash.dataset.folder import Layer, layer_of
from cqdash.dataset.load import dataset_of, load_layers
from cqdash.export.as_json import record_data
from cqdash.quantity import decimal_text
from cqdash.tabs.blocks import Notes
from cqdash.tabs.build import build
from cqdash.tabs.detail import details
from told import SOUND, check_told

NEW = "{zh: 新, en: New}"
FIRMS = "records: [{id: firms, label: {zh: 企业, en: Firms}, article: story, line: 1, printed: 9家}]\n"


def over(upper: str, name: str = "tab.yaml") -> Dataset:
    return dataset_of({"tab.yaml": SOUND.encode()}, {f"mine/{name}": upper.encode()})


def in_folders(tmp_path: Path, upper: str) -> Dataset:
    for name, text in (("under", SOUND), ("mine", upper)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tab.yaml").write_text(text, encoding="utf-8")
    return load_layers([layer_of(str(tmp_path / name)) for name in ("under", "mine")])


def test_the_same_id_replaces_in_its_place_and_what_rests_on_it_follows() -> None:
    before, after = dataset_of({"tab.yaml": SOUND.encode()}), over(FIRMS)
    assert list(after.records) == list(before.records)
    assert after.records["firms"].printed == "9家"
    value = after.quantities["firms"].value
    assert value is not None
    assert decimal_text(value) == "9"
    assert analyse(after).implied("before").readings != analyse(before).implied("before").readings


def test_what_replaces_keeps_its_tab_whatever_its_file_is_called() -> None:
    dataset = over(FIRMS, "february.yaml")
    assert dataset.tab_of["firms"] == "tab"
    assert next(iter(dataset.records_of("tab"))).id == "firms"


def test_a_new_id_is_added_to_the_tab_of_its_file() -> None:
    dataset = over(FIRMS.replace("id: firms", "id: more-firms"))
    assert dataset.records["firms"].printed == "8家"
    assert [each.id for each in dataset.records_of("tab")] == ["firms", "growth", "day", "more-firms"]


def test_an_upper_tab_replaces_the_tab_and_a_new_file_makes_a_new_one() -> None:
    tab = f"tab: {{order: 2, title: {NEW}, about: {NEW}, headline: [firms], sections: []}}"
    replaced = over(tab)
    assert (list(replaced.tabs), replaced.tabs["tab"].title.en) == (["tab"], "New")
    added = over(tab, "new.yaml")
    assert list(added.tabs) == ["tab", "new"]
    assert build(added, "new").title.en == "New"


PAPER = (
    "publications: [{id: %s, title: {zh: 新, en: %s}, date: {zh: 二月, en: Feb}, note: {zh: 说, en: N},"
    " articles: [%s]}]"
)
STORY = "{id: story, title: {zh: 新, en: New}, paragraphs: [[1], [2, 3]]}"
REPLACING: dict[str, tuple[str, Callable[[Dataset], str]]] = {
    "a note": (f"notes: [{{id: reading, text: {NEW}}}]", lambda data: data.notes[0].text.en),
    "a source": (
        f"sources: [{{id: bureau, title: {NEW}}}]",
        lambda data: data.background_sources["bureau"].title.en,
    ),
    "a check": (
        f"checks: [{{id: more, tab: tab, title: {NEW}, holds: at-most, left: firms, right: many@2024}}]",
        lambda data: data.checks["more"].title.en,
    ),
    "an implied value": (
        f"implied: [{{id: before, label: {NEW}, kind: increase, of: [firms, growth]}}]",
        lambda data: data.relations["before"].label.en,
    ),
    "a series with its years": (
        f"series: [{{id: many, tab: tab, label: {NEW},"
        " observations: [{year: 2024, printed: 6家, source: bureau}]}]",
        lambda data: data.series["many"].label.en if data.records["many@2024"].printed == "6家" else "old",
    ),
    "a publication": (PAPER % ("paper", "New", STORY), lambda data: data.publications[0].title.en),
    "an article of another publication": (
        PAPER % ("other", "Other", STORY),
        lambda data: data.articles["story"][1].title.en,
    ),
}


@pytest.mark.parametrize("what", REPLACING)
def test_everything_that_has_an_id_can_be_replaced(what: str) -> None:
    upper, said = REPLACING[what]
    assert said(dataset_of({"tab.yaml": SOUND.encode()})) != "New"
    assert said(over(upper)) == "New"


def test_what_was_laid_over_is_told_in_the_tab_the_detail_the_citation_and_the_export(tmp_path: Path) -> None:
    dataset = in_folders(tmp_path, FIRMS + "notes: [{id: mine, text: {zh: 须知, en: A note}}]\n")
    view = build(dataset, "tab")
    laid = view.blocks[-1]
    assert isinstance(laid, Notes)
    assert laid.notes[0].en == "Firms: 9, in place of 8 (mine/tab.yaml, line 1)"
    assert laid.notes[1].zh == "阅读须知“须知”：新增（mine/tab.yaml 第2行）"
    assert "mine laid over" in view.source.en
    assert "数据取自 under；叠加 mine" in view.source.zh
    [detail] = details(dataset, ("firms",))
    assert detail.fields[-1].value.en == "mine/tab.yaml, line 1, in place of 8"
    assert detail.citation is not None
    assert detail.citation.en.endswith("para. 1, mine")
    assert record_data(dataset, dataset.records["firms"])["data_file"] == "mine/tab.yaml:1"
    assert record_data(dataset, dataset.records["growth"])["data_file"] is None
    [untouched] = details(dataset, ("growth",))
    assert untouched.citation is not None
    assert "mine" not in untouched.citation.en


def test_the_bundled_data_alone_says_nothing_of_layers(dataset: Dataset) -> None:
    assert not dataset.laid
    assert not dataset.origin
    assert load_layers([Layer(bundled())]).sources() == dataset.sources()


FAULTY: dict[str, tuple[str, str]] = {
    "a figure that does not read": (FIRMS.replace("9家", "好几家"), "bad-figure"),
    "an article there is not": (FIRMS.replace("story", "nowhere"), "unknown-id"),
    "an id twice in the upper data": (
        FIRMS + f"notes: [{{id: a, text: {NEW}}}, {{id: a, text: {NEW}}}]",
        "duplicate-id",
    ),
    "an id of something else below": (f"notes: [{{id: firms, text: {NEW}}}]", "duplicate-id"),
    "what no longer follows": (
        f"implied: [{{id: before, label: {NEW}, kind: earlier, of: [growth, firms]}}]",
        "unit-mismatch",
    ),
}


@pytest.mark.parametrize("what", FAULTY)
def test_what_is_wrong_above_is_told_under_the_upper_file(what: str) -> None:
    upper, rule = FAULTY[what]
    with pytest.raises(BadDataset) as caught:
        over(upper)
    check_told(caught.value.problems)
    assert {each.file for each in caught.value.problems} == {"mine/tab.yaml"}
    assert rule in {each.rule.id for each in caught.value.problems}


def test_what_the_lower_data_loses_is_told_where_it_names_it() -> None:
    other = "{id: other, title: {zh: 标, en: T}, paragraphs: [[1]]}"
    with pytest.raises(BadDataset) as caught:
        over(PAPER % ("paper", "New", other))
    assert {(each.file, each.rule.id) for each in caught.value.problems} == {("tab.yaml", "unknown-id")}


def test_records_that_no_tab_would_show_are_told() -> None:
    with pytest.raises(BadDataset) as caught:
        over(FIRMS.replace("id: firms", "id: more-firms"), "nowhere.yaml")
    [problem] = caught.value.problems
    assert (problem.file, problem.rule.id) == ("mine/nowhere.yaml", "no-tab")
