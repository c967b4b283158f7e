"""An application as a YAML file, read strictly: every problem is told with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from cqdash import forms
from cqdash.dataset import BadDataset, Problem
from cqdash.dataset.document import compose
from cqdash.dataset.problems import clipped
from cqdash.dataset.reading import Reading
from cqdash.forms import Answers, Choice, Field
from cqdash.language import Text, joined
from cqdash.language import application_file as words
from cqdash.language import data_file as file_words
from cqdash.language.characters import first_unsafe, named, shown
from cqdash.language.rules import Rule
from cqdash.subsidy.application import LONGEST, MOST_PROJECTS, SHORTEST, Application
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.written import VERSION, write_application

__all__ = [
    "LARGEST",
    "fault",
    "near",
    "questions",
    "read_application",
    "read_for",
    "write_application",
]

LARGEST = 1 << 20
"""No application file is larger, in bytes."""
EARLIEST, LATEST = 1900, 2200
KEYS = ("application", "scheme", "horizon", "first_year", "assumptions", "applicant", "projects")
INTEGER = re.compile(r"-?[0-9]{1,18}")
ABSENT: Any = object()
Labels = Mapping[str, Text] | Mapping[str, None]


def read_application(text: str, name: str, book: Rulebook) -> Application:
    """The application a file's text holds; `name` is what its problems are told under.

    Raises BadDataset with every problem.
    """
    return read_for(text, name, (book,))[1]


def read_for(text: str, name: str, books: Sequence[Rulebook]) -> tuple[Rulebook, Application]:
    """The application, and the one of several rulebooks whose scheme it names. Raises BadDataset."""
    if len(text) > LARGEST:
        raise BadDataset(
            [Problem(name, 0, 0, Rule.TOO_LARGE, file_words.TOO_LARGE.fill(most=f"{LARGEST:,}"))]
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    reading = Reading(name)
    root = compose(name, text)
    book = application = None
    if root is None:
        reading.problems.append(Problem(name, 0, 0, Rule.BAD_VERSION, words.EMPTY))
    else:
        top = _pairs(root, KEYS, words.UNKNOWN_KEY, reading)
        if top is not None and _is_this_version(root, top, reading):
            book = _book(root, top, books, reading)
        if top is not None and book is not None:
            application = _Reader(book, reading).application(top)
    if reading.problems or book is None or application is None:
        raise BadDataset(reading.problems)
    return book, application


def questions(book: Rulebook) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """What is asked of the applicant and of a project; the choices of `item` are the scheme's items."""
    items = tuple(Choice(item.id, item.label) for item in book.scheme.items)
    project = tuple(replace(q, choices=items) if q.id == "item" else q for q in book.scheme.project)
    return book.scheme.applicant, project


def fault(question: Field, value: object, horizon: int) -> Text | None:
    """As `forms.fault`; text may not hold a character that drives a terminal or turns text around either."""
    if question.type == "text" and isinstance(value, str) and (bad := first_unsafe(value)):
        return file_words.CHARACTER.fill(name=named(bad))
    return forms.fault(question, value, horizon)


