"""Whatever a table of applicants holds, every row of it gets a row of the result, or its error."""

from __future__ import annotations

import csv
import io

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.dataset import BadDataset, load
from cqdash.dataset.characters import first_unsafe
from cqdash.language import LANGUAGES
from cqdash.subsidy.batch import Row, assess_table
from cqdash.subsidy.rulebook import rulebook
from fuzz.tried import TABLES, Tally
from told import check_told

DATASET = load()
BOOK = rulebook(DATASET, DATASET.schemes["ip-policy"])
COLUMNS = [
    "name", "#own", "horizon", "first_year", "legal_form", "in_chongqing", "gi_roles", "item", "project.name",
    "approval", "targets", "running", "count", "received", "evaluation.1", "evaluation.5", "requests.1",
    "recognitions.2", "assumptions.first-year",
]  # fmt: skip
ODD_COLUMNS = ["evaluation", "evaluation.99", "nme", "", "item ", "=1", "\x1b", "名称", "name"]
CELLS = [
    "", "", "~", "?", "yes", "no", "是", "0", "1", "3", "-1", "11", "1000000", "9" * 18, "9" * 30,
    "legal-person", "none;zone-builder", "national-centre", "guidelines", "recognition", "legal-persom",
    "full", "=1+1", "\u202e", "a\nb", 'a"b', "x" * 2000, "\x00", "１", "²", " ", "甲",
]  # fmt: skip

headers = st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=8, unique=True)
tables = headers.flatmap(
    lambda header: st.lists(
        st.lists(st.sampled_from(CELLS), min_size=len(header), max_size=len(header)), max_size=4
    ).map(lambda rows: [header, *rows])
)
ragged = st.lists(st.lists(st.sampled_from([*COLUMNS, *ODD_COLUMNS, *CELLS]), max_size=6), max_size=5)
ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030"]


def encoded(table: list[list[str]], encoding: str, end: str, is_open: bool, damage: bytes, at: int) -> bytes:
    """A table as bytes: its line ends, its last one left off, something put in somewhere."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerows(table)
    raw = out.getvalue().removesuffix(end if is_open else "").encode(encoding, "surrogatepass")
    at = at % (len(raw) + 1)
    return raw[:at] + damage + raw[at:]


damages = st.one_of(
    st.just(b""),
    st.just(b""),
    st.just(b""),
    st.binary(max_size=3),
    st.sampled_from([b'"', b"\x00", b"\xff", b"\r", b"x" * 140_000]),
)
raws = st.builds(
    encoded,
    st.one_of(tables, tables, tables, ragged),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    damages,
    st.integers(0, 10_000),
)


def rows_of(raw: bytes) -> list[Row] | None:
    """The result, None where the header is refused."""
    results = []
    for language in LANGUAGES:
        try:
            results.append(list(assess_table(BOOK, io.BytesIO(raw), "t.csv", language)))
        except BadDataset as error:
            check_told(error.problems)
            return None
    zh, en = results
    assert [row.is_bad for row in zh] == [row.is_bad for row in en]
    return en


def rows_given(raw: bytes) -> int | None:
    """How many rows a sound table has below its header, None where Python reads none in it."""
    try:
        return sum(map(bool, csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="\n"), strict=True))) - 1
    except (UnicodeDecodeError, csv.Error):
        return None


def test_every_row_of_whatever_table_gets_a_row_or_its_error() -> None:
    tally = Tally(TABLES)

    @settings(max_examples=TABLES.inputs)
    @given(st.one_of(raws, raws, raws, st.binary(max_size=200)))
    def each(raw: bytes) -> None:
        made = rows_of(raw)
        event("assessed" if made else "refused")
        tally.count(made is not None)
        if made is None:
            return
        header, *rows = csv.reader(io.StringIO("".join(row.text for row in made), newline=""), strict=True)
        assert all(len(row) == len(header) for row in rows)
        assert [bool(row[-1]) for row in rows] == [row.is_bad for row in made[1:]]
        assert first_unsafe("".join(row.text for row in made[1:])) is None
        given_rows = rows_given(raw)
        assert given_rows is None or given_rows == len(rows)

    each()
    tally.check()
