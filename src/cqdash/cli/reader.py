"""The session of `cqdash read`: a line typed, and where the reader is then, with the lines to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cqdash.dataset import Dataset
from cqdash.export.plain import (
    Section,
    detail_lines,
    opening,
    render_plain,
    section_lines,
    sections,
    unmarked,
)
from cqdash.export.spoken import sentence, spoken
from cqdash.files.settings import clipped, printable
from cqdash.language import LANGUAGES, Language, Text, same
from cqdash.language import find as find_words
from cqdash.language import reading as words
from cqdash.tabs.build import build
from cqdash.tabs.detail import details, summary
from cqdash.tabs.search import search
from cqdash.tabs.wording import folded

AT_ONCE = 20
"""So many of a list are told; more are a command away."""
LONGEST_CHOICE = 3
"""A whole number of more digits is looked for, since no list is that long."""
FIND = ("f", "find")


class Reader(Struct, frozen=True):
    """Where a reader is: the tabs, a tab, or a list of figures `items` that was found or asked for.

    `section` and `item` count from 1 and are 0 before the first; `told` of the items have been listed.
    """

    language: Language
    tab: str | None = None
    section: int = 0
    heading: Text | None = None
    items: tuple[str, ...] = ()
    item: int = 0
    told: int = 0
    has_ended: bool = False


Answer = tuple[Reader, list[str]]


def welcome(dataset: Dataset, reader: Reader) -> list[str]:
    """What is said first."""
    return [words.WELCOME.to(reader.language), *_tabs(dataset, reader)]


def prompt(dataset: Dataset, reader: Reader) -> str:
    """What is said before each line that is typed: where the reader is, and what comes next."""
    if reader.items:
        said = words.PROMPT_ITEMS.fill(n=len(reader.items))
    elif reader.tab is None:
        said = words.PROMPT_TABS.fill(n=len(dataset.tabs))
    else:
        pattern = words.PROMPT_SECTION if reader.section else words.PROMPT_TAB
        count = len(_sections(dataset, reader))
        said = pattern.fill(tab=dataset.tabs[reader.tab].title, at=reader.section, n=count)
    return said.to(reader.language)


def answer(dataset: Dataset, reader: Reader, line: str) -> Answer:
    """Where the reader is after a line, and what to print; nothing that is typed is an error."""
    typed = printable(" ".join(line.split()))
    word = folded(typed)
    word = ALIASES.get(word, word)
    if word in COMMANDS:
        return COMMANDS[word](dataset, reader)
    if not word:
        return reader, _hint(dataset, reader)
    if word.isdecimal() and len(word) <= LONGEST_CHOICE:
        return _chosen(dataset, reader, int(word))
    for tab, declared in dataset.tabs.items():
        if word in (tab, *map(folded, declared.title)):
            return _open(dataset, reader, tab)
    command, _, rest = typed.partition(" ")
    if folded(command) in FIND:
        return _find(dataset, reader, rest) if rest else (reader, [words.FIND_WHAT.to(reader.language)])
    if len(word) == 1 and (word.isascii() or not word.isalnum()):
        return reader, [words.UNKNOWN.fill(given=typed).to(reader.language), *_hint(dataset, reader)]
    return _find(dataset, reader, typed)


def _tabs(dataset: Dataset, reader: Reader) -> list[str]:
    titles = [tab.title for tab in dataset.tabs.values()]
    return [words.TABS.fill(n=len(titles)).to(reader.language), *_choices(titles, reader.language)]


def _choices(titles: Sequence[Text], language: Language, first: int = 1) -> list[str]:
    said = (words.CHOICE.fill(n=n, title=title) for n, title in enumerate(titles, first))
    return [spoken(each.to(language), language) for each in said]


def _sections(dataset: Dataset, reader: Reader) -> tuple[Section, ...]:
    return _sections_of(dataset, reader.tab, reader.language) if reader.tab else ()


@lru_cache(maxsize=16)
def _sections_of(dataset: Dataset, tab: str, language: Language) -> tuple[Section, ...]:
    return sections(build(dataset, tab), language)


def _open(dataset: Dataset, reader: Reader, tab: str) -> Answer:
    return _place(dataset, Reader(reader.language, tab))


def _place(dataset: Dataset, reader: Reader) -> Answer:
    """What stands where the reader is: a detail, a list, a section, a tab's sections, or the tabs."""
    language = reader.language
    if reader.items and not reader.item:
        return _listed(dataset, replace(reader, told=0))
    if reader.items:
        return reader, _detail(dataset, reader)
    if reader.tab is None:
        return reader, _tabs(dataset, reader)
    made = _sections(dataset, reader)
    if reader.section:
        return reader, section_lines(made, reader.section, language)
    titles = _choices([same(section.title) for section in made], language)
    return reader, [*opening(build(dataset, reader.tab), language, len(made)), *titles]


