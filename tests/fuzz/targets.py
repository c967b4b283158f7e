"""What is done with a made-up input: used to the end, or refused in words; anything else is a finding."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.dataset import BadDataset, Dataset
from cqdash.dataset.load import dataset_of
from cqdash.language import Text
from cqdash.quantity import (
    Quantity,
    Unreadable,
    point,
    read,
    read_date,
    render,
    render_about,
    render_date,
    render_exact,
    render_interval,
    render_span,
)
from cqdash.subsidy.rulebook import rulebook
from cqdash.tabs.build import build_all
from cqdash.tabs.detail import details
from cqdash.tabs.search import search
from told import check_told

NAME = "tab.yaml"


def loader(raw: bytes) -> bool:
    """A data file: what is accepted is worked out and laid out; gives whether it was."""
    try:
        dataset = dataset_of({NAME: raw})
    except BadDataset as error:
        check_told(error.problems)
        return False
    use(dataset)
    return True


def quantity(raw: bytes) -> bool:
    """A figure or a date as printed: what reads is shown in both languages; gives whether it did."""
    text = raw.decode("utf-8", "replace")
    return any([figure(text, exact=False), figure(text, exact=True), day(text)])


def use(dataset: Dataset) -> None:
    """All that the program does with a dataset before it is on the screen."""
    for relation in dataset.relations:
        analyse(dataset).implied(relation)
    for check in dataset.checks:
        analyse(dataset).finding(check)
    for scheme in dataset.schemes.values():
        rulebook(dataset, scheme)
    build_all(dataset)
    details(dataset, (*dataset.records, *dataset.relations))
    search(dataset, "7")


def figure(text: str, *, exact: bool) -> bool:
    """Whether a text reads as a figure, which then holds together."""
    try:
        found = read(text, exact=exact)
    except Unreadable:
        return False
    check_figure(found)
    return True


def day(text: str) -> bool:
    """Whether a text reads as a date, which is then shown in both languages."""
    try:
        found = read_date(text)
    except Unreadable:
        return False
    check_words(render_date(found))
    return True


def check_figure(found: Quantity) -> None:
    """Its value lies in its interval or is the end of it, and every rendering has words in both languages."""
    shown = [render(found), render(found, "up"), render(found, "down"), render_exact(found)]
    interval = found.interval
    if interval is not None:
        ends = (interval.low, interval.high)
        assert ends != (None, None)
        assert None in ends or (interval.low or 0) <= (interval.high or 0)
        if found.value is not None:
            assert found.value in interval or found.value in ends or found.qualifier == "and-more"
        shown += [render_interval(found), render_about(interval, found.unit)]
        shown.append(render_span(interval, found.unit))
    if found.value is not None:
        shown.append(render_span(point(found.value), found.unit))
    assert (found.value is None) == (found.qualifier == "range")
    for words in shown:
        if words is not None:
            check_words(words)


def check_words(words: Text) -> None:
    """Both languages say something, on one line that nothing in it can turn around."""
    assert all(each and each.isprintable() for each in words)
