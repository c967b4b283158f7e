"""What the loader refuses: hostile, broken and mistaken files, each with its rule and its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cqdash.dataset import BadDataset, Problem, document, rests
from cqdash.dataset.document import DEEPEST, MOST_PROBLEMS, MOST_VALUES
from cqdash.dataset.folder import LARGEST, MOST_BYTES, MOST_FILES
from cqdash.dataset.load import dataset_of
from cqdash.language.rules import Rule
from cqdash.subsidy.cases import MOST_CASES
from cqdash.subsidy.file import LARGEST as APPLICATION
from told import SOUND, check_told

DEEP = DEEPEST + 1

# A piece of the sound file and what stands in its place, or all of a file; then rule, line and column.
Refused = tuple[tuple[str, str] | str | bytes, list[tuple[str, int, int]]]
PRINTED = "    printed: 8家"
WHOLE_FILES: dict[str, Refused] = {
    "larger than a file may be": ("#" * LARGEST + "#", [("too-large", 0, 0)]),
    "not UTF-8": ("tab:\n  id: 国\n".encode("gb18030"), [("not-utf8", 2, 7)]),
    "UTF-16": (SOUND.encode("utf-16"), [("not-utf8", 1, 1)]),
    "half a character at the end": ("tab: 国".encode()[:-1], [("not-utf8", 1, 6)]),
    "an unpaired surrogate in bytes": (b"tab: \xed\xa0\x80\n", [("not-utf8", 1, 6)]),
    "lists in lists without end": ("[" * 200_000, [("too-deep", 1, DEEPEST)]),
    "braces in braces without end": ("{a: " * 200_000, [("too-deep", 1, 4 * DEEPEST - 3)]),
    "dashes without end": ("- " * 200_000, [("too-deep", 1, 2 * DEEPEST - 1)]),
    "questions without end": ("? " * 200_000, [("too-deep", 1, 2 * DEEPEST - 1)]),
    "lists in lists, closed again": ("[" * DEEP + "]" * DEEP, [("too-deep", 1, DEEPEST)]),
    "closing brackets in quotes": ("['] ] ]', " * DEEP, [("too-deep", 1, 10 * DEEPEST - 9)]),
    "deep under a tag": ("!x [" * 200_000, [("too-deep", 1, 4 * DEEPEST - 3)]),
    "more values than a file may have": ("[" + "1," * MOST_VALUES + "]", [("too-many", 1, 1)]),
    "a list where pairs belong": ("- 1\n", [("wrong-type", 1, 1)]),
    "a word where pairs belong": ("nothing\n", [("wrong-type", 1, 1)]),
    "a second document": ("tab: ~\n---\ntab: ~\n", [("several-documents", 2, 1)]),
    "a document after its end": ("a: 1\n...\nb: 2\n", [("not-yaml", 3, 1)]),
    "another version of YAML": ("%YAML 9.9\n---\na: 1\n", [("not-yaml", 1, 1)]),
    "a tab for indentation": ("tab:\n\torder: 1\n", [("not-yaml", 2, 1)]),
    "quotes without an end": ('notes:\n  - "open\n', [("not-yaml", 2, 5)]),
    "a list without an end": ("notes: [1,\n  2\nrecords: 3\n", [("not-yaml", 3, 8)]),
    "a colon in plain text": ("tab: a: b\n", [("not-yaml", 1, 7)]),
    "an unknown escape": ('tab: "\\q"\n', [("not-yaml", 1, 7)]),
    "half a surrogate pair in an escape": ('tab: "\\ud800"\n', [("not-yaml", 1, 9)]),
    "a character beyond Unicode": ('tab: "\\U00110000"\n', [("not-yaml", 1, 9)]),
    "a value that begins with an at sign": ("tab: @home\n", [("not-yaml", 1, 6)]),
    "an unknown alias": ("notes: *nothing\n", [("alias", 1, 8)]),
    "an alias to itself": ("notes: &a [*a]\n", [("alias", 1, 8), ("alias", 1, 12)]),
    "a merge key": ("a: &a {b: 1}\nc: {<<: *a}\n", [("alias", 1, 4), ("alias", 2, 9)]),
    "an object to build": ("tab: !!python/object/apply:os.system [echo]\n", [("tag", 1, 6)]),
    "a tag of one's own": ("tab: !mine 1\n", [("tag", 1, 6)]),
    "a tag without a name": ("tab: ! 1\n", [("tag", 1, 6)]),
    "a tag of an unknown kind": ("tab: !a!b 1\n", [("tag", 1, 6)]),
    "a tag at the very beginning": ("!x {}\n", [("tag", 1, 1)]),
    "a byte order mark within": ("tab: a\ufeff\n", [("bad-character", 1, 7)]),
    "a lone carriage return": ("tab:\r  order: 1\n", [("bad-character", 1, 5)]),
    "a line separator": ("tab: a\u2028b\n", [("bad-character", 1, 7)]),
    "what is no character": ("tab: a\ufffe\n", [("bad-character", 1, 7)]),
    "a mapping as a key": ("{a: 1}: 2\n", [("wrong-type", 1, 1)]),
    "an unknown part": ("recods: []\n", [("unknown-key", 1, 1)]),
    "a number as a key": ("1: 2\n", [("unknown-key", 1, 1)]),
    "an escape in a key": ('"\\e]52;c;eA==\\a": 1\n', [("bad-character", 1, 1)]),
    "a turned-around key": ('"\\u202eyek": 1\n', [("bad-character", 1, 1)]),
}  # fmt: skip
PIECES: dict[str, Refused] = {
    "a control character": ((PRINTED, PRINTED + "\x1b[2J"), [("bad-character", 22, 16)]),
    "a C1 control character": ((PRINTED, PRINTED + "\x9b2J"), [("bad-character", 22, 16)]),
    "a null": ((PRINTED, PRINTED + "\0"), [("bad-character", 22, 16)]),
    "a private character": ((PRINTED, PRINTED + "\ue000"), [("bad-character", 22, 16)]),
    "a bidi override": ((PRINTED, PRINTED + "\u202e"), [("bad-character", 22, 16)]),
    "a bidi isolate": ((PRINTED, PRINTED + "\u2066"), [("bad-character", 22, 16)]),
    "an Arabic letter mark": ((PRINTED, PRINTED + "\u061c"), [("bad-character", 22, 16)]),
    "an escaped escape": ((PRINTED, '    printed: "8\\e[2J"'), [("bad-character", 22, 14)]),
    "an escaped C1 control": ((PRINTED, '    printed: "8\\x9b2J"'), [("bad-character", 22, 14)]),
    "an escaped bidi override": ((PRINTED, '    printed: "\\u202e8"'), [("bad-character", 22, 14)]),
    "an escaped private character": ((PRINTED, '    printed: "\\ue000"'), [("bad-character", 22, 14)]),
    "an escaped line separator": ((PRINTED, '    printed: "8\\L"'), [("bad-character", 22, 14)]),
    "an unknown key": ((PRINTED, "    prnted: 8家"), [("missing-key", 18, 5), ("unknown-key", 22, 5)]),
    "a key given twice": ((PRINTED, PRINTED + "\n    line: 1"), [("duplicate-key", 23, 5)]),
    "a part given twice": (("notes:\n", "records: []\nnotes:\n"), [("duplicate-key", 31, 1)]),
    "a language given twice": (("{zh: 企业, en", "{zh: 企业, zh: 业, en"), [("duplicate-key", 19, 21)]),
    "a language left out": (("{zh: 企业, en: Firms}", "{zh: 企业}"), [("missing-key", 19, 12)]),
    "a number for text": ((PRINTED, "    printed: 8"), [("wrong-type", 22, 14)]),
    "nothing for text": ((PRINTED, "    printed:"), [("wrong-type", 22, 13)]),
    "spaces for text": ((PRINTED, "    printed: '　 '"), [("wrong-type", 22, 14)]),
    "yes for text in quotes": ((PRINTED, "    printed: true"), [("wrong-type", 22, 14)]),
    "a word for a number": (("order: 1", "order: first"), [("wrong-type", 11, 10)]),
    "a fraction for a number": (("order: 1", "order: 1.5"), [("wrong-type", 11, 10)]),
    "an octal number": (("order: 1", "order: 07"), [("wrong-type", 11, 10)]),
    "a hexadecimal number": (("order: 1", "order: 0x1F"), [("wrong-type", 11, 10)]),
    "a number with underscores": (("order: 1", "order: 1_000"), [("wrong-type", 11, 10)]),
    "a number in sixties": (("order: 1", "order: 12:30"), [("wrong-type", 11, 10)]),
    "a number with an exponent": (("order: 1", "order: 1e3"), [("wrong-type", 11, 10)]),
    "a date for a number": (("order: 1", "order: 2024-01-01"), [("wrong-type", 11, 10)]),
    "no number": (("order: 1", "order: .nan"), [("wrong-type", 11, 10)]),
    "an infinite number": (("order: 1", "order: -.inf"), [("wrong-type", 11, 10)]),
    "an endless number": (("order: 1", "order: " + "9" * 5000), [("bad-number", 11, 10)]),
    "a number beyond any use": (("order: 1", "order: -9999999999999999"), [("bad-number", 11, 10)]),
    "yes for true": (("order: 1", "order: yes"), [("wrong-type", 11, 10)]),
    "a kind there is none of": (("kind: earlier", "kind: later"), [("wrong-choice", 28, 53)]),
    "a word for a list": (("headline: [firms]", "headline: firms"), [("wrong-type", 14, 13)]),
    "a list for a word": (("article: story\n", "article: [story]\n"), [("wrong-type", 20, 14)]),
    "line 0": (("    line: 1", "    line: 0"), [("bad-line", 21, 11)]),
    "a line before the first": (("    line: 1", "    line: -3"), [("bad-line", 21, 11)]),
    "a line far beyond the last": (("    line: 1", "    line: 123456789012345678901"),
     [("bad-line", 21, 11)]),
    "a line that is true": (("    line: 1", "    line: true"), [("wrong-type", 21, 11)]),
    "a line that is text": (("    line: 1", "    line: '1'"), [("wrong-type", 21, 11)]),
    "no line": (("    line: 1", "    line: []"), [("bad-line", 21, 5)]),
    "a line its article lacks": (("    line: 1", "    line: 4"), [("bad-line", 21, 11)]),
    "a paragraph on line 0": (("paragraphs: [[1],", "paragraphs: [[0],"), [("bad-line", 7, 63)]),
    "a year there never was": (("year: 2024", "year: 0"), [("bad-year", 26, 73)]),
    "a figure that does not read": ((PRINTED, "    printed: 好几家"), [("bad-figure", 22, 14)]),
    "infinity as a figure": ((PRINTED, "    printed: .inf"), [("bad-figure", 22, 14)]),
    "a figure without an end": ((PRINTED, "    printed: '" + "9" * 41 + "家'"), [("bad-figure", 22, 14)]),
    "a figure of the background": (("printed: 7家", "printed: 七七家"), [("bad-figure", 26, 88)]),
    "a day no month has": (("printed: 1月26日", "printed: 2月30日"), [("bad-date", 24, 74)]),
    "an id that is a path": (("id: growth", "id: ../growth"), [("bad-id", 23, 10), ("unknown-id", 28, 74)]),
    "an id in two words": (("id: paper", "id: a paper"), [("bad-id", 2, 9)]),
    "an id given twice": (("id: growth", "id: firms"), [("duplicate-id", 23, 10), ("unknown-id", 28, 74)]),
    "an id that a note has": (("id: before", "id: reading"), [("duplicate-id", 28, 10)]),
    "an article given twice": (
        ("[[1], [2, 3]]}", "[[1], [2, 3]]}\n      - {id: story, title: {zh: a, en: b}, paragraphs: [[1]]}"),
        [("duplicate-id", 8, 14)],
    ),
    "a source with an article's id": (("id: bureau", "id: story"),
     [("duplicate-id", 9, 10), ("unknown-id", 26, 100)]),
    "an unknown article": (("article: story\n", "article: tale\n"), [("unknown-id", 20, 14)]),
    "an unknown record in a headline": (("[firms]\n  sec", "[frims]\n  sec"), [("unknown-id", 14, 14)]),
    "an unknown record in a section": (("records: [firms]}\nrec", "records: [frims]}\nrec"),
     [("unknown-id", 16, 69)]),
    "an unknown record in a note": (("A note}, records: [firms]", "A note}, records: [frims]"),
     [("unknown-id", 32, 57)]),
    "an unknown record below a value": (("of: [firms,", "of: [frims,"), [("unknown-id", 28, 67)]),
    "an unknown record in a check": (("left: firms", "left: frims"), [("unknown-id", 30, 72)]),
    "an unknown source": (("source: bureau", "source: bureu"), [("unknown-id", 26, 100)]),
    "an unknown tab": (("id: more, tab: tab", "id: more, tab: tub"), [("unknown-id", 30, 21)]),
}  # fmt: skip
REFUSED = WHOLE_FILES | PIECES


def refused(change: tuple[str, str] | str | bytes) -> list[Problem]:
    """What is told of a file."""
    if isinstance(change, tuple):
        assert SOUND.count(change[0]) == 1, change[0]
        change = SOUND.replace(*change)
    with pytest.raises(BadDataset) as caught:
        dataset_of({"tab.yaml": change.encode() if isinstance(change, str) else change})
    check_told(caught.value.problems)
    return caught.value.problems


def test_the_file_that_the_refusals_are_made_from_is_sound() -> None:
    dataset = dataset_of({"tab.yaml": SOUND.encode()})
    assert (len(dataset.records), len(dataset.relations), len(dataset.checks)) == (4, 1, 1)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_rule_and_its_place(name: str) -> None:
    change, told = REFUSED[name]
    assert [(problem.rule.id, problem.line, problem.column) for problem in refused(change)] == told


def test_a_character_is_named_by_its_number() -> None:
    for name, number in {
        "a bidi override": "U+202E",
        "an escaped C1 control": "U+009B",
        "a turned-around key": "U+202E",
    }.items():
        assert number in refused(REFUSED[name][0])[0].message.zh
        assert number in refused(REFUSED[name][0])[0].message.en


def test_no_problem_is_left_in_the_words_of_the_parser() -> None:
    texts = [
        "%x y\n---\n",
        "%YAML 1.1\n%YAML 1.1\n---\n",
        "notes: |x\n",
        "notes: & a\n",
        "notes: *\n",
        "notes: !<\n",
    ]
    for change in [*(change for change, _ in REFUSED.values()), *texts]:
        assert not [problem for problem in refused(change) if "not YAML" in problem.message.en]


def test_the_limits_are_those_that_contributors_are_told() -> None:
    told = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = told[told.index("### What is refused") :]
    sizes = f"{LARGEST >> 20} MiB; {APPLICATION >> 20} MiB", f"{MOST_FILES}; {MOST_BYTES >> 20} MiB"
    counts = (
        f"{MOST_VALUES:,}; {DEEPEST}",
        f"{MOST_CASES:,}",
        f"{MOST_PROBLEMS:,}",
        f"{rests.MOST}; {rests.DEEPEST}",
    )
    assert [limit for limit in (*sizes, *counts) if f"| {limit} |" not in table] == []


def test_every_rule_for_a_file_its_yaml_and_its_records_is_tried() -> None:
    rules = list(Rule)
    own = rules[rules.index(Rule.TOO_LARGE) : rules.index(Rule.UNKNOWN_ID) + 1]
    tried = {rule for _, told in REFUSED.values() for rule, _, _ in told}
    assert [rule.id for rule in own if rule.id not in tried] == []
    assert len(REFUSED) >= 100


def test_without_the_c_parser_the_same_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain(document._Bounded, yaml.SafeLoader):
        pass

    monkeypatch.setattr(document, "_Loader", Plain)
    monkeypatch.setattr(document, "_C_OR_PLAIN", yaml.SafeLoader)
    monkeypatch.setattr(document, "MOST_VALUES", 1000)
    # What the plain parser reads on for a while before it stops, or stops at another character.
    reads_otherwise = {
        "an unknown escape",
        "half a surrogate pair in an escape",
        "a character beyond Unicode",
    }
    for name, (change, told) in REFUSED.items():
        found = [(problem.rule.id, problem.line, problem.column) for problem in refused(change)]
        assert name in reads_otherwise or found == told, name


def test_what_only_follows_from_a_mistake_is_not_told() -> None:
    text = (
        SOUND.replace("id: paper", "id: [paper]")
        .replace(PRINTED, "    prnted: 8家")
        .replace("year: 2024", "year: x")
    )
    told = refused(text)
    assert {problem.rule.id for problem in told} == {"wrong-type", "unknown-key", "missing-key"}
    assert len(told) == 4


def test_a_file_that_cannot_be_read_at_all_hides_no_mistake_of_another() -> None:
    with pytest.raises(BadDataset) as caught:
        dataset_of({"a.yaml": b"\xff", "tab.yaml": SOUND.replace(PRINTED, "    printed: 好几家").encode()})
    assert [(problem.file, problem.rule.id) for problem in caught.value.problems] == [
        ("a.yaml", "not-utf8"),
        ("tab.yaml", "bad-figure"),
    ]


def test_what_a_file_that_is_no_yaml_may_have_named_is_not_missed_elsewhere() -> None:
    text = SOUND.replace("left: firms", "left: far").replace("[firms]\n  sec", "[frims]\n  sec")
    with pytest.raises(BadDataset) as caught:
        dataset_of({"a.yaml": b"records:\n  - {id: far, printed: 7\n", "tab.yaml": text.encode()})
    assert [(problem.file, problem.rule.id) for problem in caught.value.problems] == [
        ("a.yaml", "not-yaml"),
        ("tab.yaml", "unknown-id"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{n}: 1\n" for n in range(20_000)),
        "\u202e" * 200_000,
        SOUND.replace("[firms]\n  sec", "[" + "nothing, " * 20_000 + "]\n  sec"),
    ],
    ids=["unknown keys", "characters", "unknown ids"],
)
def test_of_very_many_problems_the_first_thousand_are_told(text: str) -> None:
    told = refused(text)
    assert len(told) == MOST_PROBLEMS + 1
    assert [problem.rule for problem in told].count(Rule.TOO_MANY) == 1


def test_values_that_rest_on_one_another_in_every_way_cost_no_more_than_they_are_long() -> None:
    row = "  - {{id: v{level}-{n}, label: {{zh: 值, en: Value}}, kind: sum, tab: tab, of: [{of}]}}\n"
    rows = [
        row.format(
            level=level, n=n, of=", ".join(f"v{level - 1}-{each}" for each in range(60)) if level else "firms"
        )
        for level in range(19)
        for n in range(60)
    ]
    told = refused(SOUND.replace("checks:\n", "".join(rows) + "checks:\n"))
    assert {problem.rule for problem in told} == {Rule.BAD_RELATION, Rule.TOO_MANY}


def test_a_value_rests_on_no_more_figures_than_anyone_adds_up() -> None:
    record = "  - {{id: f{n}, label: {{zh: 值, en: Value}}, article: story, line: 1, printed: 8家}}\n"
    records = "".join(record.format(n=n) for n in range(201))
    of = ", ".join(f"f{n}" for n in range(201))
    text = SOUND.replace("series:\n", records + "series:\n").replace(
        "checks:\n", f"  - {{id: all, label: {{zh: 值, en: Value}}, kind: sum, of: [{of}]}}\nchecks:\n"
    )
    assert [problem.message.en for problem in refused(text)] == ["it rests on more than 200 figures"]