def _chosen(dataset: Dataset, reader: Reader, number: int) -> Answer:
    """What a number stands for: one of the list, else a section of the tab, else a tab."""
    count = _count(dataset, reader)
    if not 1 <= number <= count:
        return reader, [words.NO_NUMBER.fill(given=number, n=count).to(reader.language)]
    if reader.items:
        return _place(dataset, replace(reader, item=number))
    if reader.tab:
        return _place(dataset, replace(reader, section=number))
    return _open(dataset, reader, list(dataset.tabs)[number - 1])


def _count(dataset: Dataset, reader: Reader) -> int:
    if reader.items:
        return len(reader.items)
    return len(_sections(dataset, reader)) if reader.tab else len(dataset.tabs)


def _find(dataset: Dataset, reader: Reader, query: str) -> Answer:
    found = tuple(each.id for each in search(dataset, query))
    given = clipped(query)
    if not found:
        return reader, [find_words.NOTHING.fill(query=given).to(reader.language)]
    heading = find_words.FOUND.fill(query=given, n=len(found))
    return _listed(dataset, replace(reader, heading=heading, items=found, item=0, told=0))


def _listed(dataset: Dataset, reader: Reader) -> Answer:
    """The next few of the items, each with its number, its figure and its tab."""
    language, count = reader.language, len(reader.items)
    to = min(reader.told + AT_ONCE, count)
    titles = [_entry(dataset, reader, identifier) for identifier in reader.items[reader.told : to]]
    lines = [sentence(reader.heading.to(language), language)] if reader.heading and not reader.told else []
    if count > AT_ONCE:
        lines.append(words.FOUND_ITEMS.fill(first=reader.told + 1, last=to, n=count).to(language))
    lines += _choices(titles, language, reader.told + 1)
    if to < count:
        lines.append(words.MORE_ITEMS.fill(n=count - to).to(language))
    return replace(reader, told=to), lines


def _entry(dataset: Dataset, reader: Reader, identifier: str) -> Text:
    label, shown = details(dataset, (identifier,))[0].label, unmarked(summary(dataset, identifier))
    said = find_words.NAMED.fill(name=label, value=shown) if shown.en and shown != label else label
    tab = dataset.tab_of.get(identifier)
    return said if tab in (None, reader.tab) else words.IN_TAB.fill(said=said, tab=dataset.tabs[tab].title)


def _detail(dataset: Dataset, reader: Reader) -> list[str]:
    identifier, language = reader.items[reader.item - 1], reader.language
    lines = [words.DETAIL.fill(n=reader.item, of=len(reader.items)).to(language)]
    lines += detail_lines(details(dataset, (identifier,))[0], language)
    if tab := dataset.tab_of.get(identifier):
        known = words.TAB_AND_ID.fill(tab=dataset.tabs[tab].title, id=identifier)
        lines.append(find_words.NAMED.fill(name=find_words.TAB, value=known).to(language))
    return lines


def _next(dataset: Dataset, reader: Reader) -> Answer:
    return _step(dataset, reader, 1, words.AT_THE_END)


def _previous(dataset: Dataset, reader: Reader) -> Answer:
    return _step(dataset, reader, -1, words.AT_THE_START)


