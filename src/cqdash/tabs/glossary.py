"""Which terms of the glossary a text, a record or a tab uses, and how they are shown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from cqdash.dataset.glossary import Entry
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.language import Text, joined, same
from cqdash.language import glossary as words
from cqdash.tabs.blocks import Detail, Field, ListGroup, Listing, ListItem


def terms_in(dataset: Dataset, texts: Iterable[str]) -> tuple[Entry, ...]:
    """The entries one of whose spellings stands in one of the texts, in the glossary's order.

    Latin letters count as whole words, with or without a plural s; capitals alone have to be capitals.
    """
    together = "\n".join(texts)
    lowered = together.lower()
    # Most spellings stand nowhere: a pattern is made for those that may.
    return tuple(
        entry
        for entry in dataset.glossary.values()
        if any(each.lower() in lowered for each in entry.spellings) and _pattern(entry).search(together)
    )


def terms_of(dataset: Dataset, identifiers: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that records, implied values, series and checks use; an entry's own id means itself."""
    identifiers = tuple(identifiers)
    used = terms_in(dataset, (words for each in identifiers for words in _said(dataset, each)))
    return tuple(entry for entry in dataset.glossary.values() if entry in used or entry.id in identifiers)


def terms_of_tab(dataset: Dataset, tab: str) -> tuple[Entry, ...]:
    """The entries that anything of a tab uses."""
    titles = [words for section in dataset.tabs[tab].sections for words in section.title]
    own = [each for each, its_tab in dataset.tab_of.items() if its_tab == tab]
    return terms_in(dataset, [*titles, *(words for each in own for words in _said(dataset, each))])


def glossary(dataset: Dataset, tab: str, section: Section) -> Listing | None:
    """The terms of a tab as a list; None where it uses none."""
    items = tuple(_item(entry) for entry in terms_of_tab(dataset, tab))
    group = ListGroup(words.USED_HERE, None, items)
    return Listing(section.id, section.title, section.about, (group,)) if items else None


def entry_detail(entry: Entry) -> Detail:
    """All there is to say about a term."""
    fields = [Field(words.IN_CHINESE, same(entry.term.zh)), Field(words.IN_ENGLISH, same(entry.term.en))]
    others = [same(each) for each in entry.spellings if each not in entry.term]
    if others:
        fields.append(Field(words.ALSO, joined(others, "、", ", ")))
    return Detail(entry.id, entry.term, None, entry.text, tuple(fields), (), None)


def _item(entry: Entry) -> ListItem:
    other = Text(entry.term.en, entry.term.zh)
    return ListItem(entry.id, entry.term, other, entry.text)


def _said(dataset: Dataset, identifier: str) -> Iterator[str]:
    """Every word, in both languages, that is said of a record, an implied value, a series or a check."""
    texts: list[Text | None] = []
    if record := dataset.records.get(identifier):
        yield record.printed
        texts = [record.label, record.text]
    elif relation := dataset.relations.get(identifier):
        texts = [relation.label, relation.text]
    elif series := dataset.series.get(identifier):
        texts = [series.label, series.about]
    elif check := dataset.checks.get(identifier):
        texts = [check.title, check.about]
    for text in texts:
        yield from text or ()


@functools.cache
def _pattern(entry: Entry) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, entry.spellings)))


def _whole(spelling: str) -> str:
    """A spelling as a pattern; one that begins or ends in a Latin letter or a digit is no part of a word."""
    before = r"(?<![A-Za-z0-9-])" if _is_latin(spelling[0]) else ""
    after = r"s?(?![A-Za-z0-9-])" if _is_latin(spelling[-1]) else ""
    exact = re.escape(spelling)
    return before + (exact if spelling.isupper() else f"(?i:{exact})") + after


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