def near(message: Text, given: str, known: Labels, listed: Iterable[str] | None = None) -> Text:
    """A message that `given` is unknown, with the nearest known id by its id or its words.

    Where none is near it lists them all, or those `listed`.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    by_word = {word.lower(): key for key, label in known.items() for word in (*(label or ()), key)}
    found = get_close_matches(_shown(given).lower(), by_word, 1)
    hint = words.NEAR.fill(near=by_word[found[0]]) if found else None
    hint = hint or words.KNOWN.fill(known=", ".join(known if listed is None else listed))
    return joined([message.fill(key=_shown(given)), hint], "", "")


def _shown(given: str) -> str:
    """What stands in a file, short and unable to drive a terminal."""
    return clipped(shown(given), 60)


def _unknown(reading: Reading, node: yaml.Node, rule: Rule, message: Text, known: Labels) -> Any:
    """Tell that what stands at a node is not known; gives MISSING."""
    # The nearest one is looked for only where it is still told.
    return reading.problem(node, rule, message if reading.is_full else near(message, _given(node), known))


Pairs = dict[str, tuple[yaml.Node, yaml.Node]]


def _pairs(node: yaml.Node, known: Iterable[str], unknown: Text, reading: Reading) -> Pairs | None:
    """The known keys of a mapping with their nodes, none for an empty node; None for anything else."""
    if _plain(node) is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        reading.problem(node, Rule.WRONG_TYPE, file_words.NOT_PAIRS)
        return None
    found: Pairs = {}
    known = dict.fromkeys(known)
    for key_node, value in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        if key not in known:
            _unknown(reading, key_node, Rule.UNKNOWN_KEY, unknown, known)
        elif key in found:
            reading.problem(key_node, Rule.DUPLICATE_KEY, words.TWICE.fill(key=key))
        else:
            found[key] = key_node, value
    return found


def _is_this_version(root: yaml.Node, top: Pairs, reading: Reading) -> bool:
    if "application" not in top:
        reading.problem(root, Rule.BAD_VERSION, words.NO_VERSION.fill(version=VERSION))
        return False
    node = top["application"][1]
    version = _plain(node)
    if version == VERSION and not isinstance(version, bool):
        return True
    found = _shown(str(node.value)) if isinstance(node, yaml.ScalarNode) else "?"
    reading.problems.clear()  # what another version says of other keys is no mistake
    reading.problem(node, Rule.BAD_VERSION, words.OTHER_VERSION.fill(found=found, version=VERSION))
    return False


def _book(root: yaml.Node, top: Pairs, books: Sequence[Rulebook], reading: Reading) -> Rulebook | None:
    known = {book.scheme.id: book for book in books}
    if "scheme" not in top:
        missing = words.MISSING.fill(key="scheme", value=" | ".join(known))
        reading.problem(root, Rule.UNKNOWN_SCHEME, missing)
        return None
    node = top["scheme"][1]
    found = node.value if isinstance(node, yaml.ScalarNode) else ""
    if found not in known:
        titles = {identifier: book.scheme.title for identifier, book in known.items()}
        _unknown(reading, node, Rule.UNKNOWN_SCHEME, words.OTHER_SCHEME, titles)
    return known.get(found)


def _plain(node: yaml.Node) -> object:
    """A scalar as text, whole number, yes or no, or None; ABSENT for anything else."""
    if not isinstance(node, yaml.ScalarNode):
        return ABSENT
    value = str(node.value)
    match node.tag.rpartition(":")[2]:
        case "str":
            return value
        case "null":
            return None
        case "bool" if value in ("true", "false"):
            return value == "true"
        case "int" if INTEGER.fullmatch(value):
            return int(value)
    return ABSENT


class _Reader(Struct):
    """Reads the parts of one file against one rulebook; problems go to `reading`."""

    book: Rulebook
    reading: Reading
    horizon: int = LONGEST

    def application(self, top: Pairs) -> Application:
        nodes = {key: value for key, (_, value) in top.items()}
        plain = Application()
        horizon = self._whole(nodes.get("horizon"), SHORTEST, LONGEST)
        self.horizon = plain.horizon if horizon is None else LONGEST if horizon is ABSENT else horizon
        first_year = self._whole(nodes.get("first_year"), EARLIEST, LATEST)
        applicant, project = questions(self.book)
        return Application(
            self.horizon,
            first_year,
            self._assumptions(nodes.get("assumptions")),
            self._answers(nodes["applicant"], applicant) if "applicant" in nodes else {},
            self._projects(nodes.get("projects"), project),
        )

    def _whole(self, node: yaml.Node | None, low: int, high: int) -> Any:
        """The number, None where there is none, ABSENT for a problem."""
        value = None if node is None else _plain(node)
        if node is None or value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.reading.problem(node, Rule.BAD_ANSWER, file_words.OUT_OF_RANGE.fill(low=low, high=high))
        return ABSENT

    def _assumptions(self, node: yaml.Node | None) -> dict[str, str]:
        known = {str(assumption.id): assumption for assumption in self.book.scheme.assumptions}
        pairs = _pairs(node, known, words.UNKNOWN_ASSUMPTION, self.reading) if node else {}
        chosen: dict[str, str] = {}
        for key, (_, value) in (pairs or {}).items():
            option = _plain(value)
            labels = {str(option.id): option.label for option in known[key].options}
            if option is None:
                continue
            if isinstance(option, str) and option in labels:
                chosen[key] = option
            else:
                _unknown(self.reading, value, Rule.WRONG_CHOICE, words.UNKNOWN_CHOICE, labels)
        return chosen

    def _projects(self, node: yaml.Node | None, asked: tuple[Field, ...]) -> tuple[Answers, ...]:
        if node is None or _plain(node) is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.reading.problem(node, Rule.WRONG_TYPE, words.NOT_LIST)
            return ()
        if beyond := node.value[MOST_PROJECTS:]:
            self.reading.problem(beyond[0], Rule.TOO_MANY, words.TOO_MANY.fill(most=MOST_PROJECTS))
            return ()
        return tuple(self._answers(child, asked) for child in node.value)

    def _answers(self, node: yaml.Node, asked: tuple[Field, ...]) -> Answers:
        by_id = {question.id: question for question in asked}
        pairs = _pairs(node, by_id, words.UNKNOWN_QUESTION, self.reading) or {}
        return {key: self._answer(by_id[key], value) for key, (_, value) in pairs.items()}

    def _answer(self, question: Field, node: yaml.Node) -> Any:
        if question.type.endswith("-by-year") and isinstance(node, yaml.MappingNode):
            return self._by_year(question, node)
        if question.type == "choices" and isinstance(node, yaml.SequenceNode):
            # Of several choices none is unknown: the answer as a whole may be.
            return tuple(self._checked(question, _plain(child) or "", child) for child in node.value)
        value = self._checked(question, _plain(node), node)
        return (value,) if question.type == "choices" and value is not None else value

    def _by_year(self, question: Field, node: yaml.MappingNode) -> dict[int, Any]:
        answers: dict[int, Any] = {}
        for key_node, value_node in node.value:
            given = _given(key_node)
            year = int(given) if INTEGER.fullmatch(given) else given
            if fault(question, {year: None}, self.horizon):
                message = forms.NO_SUCH_YEAR.fill(year=_shown(given) or "?", high=self.horizon)
                self.reading.problem(key_node, Rule.BAD_YEAR, message)
            elif year in answers:
                self.reading.problem(key_node, Rule.DUPLICATE_KEY, words.TWICE.fill(key=given))
            else:
                value = _plain(value_node)
                if problem := fault(question, {year: value}, self.horizon):
                    self.reading.problem(value_node, Rule.BAD_ANSWER, problem)
                answers[int(year)] = value
        return answers

    def _checked(self, question: Field, value: object, node: yaml.Node) -> Any:
        problem = fault(question, value, self.horizon)
        if problem is None:
            return value
        if question.type in ("choice", "choices") and isinstance(node, yaml.ScalarNode):
            unknown = words.UNKNOWN_ITEM if question.id == "item" else words.UNKNOWN_CHOICE
            labels = {choice.id: choice.label for choice in question.choices}
            return _unknown(self.reading, node, Rule.WRONG_CHOICE, unknown, labels)
        if question.type == "text" and isinstance(value, int):
            problem = joined([problem, words.QUOTE], "", "")
        return self.reading.problem(node, Rule.BAD_ANSWER, problem)


def _given(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