def _step(dataset: Dataset, reader: Reader, by: int, at_the_edge: Text) -> Answer:
    if not reader.items and reader.tab is None:
        return reader, [words.CHOOSE_TAB.to(reader.language)]
    number = (reader.item if reader.items else reader.section) + by
    if not 1 <= number <= _count(dataset, reader):
        return reader, [at_the_edge.to(reader.language)]
    return _chosen(dataset, reader, number)


def _whole(dataset: Dataset, reader: Reader) -> Answer:
    if reader.tab is None:
        return reader, [words.CHOOSE_TAB.to(reader.language)]
    whole = render_plain([build(dataset, reader.tab)], reader.language)
    return reader, whole.removesuffix("\n").split("\n")


def _figures(dataset: Dataset, reader: Reader) -> Answer:
    """What the section tells of, as a list to choose from."""
    made = _sections(dataset, reader)
    if not made or not reader.section:
        return reader, [words.NO_ITEMS.to(reader.language)]
    items = made[reader.section - 1].records
    if not items:
        return reader, [words.NO_ITEMS.to(reader.language)]
    in_both = [_sections(dataset, replace(reader, language=each))[reader.section - 1] for each in LANGUAGES]
    heading = words.SECTION_ITEMS.fill(title=Text(*(each.title for each in in_both)), n=len(items))
    return _listed(dataset, replace(reader, heading=heading, items=items, item=0, told=0))


def _more(dataset: Dataset, reader: Reader) -> Answer:
    if reader.told >= len(reader.items):
        return reader, [words.NO_MORE.to(reader.language)]
    return _listed(dataset, reader)


def _again(dataset: Dataset, reader: Reader) -> Answer:
    return _place(dataset, reader)


def _back(dataset: Dataset, reader: Reader) -> Answer:
    """From a detail to its list, from the list to where it was asked for, from there to the tab, the tabs."""
    if reader.item:
        return _place(dataset, replace(reader, item=0))
    if reader.items and reader.section:
        after, lines = _place(dataset, Reader(reader.language, reader.tab, reader.section))
        return after, lines[:1]
    is_in_tab = bool(reader.items or reader.section)
    return _place(dataset, Reader(reader.language, reader.tab if is_in_tab else None))


def _other_language(_: Dataset, reader: Reader) -> Answer:
    after = replace(reader, language="en" if reader.language == "zh" else "zh")
    return after, [words.NOW_IN.to(after.language)]


def _help(dataset: Dataset, reader: Reader) -> Answer:
    said = (words.POSSIBLE, _numbers(dataset, reader), words.WORDS, *words.COMMANDS.values())
    return reader, [each.to(reader.language) for each in said]


def _hint(dataset: Dataset, reader: Reader) -> list[str]:
    """What can be typed where the reader is, in short."""
    hint = words.HINT.fill(letters=", ".join(COMMANDS))
    return [each.to(reader.language) for each in (_numbers(dataset, reader), hint)]


def _numbers(dataset: Dataset, reader: Reader) -> Text:
    count = _count(dataset, reader)
    if reader.items:
        return words.NUMBER_ITEM.fill(n=count)
    if reader.tab:
        return words.NUMBER_SECTION.fill(n=count, tab=dataset.tabs[reader.tab].title)
    return words.NUMBER_TAB.fill(n=count, id=next(iter(dataset.tabs)))


def _quit(_: Dataset, reader: Reader) -> Answer:
    return replace(reader, has_ended=True), [words.GOODBYE.to(reader.language)]


COMMANDS: dict[str, Callable[[Dataset, Reader], Answer]] = {
    "n": _next,
    "p": _previous,
    "a": _whole,
    "d": _figures,
    "m": _more,
    "r": _again,
    "b": _back,
    "t": _other_language,
    "?": _help,
    "q": _quit,
}
"""What a line of one letter does; `reading.COMMANDS` says it in words."""
ALIASES = {"help": "?", "h": "?", "帮助": "?", "quit": "q", "exit": "q", "退出": "q"}
