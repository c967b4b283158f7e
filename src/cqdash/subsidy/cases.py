"""Cases: applications with the answer that is expected of them, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable

import yaml
from msgspec import Struct

from cqdash.dataset import BadDataset, Problem
from cqdash.dataset.decode import decode
from cqdash.dataset.document import compose, text_of
from cqdash.dataset.folder import Files, files_of
from cqdash.dataset.problems import Fault
from cqdash.dataset.reading import Reading
from cqdash.language import Text, joined, same
from cqdash.language import cases as words
from cqdash.language import subsidy as said
from cqdash.language.rules import Rule
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Outcome, ProjectResult, Terms
from cqdash.subsidy.file import LARGEST, read_for
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import yuan

MOST_CASES = 1000
"""No file holds more."""


class ExpectedTerms(Struct, frozen=True):
    """What is expected of a total: yuan, and the ids of items; None where nothing is stated.

    A project without a known item is listed as `project-1`, `project-2` and so on.
    """

    known: int | None = None
    up_to: int | None = None
    at_most: int | None = None
    unpublished: tuple[str, ...] | None = None
    undetermined: tuple[str, ...] | None = None


class ExpectedYear(Struct, frozen=True):
    """What is expected of a project in one year, its bounds in yuan; None where nothing is stated."""

    year: int
    outcome: Outcome | None = None
    low: int | None = None
    high: int | None = None


class ExpectedProject(Struct, frozen=True):
    """What is expected of a project: its years, its total, how many warnings."""

    years: tuple[ExpectedYear, ...] = ()
    total: ExpectedTerms | None = None
    warnings: int | None = None


class Expected(Struct, frozen=True):
    """What is expected of an assessment; the projects in the application's order."""

    total: ExpectedTerms | None = None
    projects: tuple[ExpectedProject, ...] = ()


class Case(Struct, frozen=True):
    """An application, what it is about, what is expected, its scheme's id, and where the case begins."""

    id: str
    about: Text
    application: Application
    expect: Expected
    scheme: str
    file: str
    line: int
    column: int


def load_cases(folder: Traversable, *books: Rulebook) -> tuple[Case, ...]:
    """The cases of every `*.yaml` of a folder, in file order. Raises BadDataset with every problem."""
    cases, problems = read_cases(files_of(folder), books)
    if problems:
        raise BadDataset(problems)
    return tuple(cases)


def read_cases(files: Files, books: Sequence[Rulebook]) -> tuple[list[Case], list[Problem]]:
    """The sound cases of files, in file order, and what is wrong with the others.

    Each case is of the scheme that its application names. Without any rulebook the applications are left
    aside, and there are no cases: only what can be told without one.
    """
    problems: list[Problem] = []
    cases: list[Case] = []
    first: dict[str, str] = {}
    for name, content in files.items():
        found, reading = _read(name, content, books)
        for case in found:
            if case.id in first:
                message = words.USED.fill(file=first[case.id], id=case.id)
                reading.note(Problem(case.file, case.line, case.column, Rule.DUPLICATE_ID, message))
            first.setdefault(case.id, case.file)
        cases += found
        problems += reading.problems
    return cases, problems


def run_case(book: Rulebook, case: Case) -> list[Text]:
    """How the assessment differs from what the case states; empty where it does not."""
    result = assess(book, case.application)
    found = list(_terms(words.TOTAL, case.expect.total, result.total, _names(book, case.application)))
    for number, (expected, project) in enumerate(zip(case.expect.projects, result.projects, strict=False), 1):
        found += _project(book, case.application, number, expected, project)
    return found


class _Head(Struct, frozen=True):
    """A case as its file has it, without the application."""

    id: str
    about: Text
    expect: Expected


def _read(name: str, content: bytes | Problem, books: Sequence[Rulebook]) -> tuple[list[Case], Reading]:
    """The sound cases of a file; what is wrong with the others is in the reading."""
    reading = Reading(name)
    try:
        if isinstance(content, Problem):
            raise BadDataset([content])
        text = text_of(name, content, LARGEST)
        root = compose(name, text)
    except BadDataset as error:
        for problem in error.problems:
            reading.note(problem)
        return [], reading
    reading = Reading(name, text)
    if root is None:
        reading.note(Problem(name, 0, 0, Rule.BAD_CASES, words.NO_CASES))
    nodes = _nodes(root, reading)
    if len(nodes) > MOST_CASES:
        reading.problem(nodes[MOST_CASES], Rule.TOO_MANY, words.TOO_MANY.fill(most=f"{MOST_CASES:,}"))
    lines = text.split("\n")
    found = [_case(node, lines, books, reading) for node in nodes[:MOST_CASES]]
    return [case for case in found if case], reading


def _nodes(root: yaml.Node | None, reading: Reading) -> list[yaml.Node]:
    if root is None:
        return []
    if isinstance(root, yaml.MappingNode) and [key.value for key, _ in root.value] == ["cases"]:
        listed = root.value[0][1]
        if isinstance(listed, yaml.SequenceNode):
            return list(listed.value)
    reading.problem(root, Rule.BAD_CASES, words.NOT_CASES)
    return []


