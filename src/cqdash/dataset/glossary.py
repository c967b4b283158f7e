"""The glossary: terms that a reader of the other language cannot be expected to know."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cqdash.dataset.problems import Fault
from cqdash.language import Text
from cqdash.language.rules import Rule


class Entry(Struct, frozen=True):
    """A term and what it means; `also` are other spellings of it, in either language."""

    id: str
    term: Text
    text: Text
    also: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of the term, none twice."""
        return tuple(dict.fromkeys((self.term.zh, self.term.en, *self.also)))


def glossary_faults(entries: tuple[Entry, ...], taken: dict[str, str]) -> Iterator[Fault]:
    """A spelling that another entry has; `taken` holds the entry of each so far, and takes in these."""
    for entry in entries:
        for spelling in entry.spellings:
            first = taken.setdefault(spelling.casefold(), entry.id)
            if first != entry.id:
                message = Text(
                    f"“{spelling}”已是 {first} 的写法", f"“{spelling}” is a spelling of {first} already"
                )
                yield Fault(entry, Rule.DUPLICATE_TERM, message, spelling)
