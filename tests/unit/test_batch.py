"""A table of applicants: each row assessed as its file would be, its error beside it, in bounded memory."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from cqdash.dataset import BadDataset, load
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import writing
from cqdash.language import Language
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.batch import assess_table
from cqdash.subsidy.rulebook import Rulebook, rulebook
from cqdash.subsidy.table_columns import MOST_TOLD
from cqdash.subsidy.table_lines import LONGEST_LINE


@pytest.fixture(scope="module")
def book() -> Rulebook:
    dataset = load()
    return rulebook(dataset, dataset.schemes["ip-policy"])


def results(book: Rulebook, table: str | bytes, language: Language = "en") -> list[dict[str, str]]:
    raw = table if isinstance(table, bytes) else table.encode()
    text = "".join(row.text for row in assess_table(book, io.BytesIO(raw), "t.csv", language))
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_a_row_is_assessed_as_its_application_is(book: Rulebook) -> None:
    (row,) = results(
        book,
        "name,project.name,legal_form,in_chongqing,gi_roles,first_year,assumptions.first-year,"
        "item,approval,targets,running,evaluation.1,evaluation.2,evaluation.3\n"
        "甲,中心,legal-person,是,none;zone-builder,2030,full,national-centre,0,1,1,YES,否,~\n",
    )
    application = Application(
        first_year=2030,
        assumptions={"first-year": "full"},
        applicant={
            "name": "甲", "legal_form": "legal-person", "in_chongqing": True,
            "gi_roles": ("none", "zone-builder"),
        },
        projects=(
            {
                "name": "中心", "item": "national-centre", "approval": 0, "targets": 1, "running": 1,
                "evaluation": {1: True, 2: False, 3: None},
            },
        ),
    )  # fmt: skip
    (project,) = assess(book, application).projects
    for year in project.years:
        told = (row[f"year{year.year}"], row[f"year{year.year}.low"], row[f"year{year.year}.high"])
        assert told == (year.outcome, str(year.low), str(year.high))
    terms = (row["known"], row["up_to"], row["at_most"])
    assert terms == tuple(map(str, (project.total.known, project.total.up_to, project.total.at_most)))
    assert (row["year1.low"], row["error"], row["name"]) == ("700000", "", "甲")


def test_an_empty_cell_is_the_default_and_a_tilde_is_not_known(book: Rulebook) -> None:
    rows = results(
        book,
        "legal_form,in_chongqing,item,approval,targets,count\n"
        "legal-person,yes,branch-centre,1,1,\n"
        "legal-person,yes,branch-centre,1,1,~\n"
        "legal-person,yes,branch-centre,,1,3\n",
    )
    assert [row["year1.low"] for row in rows] == ["200000", "", "0"]
    assert [row["undetermined"] for row in rows] == ["", "District or county branch", ""]


def test_an_error_stands_beside_its_row_and_the_rest_is_computed(book: Rulebook) -> None:
    table = (
        "legal_form,in_chongqing,gi_roles,item,recognitions.1\n"
        "legal-persom,maybe,none,nation,x\n"
        "legal-person,yes,product-applicant,recognition,2\n"
        "legal-person,yes,product-applicant,recognition,2,3,4\n"
        '"legal-person"x,yes\n'
        "\n"
        "legal-person,yes,product-applicant,recognition,1\n"
        '"unfinished\n'
    )
    rows = results(book, table)
    assert [row["known"] for row in rows] == ["", "400000", "", "", "200000", ""]
    for part in (
        "legal_form: no such choice: legal-persom; did you mean legal-person?",
        "in_chongqing: should be true or false",
        "item: no such item: nation; ",
        "recognitions.1: should be a whole number from 0 to 1,000",
    ):
        assert part in rows[0]["error"]
    assert rows[2]["error"] == "2 more cells than the header has"
    assert rows[3]["error"].startswith("the row is not CSV: ")
    assert "没有这个选项：legal-persom；是否 legal-person？" in results(book, table, "zh")[0]["error"]


def test_an_amount_that_is_not_published_is_empty_and_never_0(book: Rulebook) -> None:
    (row,) = results(book, "in_chongqing,gi_roles,item\nyes,zone-builder,zone-approval\n")
    assert [row[key] for key in ("year1", "year1.low", "year1.high")] == ["unpublished", "", ""]
    assert row["unpublished"] == "National GI zone approved"


def test_a_horizon_column_gives_each_row_its_own_years(book: Rulebook) -> None:
    rows = results(
        book,
        "horizon,in_chongqing,gi_roles,item,recognitions.7\n"
        "7,yes,product-applicant,recognition,1\n"
        ",yes,product-applicant,recognition,\n"
        "6,yes,product-applicant,recognition,1\n"
        "11,yes,product-applicant,recognition,\n",
    )
    assert [row["year7"] for row in rows] == ["payable", "", "", ""]
    assert [bool(row["year5"]) for row in rows] == [True, True, False, False]
    assert rows[2]["error"] == "recognitions.7: there is no year 7 (of 6)"
    assert rows[3]["error"] == "horizon: should be a whole number from 1 to 10"


def test_all_that_is_wrong_with_a_header_is_told_at_once(book: Rulebook) -> None:
    with pytest.raises(BadDataset) as caught:
        results(book, "nme,#own,item,evaluation,evaluation.7,project.item,year1\n")
    told = [problem.to("en") for problem in caught.value.problems]
    assert told[:-1] == [
        "t.csv:1:1: bad-column: no such column: nme; did you mean name?",
        "t.csv:1:4: bad-column: “evaluation” is answered by year: name a year, as in evaluation.1",
        "t.csv:1:5: bad-column: there is no year 7 (of 5)",
        "t.csv:1:6: bad-column: two columns for the same question: project.item",
    ]
    assert told[-1].startswith(
        "t.csv:1:7: bad-column: no such column: year1; there are: horizon, first_year, name, "
    )
    for table in (b"", b"\n", b",,\n", "单位,item\n".encode("gb18030"), b'"name'):
        with pytest.raises(BadDataset, match=r"^t\.csv:1:0: bad-header: "):
            results(book, table)


def test_no_cell_of_the_result_is_a_formula_or_drives_a_terminal(book: Rulebook) -> None:
    table = '#a,#b,#c,#d,#e,name\n=1+1,\t@x,-5,"+86 1",-3%,a\x1b[2Jb\n'
    (row,) = results(book, table)
    assert [row[key] for key in ("#a", "#b", "#c", "#d", "#e", "name")] == [
        "'=1+1", "'\t@x", "-5", "'+86 1", "-3%", "a\ufffd[2Jb",
    ]  # fmt: skip
    assert row["error"] == "name: character U+001B is not allowed"


def test_a_byte_order_mark_is_kept_and_another_encoding_is_an_error_of_its_row(book: Rulebook) -> None:
    table = b"\xef\xbb\xbfname,item\r\n" + "甲,\r\n".encode("gb18030") + "乙,guidelines\r\n".encode()
    first, *rest = (row.text for row in assess_table(book, io.BytesIO(table), "t.csv", "en"))
    assert first.startswith("\ufeffname,item,year1,")
    assert "not UTF-8 text" in rest[0]
    assert rest[1].startswith("乙,guidelines,at-most,")


class Endless:
    """A table that never ends; `line` is every line below the header."""

    def __init__(self, line: bytes) -> None:
        self.lines = self._lines(line)
        self.read = 0

    def readline(self, size: int) -> bytes:
        self.read += 1
        return next(self.lines)[:size]

    @staticmethod
    def _lines(line: bytes) -> Iterator[bytes]:
        yield b"name,item\n"
        while True:
            yield line


def test_a_row_comes_out_before_the_next_is_read(book: Rulebook) -> None:
    table = Endless("甲,guidelines\n".encode())
    rows = assess_table(book, cast(BinaryIO, table), "t.csv", "en")
    assert len(list(islice(rows, 1000))) == 1000
    assert table.read == 1000


def test_a_line_without_end_is_never_held_whole(book: Rulebook) -> None:
    table = b"name,item\n" + b"x" * (3 * LONGEST_LINE) + b"\n" + "乙,guidelines\n".encode()
    long, good = results(book, table)
    assert long["error"] == "a row is longer than 1,048,576 bytes"
    assert good["year1"] == "at-most"


def test_a_row_without_end_is_never_held_whole(book: Rulebook) -> None:
    rows = assess_table(book, cast(BinaryIO, Endless(b'x","' * 20_000 + b"\n")), "t.csv", "en")
    assert all(row.text.endswith('a row is longer than 1,048,576 bytes"\n') for row in islice(rows, 1, 4))


def test_a_header_as_long_as_a_line_is_refused_at_once(book: Rulebook) -> None:
    for table in ("unknown-column," * 60_000, "#," * 250_000 + "name," * 100_000):
        with pytest.raises(BadDataset, match=r"^t\.csv:1:0: bad-header: .* more than 1,000 columns$"):
            results(book, table + "\n")
    with pytest.raises(BadDataset) as caught:
        results(book, "unknown-column," * 900 + "\n")
    assert len(caught.value.problems) == MOST_TOLD + 1
    assert caught.value.problems[-1].rule.id == "too-many"


def test_a_file_written_piece_by_piece_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with contextlib.suppress(ZeroDivisionError), writing(path, overwrite=True) as draft:
        draft.write("new")
        raise ZeroDivisionError
    assert ([each.name for each in tmp_path.iterdir()], path.read_text()) == (["a.csv"], "old")
    with pytest.raises(CannotWrite) as refused, writing(path):
        raise AssertionError("the block is not entered")
    assert refused.value.exists
    with writing(path, overwrite=True) as draft:
        draft.write("一")
        draft.write("二")
        assert path.read_text() == "old"
    assert ([each.name for each in tmp_path.iterdir()], path.read_text("utf-8")) == (["a.csv"], "一二")
    assert draft.path == path.resolve()


def test_the_documented_table_is_assessed(book: Rulebook) -> None:
    document = (Path(__file__).parents[2] / "docs" / "subsidy.md").read_text("utf-8")
    first, second = results(book, document.split("```csv\n")[1].split("```")[0])
    assert (first["#case"], first["known"], first["error"]) == ("17", "500000", "")
    assert (second["year1"], second["at_most"], second["error"]) == ("at-most", "60000", "")


def test_a_row_comes_to_the_same_among_others_that_answer_alike_as_alone(book: Rulebook) -> None:
    header = "name,#note,project.name,legal_form,in_chongqing,experience,item,approval,targets,running\n"
    answers = [
        "legal-person,true,true,national-centre,1,1,2", "legal-person,true,~,national-centre,1,1,2",
        "legal-person,no,true,recognition,,,", "legal-person,true,true,national-centre,1,oops,2",
        "legal-person,true,true,national-centre,1,1,2,too,many",
    ]  # fmt: skip
    names = ["甲,,", "乙,a note,中心", "=1+1,,", f"{'长' * 2000},,", "\x1b]52;c;x\x07,,", ",,"]
    rows = [f"{name},{answer}\n" for name in names for answer in answers] * 2
    together = results(book, header + "".join(rows))
    assert together == [row for each in rows for row in results(book, header + each)]
    assert {bool(row["error"]) for row in together} == {True, False}