def _case(node: yaml.Node, lines: list[str], books: Sequence[Rulebook], reading: Reading) -> Case | None:
    """One case; its application is read as a file of its own would be, at its own lines and columns."""
    pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
    held = [value for key, value in pairs if key.value == "application"]
    rest = [pair for pair in pairs if pair[0].value != "application"]
    head_node = yaml.MappingNode(node.tag, rest, node.start_mark, node.end_mark) if pairs else node
    head = decode(head_node, _Head, reading)
    if len(held) != 1:
        rule, message = (Rule.DUPLICATE_KEY, words.TWICE) if held else (Rule.MISSING_KEY, words.MISSING)
        reading.problem(node, rule, message.fill(key="application"))
        return None
    if not books or reading.is_full:
        return None
    try:
        book, application = read_for(_part(lines, held[0]), reading.file, books)
    except BadDataset as error:
        for problem in error.problems:
            reading.note(problem)
        return None
    if head is None:
        return None
    before = len(reading.problems)
    _check(head, application, book, reading)
    place = node.start_mark.line + 1, node.start_mark.column + 1
    if len(reading.problems) > before:
        return None
    return Case(head.id, head.about, application, head.expect, book.scheme.id, reading.file, *place)


def _part(file: list[str], node: yaml.Node) -> str:
    """The text of a node among a file's lines, alone but where it stands."""
    start, end = node.start_mark, node.end_mark
    lines = file[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = " " * start.column + lines[0][start.column :]
    return "\n" * start.line + "\n".join(lines)


def _check(head: _Head, application: Application, book: Rulebook, reading: Reading) -> None:
    """A problem for every expectation that could never be compared with anything."""

    def problem(part: object, message: Text, said: str = "") -> None:
        reading.fault(Fault(part, Rule.BAD_EXPECTATION, message, said))

    expect = head.expect
    projects = expect.projects
    if expect.total is None and not projects:
        problem(expect, words.NOTHING_EXPECTED)
    if len(projects) > len(application.projects):
        problem(expect, words.MORE_PROJECTS.fill(n=len(projects), most=len(application.projects)))
    for project in projects:
        for year in project.years:
            if year.year not in application.years:
                problem(year, words.NO_YEAR.fill(year=year.year, most=application.horizon))
            if year.outcome is None and year.low is None and year.high is None:
                problem(year, words.NOTHING_EXPECTED)
    ids = set(_names(book, application).values())
    for terms in (expect.total, *(project.total for project in projects)):
        if terms == ExpectedTerms():
            problem(terms, words.NOTHING_EXPECTED)
        for identifier in (*(terms.unpublished or ()), *(terms.undetermined or ())) if terms else ():
            if identifier not in ids:
                problem(terms, words.NO_ITEM.fill(id=identifier), identifier)


def _names(book: Rulebook, application: Application) -> dict[Text, str]:
    """What a total lists, by the label it is listed under: an item's id, or the project's number."""
    names = {}
    for number, answers in enumerate(application.projects, 1):
        item = book.items.get(str(answers.get("item")))
        name = answers.get("name")
        label = same(name) if isinstance(name, str) and name else said.PROJECT.fill(n=number)
        names[item.label if item else label] = item.id if item else f"project-{number}"
    return names


def _project(
    book: Rulebook, application: Application, number: int, expected: ExpectedProject, found: ProjectResult
) -> Iterator[Text]:
    for year in expected.years:
        where = words.PROJECT_YEAR.fill(n=number, year=year.year)
        result = found.years[year.year - 1]
        if year.outcome is not None and year.outcome != result.outcome:
            outcomes = said.OUTCOMES[year.outcome], said.OUTCOMES[result.outcome]
            yield _difference(where, words.OUTCOME, *outcomes)
        yield from _number(where, words.LOW, year.low, result.low)
        yield from _number(where, words.HIGH, year.high, result.high)
    where = words.PROJECT.fill(n=number)
    yield from _terms(where, expected.total, found.total, _names(book, application))
    yield from _number(where, words.WARNINGS, expected.warnings, len(found.warnings))


def _terms(
    where: Text, expected: ExpectedTerms | None, found: Terms, names: dict[Text, str]
) -> Iterator[Text]:
    if expected is None:
        return
    yield from _number(where, said.KNOWN, expected.known, found.known)
    yield from _number(where, said.UP_TO, expected.up_to, found.up_to)
    yield from _number(where, said.AT_MOST, expected.at_most, found.at_most)
    yield from _listed(where, said.NOT_PUBLISHED, expected.unpublished, found.unpublished, names)
    yield from _listed(where, said.UNDETERMINED, expected.undetermined, found.undetermined, names)


def _number(where: Text, what: Text, expected: int | None, found: int) -> Iterator[Text]:
    if expected is not None and expected != found:
        yield _difference(where, what, same(yuan(expected)), same(yuan(found)))


def _listed(
    where: Text, what: Text, expected: tuple[str, ...] | None, found: tuple[Text, ...], names: dict[Text, str]
) -> Iterator[Text]:
    if expected is None:
        return
    ids = [names[label] for label in found]
    if sorted(expected) != sorted(ids):
        yield _difference(where, what, _shown(expected), _shown(ids))


def _shown(ids: tuple[str, ...] | list[str]) -> Text:
    return joined([same(each) for each in ids], "、", ", ") if ids else words.NONE


def _difference(where: Text, what: Text, expected: Text, found: Text) -> Text:
    return words.DIFFERENCE.fill(where=where, what=what, expected=expected, found=found)
