"""Whatever is printed, it reads as a figure or a date that holds together, or it is refused."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.quantity.printed import LONGEST, PREFIXES, SUFFIXES
from cqdash.quantity.units import UNITS
from fuzz.targets import day, figure
from fuzz.tried import FIGURES, Tally

NUMERALS = "〇零一二两三四五六七八九十百千万亿余多"
LIKELY = NUMERALS + "元%成倍家台（套）第位连续年超近约以上下到至—0123456789.,每累计℃月日底首双"
ODD_DIGITS = "１２３٣४²½Ⅳ①〡壹貳０"


def maybe(words: list[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.just(""), st.just(""), st.sampled_from(words))


numbers = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**12).map("{:,}".format),
    st.decimals(0, 10**6, places=3).map(str),
    st.integers(10**20, 10**34).map(str),
    st.text("一二三四五六七八九十百千万亿零两〇", min_size=1, max_size=6),
    st.text("0123456789.,", min_size=1, max_size=LONGEST),
    st.text(ODD_DIGITS + "0123456789", min_size=1, max_size=4),
)
plausible = st.tuples(
    maybe(["每年", "连续", "累计"]),
    maybe(list(PREFIXES)),
    maybe(["零下", "第"]),
    numbers,
    maybe(["余", "多"]),
    maybe(["十", "百", "千", "万", "亿", "万亿", "千万"]),
    maybe(["余"]),
    maybe(list(UNITS)),
    maybe(list(SUFFIXES)),
).map("".join)
ranges = st.tuples(plausible, st.sampled_from(["到", "至", "—", "-", "~"]), plausible).map("".join)
dates = st.tuples(
    st.integers(0, 9999).map("{:04}年".format) | st.just(""),
    st.integers(0, 14).map("{}月".format) | st.just(""),
    st.integers(0, 33).map("{}日".format) | st.sampled_from(["", "初", "中", "底"]),
).map("".join)
simple = st.tuples(numbers, maybe(["万", "亿"]), maybe(list(UNITS))).map("".join)


def test_any_text_is_read_and_holds_together_or_is_refused() -> None:
    tally = Tally(FIGURES)

    @settings(max_examples=FIGURES.inputs)
    @given(
        st.one_of(
            st.text(max_size=60), st.text(LIKELY, max_size=12), simple, simple, plausible, ranges, dates
        ),
        st.booleans(),
    )
    def each(text: str, exact: bool) -> None:
        is_read = any([figure(text, exact=exact), day(text)])
        event("read" if is_read else "refused")
        tally.count(is_read)

    each()
    tally.check()
