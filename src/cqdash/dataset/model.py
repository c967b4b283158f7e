"""A whole dataset: records with their quantities, tabs, notes and how to cite each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from cqdash.dataset.folder import Layer
from cqdash.dataset.glossary import Entry
from cqdash.dataset.overlay import Laid
from cqdash.dataset.records import Article, Note, Publication, Record, Status, Tab
from cqdash.dataset.relations import Check, Relation
from cqdash.dataset.scheme import Scheme
from cqdash.dataset.series import Series, Source
from cqdash.dataset.sheet import Sheet
from cqdash.language import Text, joined, same
from cqdash.language import overlay as words
from cqdash.quantity import PERCENT, POINTS, YEAR, PrintedDate, Quantity, Unit

_IN_TABS = ("records", "notes", "series", "implied", "checks", "glossary")


class Dataset(Struct, frozen=True, eq=False, dict=True):
    """Every record of every tab, in file order; ids are unique and every reference exists.

    `records` holds the observations of the `series` too, each under `<series>@<year>`. `relations` and
    `checks` are declared only; what comes of them is worked out in `analysis`.
    `schemes` are the subsidy schemes, `sheets` the sheets to fill in, by the tab whose file holds them.
    `glossary` explains terms wherever they stand, by the entry's id.
    `layers` are the folders it was read from, the lowest first, and `laid` is what the upper ones brought.
    `key` is another one for any other data and any other version of the program; without it nothing that is
    made of the data is kept.
    """

    publications: tuple[Publication, ...]
    tabs: dict[str, Tab]
    records: dict[str, Record]
    notes: tuple[Note, ...]
    quantities: dict[str, Quantity]
    dates: dict[str, PrintedDate]
    tab_of: dict[str, str]
    schemes: dict[str, Scheme]
    sheets: dict[str, Sheet]
    background_sources: dict[str, Source]
    series: dict[str, Series]
    relations: dict[str, Relation]
    checks: dict[str, Check]
    glossary: dict[str, Entry]
    laid: tuple[Laid, ...] = ()
    layers: tuple[Layer, ...] = ()
    key: str = ""

    @cached_property
    def articles(self) -> dict[str, tuple[Publication, Article]]:
        """Each article by id, with the publication it is in."""
        found: dict[str, tuple[Publication, Article]] = {}
        for publication in self.publications:
            for article in publication.articles:
                found.setdefault(article.id, (publication, article))
        return found

    @cached_property
    def laid_by_id(self) -> dict[str, Laid]:
        """What was laid over, by the ids that can stand in a tab."""
        return {each.id: each for each in self.laid if each.field in _IN_TABS}

    @property
    def origin(self) -> list[Text]:
        """Where the data comes from, as far as it did not come with the program."""
        return [
            (words.LAID_OVER if number else words.DATA_FROM).fill(name=layer.name)
            for number, layer in enumerate(self.layers)
            if layer.name
        ]

    def data_file(self, laid: Laid) -> str:
        """The file something laid over stands in, under the name of its folder."""
        return f"{self._layer_name(laid)}/{laid.file}"

    def _layer_name(self, laid: Laid) -> str:
        return self.layers[laid.layer].name if self.layers else str(laid.layer)

    @cached_property
    def notes_on(self) -> dict[str, tuple[Note, ...]]:
        """The notes on each record."""
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            for record in note.records:
                found.setdefault(record, []).append(note)
        return {record: tuple(notes) for record, notes in found.items()}

    def records_of(self, tab: str, status: Status = "printed") -> list[Record]:
        """The records of one tab's file, or the background values shown in the tab, in file order."""
        return [r for r in self.records.values() if self.tab_of[r.id] == tab and r.status == status]

    def inputs_of(self, identifier: str) -> tuple[str, ...]:
        """The records a value rests on in the end: those its relation names, or it is one itself."""
        relation = self.relations.get(identifier)
        if relation is None:
            return (identifier,)
        return tuple(found for named in relation.of for found in self.inputs_of(named))

    def has(self, identifier: str) -> bool:
        """Whether it is the id of something that can stand in a table."""
        return identifier in self.records or identifier in self.relations

    def unit_of(self, identifier: str) -> Unit | None:
        """The unit of a record or of an implied value; None where it has no value."""
        above: list[str] = []
        while identifier not in self._units:
            self._units[identifier] = None  # what rests on itself has none
            above.append(identifier)
            relation = self.relations.get(identifier)
            if relation and relation.of and relation.kind not in ("share", "growth", "pull"):
                identifier = relation.of[0]
            else:
                self._units[identifier] = self._own_unit(identifier)
        for each in above:
            self._units[each] = self._units[identifier]
        return self._units[identifier]

    @cached_property
    def _units(self) -> dict[str, Unit | None]:
        return {}

    def _own_unit(self, identifier: str) -> Unit | None:
        """The unit of what takes it from nothing else."""
        if relation := self.relations.get(identifier):
            return {"share": PERCENT, "growth": PERCENT, "pull": POINTS}.get(relation.kind)
        if identifier in self.dates:
            return YEAR
        quantity = self.quantities.get(identifier)
        return quantity.unit if quantity else None

    def label_of(self, identifier: str) -> Text:
        """The label of a record or of an implied value."""
        return (self.relations.get(identifier) or self.records[identifier]).label

    def notes_of(self, tab: str) -> list[Note]:
        """The notes of one tab's file, in file order."""
        return [note for note in self.notes if self.tab_of[note.id] == tab]

    def place(self, *records: Record) -> Text:
        """Where in their articles records stand, in reading order: headline, data box, paras 2, 5, 6.

        A folder that laid one of them over the data is named too: it vouches for the figure.
        """
        overlays = self._overlays(records)
        elsewhere = [self.background_sources[r.article].title for r in records if r.status == "background"]
        records = tuple(record for record in records if record.status == "printed")
        lines = sorted(
            {(record.article, line) for record in records for line in record.lines}, key=lambda e: e[1]
        )
        parts: list[Text] = []
        paragraphs: list[int] = []
        for article_id, line in lines:
            article = self.articles[article_id][1]
            number = next((n for n, each in enumerate(article.paragraphs, 1) if line in each), None)
            if number is None:
                parts.append(_part(article, line))
            else:
                paragraphs.append(number)
        on_page = [*dict.fromkeys(parts), *_paragraphs(sorted(set(paragraphs)))]
        return joined([*on_page, *dict.fromkeys(elsewhere), *overlays], "、", ", ")

    def sources(self, tab: str | None = None) -> Text:
        """The publications a tab's records come from, or all of them, and the folders of the data."""
        used = [self.articles[r.article][0] for r in self.records_of(tab)] if tab else self.publications
        return self.cited(dict.fromkeys(used))

    def cited(self, publications: Iterable[Publication]) -> Text:
        """Publications with their dates, and the folders of the data."""
        cited = [Text("《{t}》{d}", "{t}, {d}").fill(t=p.title, d=p.date) for p in publications]
        return joined([*cited, *self.origin], "；", "; ")

    def citation(self, *records: Record) -> Text:
        """Newspaper, date, article and paragraphs: what a reader can cite; a background value's source."""
        by_article: dict[str, list[Record]] = {}
        for record in records:
            by_article.setdefault(record.article, []).append(record)
        return joined([self._cited(article, of) for article, of in by_article.items()], "；", "; ")

    def _overlays(self, records: Iterable[Record]) -> list[Text]:
        found = (self.laid_by_id.get(record.id.partition("@")[0]) for record in records)
        return [same(name) for name in dict.fromkeys(self._layer_name(laid) for laid in found if laid)]

    def _cited(self, article: str, records: list[Record]) -> Text:
        if source := self.background_sources.get(article):
            cited = "{t} {a}" if source.address else "{t}"
            said = Text(cited, cited).fill(t=source.title, a=source.address)
            return joined([said, *self._overlays(records)], "，", ", ")
        publication, found = self.articles[article]
        return Text("《{p}》{d}，《{a}》，{w}", "{p}, {d}, “{a}”, {w}").fill(
            p=publication.title, d=publication.date, a=found.title, w=self.place(*records)
        )


def _part(article: Article, line: int) -> Text:
    for part in article.parts:
        if line in part.lines:
            return part.name
    return Text("位置未注明", "place not given")


def _paragraphs(numbers: list[int]) -> list[Text]:
    if not numbers:
        return []
    word = "para." if len(numbers) == 1 else "paras"
    return [Text(f"第{'、'.join(map(str, numbers))}段", f"{word} {', '.join(map(str, numbers))}")]


def lines_of(article: Article) -> set[int]:
    """Every line of the page an article covers."""
    return {
        line for lines in (*article.paragraphs, *(part.lines for part in article.parts)) for line in lines
    }
