"""Two applications side by side, as a view: the totals, the years, and the answers that differ."""

from __future__ import annotations

from fractions import Fraction

from cqdash.dataset import Dataset
from cqdash.forms import Answers, Field
from cqdash.language import Text, same
from cqdash.language import assessment as words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assessment import Terms
from cqdash.subsidy.compare import Pair, compare
from cqdash.subsidy.rulebook import Rulebook, answer
from cqdash.subsidy.said import said
from cqdash.tabs.amounts import difference, headed, money, terms_said
from cqdash.tabs.blocks import Bar, BarGroup, Block, Chart, Column, Headline, HeadlineFigure, Table, TabView
from cqdash.tabs.cited import disclaimer, source, table

YEARS = "compared"
Pairs = tuple[Pair, ...]


def comparison_view(dataset: Dataset, book: Rulebook, first: Application, second: Application) -> TabView:
    """What the rules answer to each of two applications, year by year, and where their answers differ."""
    *lines, total = compare(book, first, second)
    lines = [
        pair for pair in lines if (pair.first, pair.second) != (Terms(), Terms()) or pair is not lines[-1]
    ]
    names = (_named(words.FIRST, first), _named(words.SECOND, second))
    figures = [
        HeadlineFigure("", name, terms_said(terms))
        for name, terms in zip(names, (total.first, total.second), strict=True)
    ]
    blocks: list[Block | None] = [
        Headline(tuple(figures)),
        disclaimer(dataset, book),
        _years((*lines, total), names),
        _chart(tuple(lines), names),
        _answers(book, first, second, names),
    ]
    about = words.COMPARISON_ABOUT.fill(scheme=book.scheme.title)
    shown = tuple(block for block in blocks if block)
    return TabView("comparison", words.COMPARISON, about, source(dataset, book), shown, words.CLOSING)


def _named(which: Text, application: Application) -> Text:
    name = application.applicant.get("name")
    return words.NAMED.fill(what=which, things=name) if isinstance(name, str) and name else which


def _years(pairs: Pairs, names: tuple[Text, Text]) -> Table:
    columns = [
        Column(words.YEAR), Column(names[0]), Column(names[1]), Column(words.DIFFERENCE, "right"),
    ]  # fmt: skip
    rows = [
        [
            headed(pair.label),
            terms_said(pair.first),
            terms_said(pair.second),
            difference(pair.second.known - pair.first.known),
        ]
        for pair in pairs
    ]
    return table(YEARS, words.BY_YEAR, None, columns, rows)


def _chart(pairs: Pairs, names: tuple[Text, Text]) -> Chart | None:
    if not any(pair.first.known or pair.second.known for pair in pairs):
        return None
    groups = tuple(BarGroup(headed(pair.label), (_bar(pair.first), _bar(pair.second))) for pair in pairs)
    return Chart("compared-chart", words.KNOWN_COMPARED, names, groups, YEARS)


def _bar(terms: Terms) -> Bar:
    return Bar("", Fraction(terms.known), money(terms.known))


def _answers(
    book: Rulebook, first: Application, second: Application, names: tuple[Text, Text]
) -> Table | None:
    """The answers that differ, projects taken in order; a project only one of them has is named once."""
    both = (first, second)
    rows = []
    if first.horizon != second.horizon:
        rows.append([words.HORIZON, *(same(str(each.horizon)) for each in both)])
    for assumption in book.scheme.assumptions:
        options = [book.assumed(each, assumption).label for each in both]
        if options[0] != options[1]:
            rows.append([assumption.label, *options])
    rows += _differing(book.scheme.applicant, (first.applicant, second.applicant), both)
    for number in range(max(len(each.projects) for each in both)):
        project = words.PROJECT_NUMBER.fill(n=number + 1)
        answers = [each.projects[number] if number < len(each.projects) else None for each in both]
        if answers[0] is None or answers[1] is None:
            rows.append(
                [
                    project,
                    *(words.HAS_PROJECT if each is not None else words.NO_SUCH_PROJECT for each in answers),
                ]
            )
            continue
        for question, *others in _differing(book.scheme.project, (answers[0], answers[1]), both):
            rows.append([words.ON.fill(project=project, question=question), *others])
    columns = [Column(words.QUESTION), Column(names[0]), Column(names[1])]
    return table("answers", words.ANSWERS_DIFFER, None, columns, rows) if rows else None


def _differing(
    questions: tuple[Field, ...], answers: tuple[Answers, Answers], both: tuple[Application, Application]
) -> list[list[Text]]:
    rows = []
    for question in questions:
        values = [answer(each, question) for each in answers]
        if values[0] != values[1]:
            told = [said(question, value, each) for value, each in zip(values, both, strict=True)]
            rows.append([question.label, *told])
    return rows
