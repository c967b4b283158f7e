"""An assessment as a view: the total first, then by year, what would change it, why, and what is assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from cqdash.dataset import Dataset
from cqdash.language import Text, joined
from cqdash.language import assessment as words
from cqdash.language import subsidy as outcome_words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Assessment, ProjectResult, Terms, YearResult
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import year_named
from cqdash.subsidy.sensitivity import Change, changes, find_out_next
from cqdash.tabs.amounts import (
    difference,
    headed,
    money,
    open_named,
    open_words,
    outcome_said,
)
from cqdash.tabs.blocks import (
    Bar,
    BarGroup,
    Block,
    Chart,
    Column,
    Headline,
    HeadlineFigure,
    ListGroup,
    Listing,
    ListItem,
    Notes,
    Table,
    TabView,
)
from cqdash.tabs.cited import disclaimer, place_of, source, table
from cqdash.tabs.comparison import comparison_view
from cqdash.tabs.trace import trace_tree, years_said

__all__ = ["assessment_view", "comparison_view"]

MOST_CHANGES = 12
"""Rows shown of what would change the result."""
BY_YEAR = "by-year"


def assessment_view(dataset: Dataset, book: Rulebook, application: Application) -> TabView:
    """What the rules answer to an application, with all that a reader needs to judge it."""
    assessment = _told_apart(assess(book, application))
    scheme = book.scheme
    years = years_said(1, application.horizon, application)
    about = words.ABOUT.fill(scheme=scheme.title, years=years)
    blocks: list[Block | None] = [
        _headline(assessment.total),
        disclaimer(dataset, book),
        _warnings(assessment.projects),
    ]
    if assessment.projects:
        blocks += [
            _years(application, assessment),
            _chart(application, assessment),
            _projects(application, assessment),
            _changes(book, application, assessment),
            _reasons(book, application, assessment),
            trace_tree(dataset, application, assessment),
        ]
    else:
        about = joined([about, words.NO_PROJECT], "", " ")
    blocks.append(_assumed(dataset, book, application, assessment))
    name = application.applicant.get("name")
    title = words.TITLE_OF.fill(name=name) if isinstance(name, str) and name else words.TITLE
    shown = tuple(block for block in blocks if block)
    return TabView("assessment", title, about, source(dataset, book), shown, words.CLOSING)


def _told_apart(assessment: Assessment) -> Assessment:
    """Projects of the same name numbered."""
    times = Counter(project.label for project in assessment.projects)
    met: Counter[Text] = Counter()
    projects = []
    for project in assessment.projects:
        label = project.label
        if times[label] > 1:
            met[label] += 1
            label = words.NUMBERED.fill(label=label, n=met[project.label])
        projects.append(replace(project, label=label, trace=replace(project.trace, label=label)))
    return replace(assessment, projects=tuple(projects))


def _headline(total: Terms) -> Headline:
    figures = [
        (words.KNOWN_SUM, money(total.known)),
        (words.UP_TO_SUM, money(total.up_to)),
        (words.AT_MOST_SUM, money(total.at_most)),
    ]
    for label, things in ((words.NOT_PUBLISHED, total.unpublished), (words.UNDETERMINED, total.undetermined)):
        if things:
            figures.append((label, words.ITEMS.fill(n=len(things)) if len(things) > 1 else words.ONE_ITEM))
    return Headline(tuple(HeadlineFigure("", label, shown) for label, shown in figures))


def _warnings(projects: Sequence[ProjectResult]) -> Notes | None:
    concerned: dict[Text, list[Text]] = {}
    for project in projects:
        for warning in project.warnings:
            concerned.setdefault(warning, []).append(project.label)
    notes = tuple(
        words.CONCERNS.fill(warning=headed(warning), projects=joined(labels, "、", ", "))
        for warning, labels in concerned.items()
    )
    return Notes("warnings", words.WARNINGS, notes, ((),) * len(notes), numbered=False) if notes else None


def _lines(application: Application, assessment: Assessment) -> list[tuple[Text, Terms]]:
    """The terms of each year, and of no known year where there are any."""
    lines = [
        (headed(year_named(year, application)), terms)
        for year, terms in zip(application.years, assessment.by_year, strict=True)
    ]
    if assessment.open_terms != Terms():
        lines.append((headed(outcome_words.OPEN_YEAR), assessment.open_terms))
    return lines


def _years(application: Application, assessment: Assessment) -> Table:
    lines = _lines(application, assessment)
    is_shared = sum(terms.at_most for _, terms in lines) != assessment.total.at_most
    lines.append((outcome_words.IN_ALL, assessment.total))
    has_open = any(open_words(terms) for _, terms in lines)
    columns = [Column(words.YEAR)]
    columns += [Column(title, "right") for title in (words.KNOWN, words.UP_TO_BESIDES, words.AT_MOST_BESIDES)]
    columns += [Column(words.OPEN)] if has_open else []
    rows = []
    for label, terms in lines:
        amounts = (
            money(amount) if amount else words.NOTHING for amount in (terms.known, terms.up_to, terms.at_most)
        )
        rows.append([label, *amounts, *([open_named(terms)] if has_open else [])])
    return table(BY_YEAR, words.BY_YEAR, words.CAPS_SHARED if is_shared else None, columns, rows)


def _chart(application: Application, assessment: Assessment) -> Chart | None:
    lines = _lines(application, assessment)
    if not any(terms.most for _, terms in lines):
        return None
    groups = tuple(BarGroup(label, _bars(terms)) for label, terms in lines)
    series = (words.KNOWN, words.UP_TO_BESIDES, words.AT_MOST_BESIDES)
    return Chart("by-year-chart", words.BY_YEAR_CHART, series, groups, BY_YEAR, stacked=True)


def _bars(terms: Terms) -> tuple[Bar | None, ...]:
    """A bar a term; what has no amount is said in words after the last one, or in place of a zero."""
    said = [
        money(terms.known) if terms.known else None,
        words.UP_TO.fill(amount=money(terms.up_to)) if terms.up_to else None,
        words.AT_MOST.fill(amount=money(terms.at_most)) if terms.at_most else None,
    ]
    last = max((n for n, text in enumerate(said) if text), default=0)
    ending = [*(text for text in said[last:] if text), *open_words(terms)]
    said[last] = joined(ending or [words.NOTHING], " + ", " + ")
    values = (terms.known, terms.up_to, terms.at_most)
    return tuple(
        Bar("", Fraction(value), text) if text else None for value, text in zip(values, said, strict=True)
    )


def _projects(application: Application, assessment: Assessment) -> Table:
    columns = [Column(words.YEAR), *(Column(project.label) for project in assessment.projects)]
    rows = [
        [
            headed(year_named(year, application)),
            *(_said(project, project.years[year - 1]) for project in assessment.projects),
        ]
        for year in application.years
    ]
    return table("projects", words.BY_PROJECT, None, columns, rows)


def _open_part(project: ProjectResult, result: YearResult) -> int:
    """Yuan of a year's outcome that belong to no known year."""
    return max(0, result.high - project.by_year[result.year - 1].most)


