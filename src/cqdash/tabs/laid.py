"""What of a tab, and of each thing in it, was laid over the data below it, and where that stands."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from cqdash.dataset.model import Dataset
from cqdash.dataset.overlay import Laid
from cqdash.dataset.problems import clipped
from cqdash.dataset.records import MEASURED, Record
from cqdash.language import Text
from cqdash.language import overlay as words
from cqdash.quantity import Unreadable, read, read_date, render, render_date
from cqdash.tabs.blocks import Detail, Field, Notes

MOST = 30
"""So many are named in a tab; the rest are counted."""
LONGEST_NAME = 40


def laid_over(dataset: Dataset, tab: str) -> Notes | None:
    """What was laid over in a tab, each with what it took the place of; None where nothing was."""
    found = [each for each in dataset.laid if each.tab == tab and each.field not in _NO_TAB]
    if not found:
        return None
    # Of a tab that is all new its files need not be told one by one.
    found = [each for each in found if each.field == "tab" and each.replaced is None] or found
    lines = [_line(dataset, each) for each in found[:MOST]]
    records = [(each.id,) if _has_detail(dataset, each) else () for each in found[:MOST]]
    if len(found) > MOST:
        lines.append(words.MORE.fill(n=len(found) - MOST))
        records.append(())
    return Notes("laid-over", words.TITLE, tuple(lines), tuple(records), numbered=False)


def with_data_file(dataset: Dataset, detail: Detail) -> Detail:
    """A detail that says where its data stands, if that was laid over."""
    laid = dataset.laid_by_id.get(detail.record.partition("@")[0])
    if laid is None:
        return detail
    before = _printed(laid.replaced)
    in_place = words.FIELD_NEW if laid.replaced is None else words.FIELD_REPLACED
    pattern = in_place if before is None else words.FIELD_IN_PLACE_OF
    said = pattern.fill(place=place(dataset, laid), before=before or "")
    return replace(detail, fields=(*detail.fields, Field(words.DATA_FILE, said)))


def place(dataset: Dataset, laid: Laid) -> Text:
    """The file and the line something laid over stands on."""
    return words.PLACE.fill(file=dataset.data_file(laid), line=laid.line)


def said_of(laid: Laid) -> Text:
    """What it is now and was before, as far as both are printed figures or names."""
    now, before = _printed(laid.item), _printed(laid.replaced)
    if now is None:
        return words.NEW if laid.replaced is None else words.REPLACED
    if laid.replaced is None:
        return words.ADDED.fill(now=now)
    return words.IN_PLACE_OF.fill(now=now, before=before or "")


_NO_TAB = ("publications", "articles", "sources", "glossary")


def _line(dataset: Dataset, laid: Laid) -> Text:
    return words.LINE.fill(label=_label(laid), said=said_of(laid), place=place(dataset, laid))


def _label(laid: Laid) -> Text:
    what = words.WHAT[laid.field]
    named = (getattr(laid.item, name, None) for name in ("label", "title", "text"))
    title: Text | None = next((each for each in named if each is not None), None)
    if title is None:
        return what
    # A note has no name but its words.
    title = Text(*(clipped(said, LONGEST_NAME) for said in title))
    return title if laid.field == "records" else words.NAMED.fill(what=what, title=title)


def _has_detail(dataset: Dataset, laid: Laid) -> bool:
    return laid.id in dataset.records or laid.id in dataset.relations or laid.id in dataset.series


def _printed(item: Any) -> Text | None:
    """What a record prints, as it shows; None for anything else, and for what never read."""
    if not isinstance(item, Record):
        return None
    try:
        if item.kind in MEASURED:
            sign = item.sign if item.kind == "growth" else None
            return render(read(item.printed, exact=item.kind == "amount"), sign)
        if item.kind == "date":
            return render_date(read_date(item.printed))
    except Unreadable:
        return None
    return Text(item.printed, item.label.en)
