"""The glossary: every term is explained in both languages, and found wherever it is used."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cqdash.dataset import BadDataset, Dataset, load
from cqdash.dataset.glossary import Entry
from cqdash.export import Format, export_tabs
from cqdash.language import LANGUAGES, Language
from cqdash.tabs.blocks import Listing
from cqdash.tabs.build import build
from cqdash.tabs.detail import details
from cqdash.tabs.glossary import terms_in, terms_of, terms_of_tab

GLOSSARY = """\
glossary:
  - id: term-gi
    term: {zh: 地理标志, en: geographical indication}
    also: [GI, "416"]
    text: {zh: 标明产地的标志。, en: A sign that tells a place.}
  - id: term-pilot
    term: {zh: 试点, en: pilot}
    text: {zh: 先行试验。, en: Something tried out first.}
  - id: term-pilot-scale
    term: {zh: 中试, en: pilot-scale}
    text: {zh: 小规模试生产。, en: Production on a small scale.}
"""


@pytest.fixture
def small(tmp_path: Path) -> Dataset:
    (tmp_path / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return load(tmp_path)


def ids(entries: Sequence[Entry]) -> list[str]:
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三件地理标志产品", ["term-gi"]),
        ("two GIs, Geographical Indications", ["term-gi"]),
        ("in the beginning, gi, a Gill, 1416 and 4165", []),
        ("416布局", ["term-gi"]),
        ("Pilots", ["term-pilot"]),
        ("a pilot-scale plant", ["term-pilot-scale"]),
        ("试点与中试", ["term-pilot", "term-pilot-scale"]),
    ],
)
def test_a_term_is_found_as_a_word_of_its_own_in_either_language(
    small: Dataset, text: str, found: list[str]
) -> None:
    assert ids(terms_in(small, [text])) == found


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("en: pilot}", "en: GI}", "7:24: duplicate-term: “GI” is a spelling of term-gi already"),
        ("id: term-pilot\n", "id: term-gi\n", "6:9: duplicate-id: id already used in glossary.yaml: term-gi"),
        (
            "en: A sign that tells a place.",
            "en: ''",
            "5:30: wrong-type: should be text, not empty (quote a number)",
        ),
    ],
)
def test_a_fault_of_the_glossary_is_told_with_its_place(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    assert GLOSSARY.count(right) == 1
    (tmp_path / "glossary.yaml").write_text(GLOSSARY.replace(right, wrong), encoding="utf-8")
    with pytest.raises(BadDataset) as refused:
        load(tmp_path)
    assert [problem.to("en") for problem in refused.value.problems] == [f"glossary.yaml:{told}"]


@pytest.mark.parametrize(
    ("record", "entry"),
    [
        ("zhongke-status", "term-little-giant"),
        ("zone-trade", "term-bonded-zone"),
        ("kd-sets", "term-kd-parts"),
        ("new-three-growth", "term-new-three"),
        ("cluster-system", "term-manufacturing-clusters"),
        ("innovation-layout", "term-innovation-layout"),
        ("ip-b-zone-once", "term-geographical-indication"),
        ("plan-period", "term-five-year-plan"),
        ("market-procurement-exports", "term-market-procurement"),
        ("remanufacture-modules", "term-bonded-remanufacturing"),
        ("chain-leaders", "term-chain-leader"),
        ("hundred-delegations", "term-hundred-delegations"),
        ("fair-participations", "term-participations"),
        ("car-exports", "term-scales"),
        ("pilot-service-chain", "term-pilot-scale"),
        ("liangjiang-rd-intensity", "term-rd-intensity"),
        ("hightech-firms-growth", "term-high-tech-firm"),
        ("platform-firms-growth", "term-technology-platform-firm"),
        ("platform-free-trade-zone", "term-free-trade-zone"),
        ("ip-c-guidelines", "term-guidelines"),
        ("ip-c-credit-china", "term-credit-china"),
        ("ip-c-abnormal-list", "term-abnormal-list"),
        ("ip-a-legal-person", "term-legal-person"),
        ("kd-value-growth", "term-times"),
        ("private-share-two-ways", "term-bonded-zone"),
        ("foreign-increase", "term-foreign-invested"),
        ("rd-intensity-series", "term-rd-intensity"),
    ],
)
def test_what_an_english_reader_cannot_know_is_one_step_away(
    dataset: Dataset, record: str, entry: str
) -> None:
    assert entry in ids(terms_of(dataset, [record]))


def test_every_term_is_used_and_no_explanation_only_says_the_term_again(dataset: Dataset) -> None:
    used = {entry.id for tab in dataset.tabs for entry in terms_of_tab(dataset, tab)}
    assert used == set(dataset.glossary)
    for entry in dataset.glossary.values():
        assert all(len(said) > len(term) + 5 for said, term in zip(entry.text, entry.term, strict=True))


@pytest.mark.parametrize("tab", load().tabs)
def test_a_tab_ends_with_the_terms_it_uses(tab: str, dataset: Dataset) -> None:
    last = build(dataset, tab).blocks[-1]
    assert isinstance(last, Listing)
    items = [item for group in last.groups for item in group.items]
    assert [item.record for item in items] == ids(terms_of_tab(dataset, tab))
    for item in items:
        entry = dataset.glossary[item.record]
        assert item.text == entry.text
        detail = details(dataset, (item.record,))[0]
        assert (detail.label, detail.text) == (entry.term, entry.text)
        assert {entry.term.zh, entry.term.en} <= {field.value.en for field in detail.fields}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_an_export_to_read_ends_with_them_too(form: Format, language: Language, dataset: Dataset) -> None:
    written = export_tabs(dataset, ["trade"], form, language, 400)
    notes = written.index({"zh": "读数须知", "en": "Reading notes"}[language])
    for entry in terms_of_tab(dataset, "trade"):
        assert written.index(entry.term.to(language), notes) > notes


def test_json_holds_the_terms_of_the_tabs_asked_for(dataset: Dataset) -> None:
    told = json.loads(export_tabs(dataset, ["pilots"], "json", "en", 80))["glossary"]
    assert [each["id"] for each in told] == ids(terms_of_tab(dataset, "pilots"))
    trial = next(each for each in told if each["id"] == "term-pilot-scale")
    assert trial["term"] == {"zh": "中试", "en": "pilot-scale trial"}
    assert trial["also"] == ["pilot-scale"]
    assert trial["text"]["zh"].startswith("“中间性试验”的简称")
