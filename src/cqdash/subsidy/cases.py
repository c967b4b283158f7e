"""Cases: applications with the answer that is expected of them, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import yaml

from cqdash.dataset import BadDataset, Problem
from cqdash.dataset.decode import Reading, decode
from cqdash.dataset.document import compose
from cqdash.language import Text, joined, same
from cqdash.language import cases as words
from cqdash.language import subsidy as said
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Outcome, ProjectResult, Terms
from cqdash.subsidy.file import read_application
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import yuan


@dataclass(frozen=True, slots=True)
class ExpectedTerms:
    """What is expected of a total: yuan, and the ids of items; None where nothing is stated.

    A project without a known item is listed as `project-1`, `project-2` and so on.
    """

    known: int | None = None
    up_to: int | None = None
    at_most: int | None = None
    unpublished: tuple[str, ...] | None = None
    undetermined: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExpectedYear:
    """What is expected of a project in one year, its bounds in yuan; None where nothing is stated."""

    year: int
    outcome: Outcome | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class ExpectedProject:
    """What is expected of a project: its years, its total, how many warnings."""

    years: tuple[ExpectedYear, ...] = ()
    total: ExpectedTerms | None = None
    warnings: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of an assessment; the projects in the application's order."""

    total: ExpectedTerms | None = None
    projects: tuple[ExpectedProject, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """An application, what it is about, what is expected, and where in which file the case begins."""

    id: str
    about: Text
    application: Application
    expect: Expected
    file: str
    line: int
    column: int


def load_cases(folder: Traversable, book: Rulebook) -> tuple[Case, ...]:
    """The cases of every `*.yaml` of a folder, in file order. Raises BadDataset with every problem."""
    problems: list[Problem] = []
    cases: list[Case] = []
    first: dict[str, str] = {}
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name):
        try:
            found = _read(path, book)
        except BadDataset as error:
            problems += error.problems
            continue
        for case in found:
            if case.id in first:
                message = words.USED.fill(file=first[case.id], id=case.id)
                problems.append(Problem(case.file, case.line, case.column, "id", message))
            first.setdefault(case.id, case.file)
        cases += found
    if problems:
        raise BadDataset(problems)
    return tuple(cases)


def run_case(book: Rulebook, case: Case) -> list[Text]:
    """How the assessment differs from what the case states; empty where it does not."""
    result = assess(book, case.application)
    found = list(_terms(words.TOTAL, case.expect.total, result.total, _names(book, case.application)))
    for number, (expected, project) in enumerate(zip(case.expect.projects, result.projects, strict=False), 1):
        found += _project(book, case.application, number, expected, project)
    return found


@dataclass(frozen=True, slots=True)
class _Head:
    """A case as its file has it, without the application."""

    id: str
    about: Text
    expect: Expected


def _read(path: Traversable, book: Rulebook) -> list[Case]:
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise BadDataset([Problem(name, 0, 0, "encoding", words.NOT_UTF8)]) from None
    root = compose(name, text)
    reading = Reading(name)
    cases = []
    for node in _nodes(root, reading):
        if case := _case(node, text, book, reading):
            cases.append(case)
    if root is None:
        reading.problems.append(Problem(name, 0, 0, "cases", words.NO_CASES))
    if reading.problems:
        raise BadDataset(reading.problems)
    return cases


def _nodes(root: yaml.Node | None, reading: Reading) -> list[yaml.Node]:
    if root is None:
        return []
    if isinstance(root, yaml.MappingNode) and [key.value for key, _ in root.value] == ["cases"]:
        listed = root.value[0][1]
        if isinstance(listed, yaml.SequenceNode):
            return list(listed.value)
    reading.problem(root, "cases", words.NOT_CASES)
    return []


def _case(node: yaml.Node, text: str, book: Rulebook, reading: Reading) -> Case | None:
    """One case; its application is read as a file of its own would be, at its own lines and columns."""
    pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
    held = [value for key, value in pairs if key.value == "application"]
    rest = [pair for pair in pairs if pair[0].value != "application"]
    head_node = yaml.MappingNode(node.tag, rest, node.start_mark, node.end_mark) if pairs else node
    head = decode(head_node, _Head, reading)
    if len(held) != 1:
        message = words.TWICE if held else words.MISSING
        reading.problem(node, "key", message.fill(key="application"))
        return None
    try:
        application = read_application(_part(text, held[0]), reading.file, book)
    except BadDataset as error:
        reading.problems += error.problems
        return None
    if head is None:
        return None
    before = len(reading.problems)
    _check(head, application, book, reading)
    place = node.start_mark.line + 1, node.start_mark.column + 1
    is_sound = len(reading.problems) == before
    return Case(head.id, head.about, application, head.expect, reading.file, *place) if is_sound else None


def _part(text: str, node: yaml.Node) -> str:
    """The text of a node, alone but where it stands."""
    start, end = node.start_mark, node.end_mark
    lines = text.split("\n")[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = " " * start.column + lines[0][start.column :]
    return "\n" * start.line + "\n".join(lines)


def _check(head: _Head, application: Application, book: Rulebook, reading: Reading) -> None:
    """A problem for every expectation that could never be compared with anything."""

    def problem(part: object, message: Text) -> None:
        reading.problems.append(Problem(reading.file, *reading.place(part), "expect", message))

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
                problem(terms, words.NO_ITEM.fill(id=identifier))


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