def _said(project: ProjectResult, result: YearResult) -> Text:
    said = outcome_said(result.outcome, result.low, result.high)
    part = _open_part(project, result)
    if not part:
        return said
    return (
        words.ALL_OPEN.fill(said=said)
        if part == result.high
        else words.PART_OPEN.fill(said=said, amount=money(part))
    )


def _reasons(book: Rulebook, application: Application, assessment: Assessment) -> Listing:
    groups = tuple(
        ListGroup(_named(book, project), None, tuple(_items(project, application)))
        for project in assessment.projects
    )
    return Listing("reasons", words.WHY, None, groups)


def _named(book: Rulebook, project: ProjectResult) -> Text:
    item = book.items[project.item].label if project.item else None
    is_said = item is None or project.label.zh.startswith(item.zh)
    return project.label if is_said or item is None else words.PROJECT_OF.fill(name=project.label, item=item)


def _items(project: ProjectResult, application: Application) -> list[ListItem]:
    """An entry a year; years in a row with the same outcome and reasons are one."""
    runs: list[list[YearResult]] = []
    for result in project.years:
        if runs and _is_alike(project, runs[-1][-1], result):
            runs[-1].append(result)
        else:
            runs.append([result])
    items = []
    for run in runs:
        first, last = run[0], run[-1]
        said = _said(project, first)
        if len(run) > 1 and first.high and not _open_part(project, first):
            said = words.EACH_YEAR.fill(said=said)
        label = headed(years_said(first.year, last.year, application))
        why = headed(joined(first.reasons, "；", "; "))
        items.append(ListItem("", label, said, why))
    return items


def _is_alike(project: ProjectResult, first: YearResult, second: YearResult) -> bool:
    """Whether two years say the same; years that share a cap are kept apart."""
    parts = {_open_part(project, result) for result in (first, second)}
    is_shared = first.outcome == "at-most" and parts != {first.high}
    return not is_shared and len(parts) == 1 and replace(second, year=first.year) == first


def _changes(book: Rulebook, application: Application, assessment: Assessment) -> Table | None:
    found = changes(book, application, assessment)
    about = [words.CHANGES_ABOUT]
    if len(found) > MOST_CHANGES:
        about.append(words.CHANGES_SHOWN.fill(all=len(found), n=MOST_CHANGES))
    if following := find_out_next(found):
        about.append(words.FIND_OUT.fill(what=_what(following, assessment)))
    columns = [
        Column(words.ANSWER),
        Column(words.INSTEAD),
        Column(words.KNOWN, "right"),
        Column(words.MOST, "right"),
    ]
    rows = [
        [
            _what(change, assessment),
            words.FROM_TO.fill(was=change.was, to=change.to),
            difference(change.known),
            difference(change.most),
        ]
        for change in found[:MOST_CHANGES]
    ]
    return table("changes", words.CHANGES, joined(about, "", " "), columns, rows) if rows else None


def _what(change: Change, assessment: Assessment) -> Text:
    """The question, with the project it is about where there are several."""
    if change.where is None or len(assessment.projects) == 1:
        return change.label
    return words.ON.fill(project=change.where, question=change.label)


def _assumed(dataset: Dataset, book: Rulebook, application: Application, assessment: Assessment) -> Notes:
    """The readings in force in the order of their file, each with its paragraphs and the option chosen."""
    switched = {assumption.reading: assumption for assumption in book.scheme.assumptions}
    used = {*assessment.readings, *switched}
    notes = [note for note in dataset.notes if note.id in used]
    texts = []
    for note in notes:
        text = note.text
        if assumption := switched.get(note.id):
            option, own = book.assumed(application, assumption), assumption.options[0]
            pattern = words.CHOSEN if option == own else words.CHOSEN_OTHER
            text = pattern.fill(text=text, label=assumption.label, option=option.label, own=own.label)
        place = place_of(dataset, note.records)
        texts.append(words.CITED.fill(text=text, place=place) if place else text)
    return Notes(
        "assumed", words.ASSUMED, tuple(texts), tuple(note.records for note in notes), numbered=False
    )
