"""A YAML file as nodes that know their line and column, with YAML's surprises switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from cqdash.dataset.folder import LARGEST
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.language import Text
from cqdash.language import data_file as words
from cqdash.language.characters import is_unsafe, named
from cqdash.language.rules import Rule

DEEPEST = 20
"""No value lies deeper: the parser's own stack would not survive any depth."""
MOST_VALUES = 500_000
"""No file has more keys and values."""
MOST_PROBLEMS = 1000
"""No more are told of a file."""

_C_OR_PLAIN: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_STR, _INT, _SEQUENCE, _MAPPING = (_TAG + kind for kind in ("str", "int", "seq", "map"))
_WORDS = {
    "": _TAG + "null",
    "~": _TAG + "null",
    "null": _TAG + "null",
    "true": _TAG + "bool",
    "false": _TAG + "bool",
}
_FIRST = frozenset("-0123456789")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_MARKS = [re.compile(rf"{mark}(?:(?<=[\s\[\]{{}},:?-].)|(?<=\A.))", re.DOTALL) for mark in ("!", "&", r"\*")]
"""What may begin a tag, an anchor or an alias; most often it is only text."""


def text_of(file: str, raw: bytes, largest: int = LARGEST) -> str:
    """A file's text, without byte order mark and with one kind of line end.

    Raises BadDataset for a file of more than `largest` bytes, or not UTF-8.
    """
    if len(raw) > largest:
        message = words.TOO_LARGE.fill(most=f"{largest:,}")
        raise BadDataset([Problem(file, 0, 0, Rule.TOO_LARGE, message)])
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        # Counted in what was decoded, which may lack a byte order mark.
        before = error.object[: error.start].decode().replace("\r\n", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = words.NOT_UTF8.fill(byte=f"0x{error.object[error.start]:02X}")
        raise BadDataset([Problem(file, line, column, Rule.NOT_UTF8, message)]) from None


def compose(file: str, text: str) -> yaml.Node | None:
    """The root node of a file's only document, None when the file is empty.

    Plain scalars are true/false, null, decimal integers or text: no octal, no sexagesimal, no `no`. Raises
    BadDataset for text that is no YAML, nests or holds too much, uses an alias or a tag, or holds a character
    that could drive a terminal.
    """
    if problems := _unsafe_characters(file, text):
        raise BadDataset(problems)
    loader = _Loader(text)
    problem = None
    try:
        node = loader.get_single_node()
    except _TooMuch as error:
        raise BadDataset([_problem(file, error.mark, error.rule, error.message)]) from None
    except yaml.MarkedYAMLError as error:
        problem = _not_yaml(file, text, error)
    except (yaml.YAMLError, ValueError) as error:
        # The plain parser lets an escape for what is no character through to chr().
        problem = Problem(file, 0, 0, Rule.NOT_YAML, words.of_yaml(str(error)))
    finally:
        loader.dispose()
    # Tags and anchors leave no trace in the nodes: their tokens are looked at where there may be some.
    may_be_some = problem or "\n---" in text or any(mark.search(text) for mark in _MARKS)
    if may_be_some and (found := _forbidden(file, text)):
        raise BadDataset(found)
    if problem:
        raise BadDataset([problem])
    return node  # type: ignore[no-any-return]


class _TooMuch(Exception):  # noqa: N818 - it names what the file has
    def __init__(self, mark: yaml.Mark, rule: Rule, message: Text) -> None:
        self.mark, self.rule, self.message = mark, rule, message


class _Bounded:
    """What both of PyYAML's composers call before they go deeper, and to type a plain scalar."""

    def __init__(self, text: str) -> None:
        super().__init__(text)  # type: ignore[call-arg]
        self._depth = self._values = 0

    def descend_resolver(self, parent: Any, _index: Any) -> None:
        self._depth += 1
        self._values += 1
        if self._depth > DEEPEST:
            raise _TooMuch(parent.start_mark, Rule.TOO_DEEP, words.TOO_DEEP.fill(most=DEEPEST))
        if self._values > MOST_VALUES:
            message = words.TOO_MANY_VALUES.fill(most=f"{MOST_VALUES:,}")
            raise _TooMuch(parent.start_mark, Rule.TOO_MANY, message)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            if not implicit[0]:
                return _STR
            if value[:1] in _FIRST and _WHOLE.fullmatch(value):
                return _INT
            return _WORDS.get(value, _STR)
        return _SEQUENCE if kind is yaml.SequenceNode else _MAPPING


class _Loader(_Bounded, _C_OR_PLAIN):  # type: ignore[misc, valid-type]
    pass


def _not_yaml(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """What the parser says, in the reader's words where they are known."""
    # The second document is what it says of the context, an unknown alias of the problem.
    said = words.of_yaml(error.context or "", error.problem or "")
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    if said is words.NO_END_OF_QUOTES and begun:
        mark = begun
    if mark and text[mark.index : mark.index + 1] == "\t":
        said = words.TAB_INDENT
    rules = {words.ALIAS: Rule.ALIAS, words.TAG: Rule.TAG, words.SEVERAL: Rule.SEVERAL_DOCUMENTS}
    rule = rules.get(said, Rule.NOT_YAML)
    if rule is Rule.NOT_YAML and begun and mark and begun.line != mark.line:
        said = words.SINCE.fill(said=said, line=begun.line + 1)
    return _problem(file, mark, rule, said)


def _forbidden(file: str, text: str) -> list[Problem]:
    """A problem for each tag, anchor, alias and further document, up to where the text is no YAML."""
    found: list[Problem] = []
    documents = 0
    try:
        for token in yaml.scan(text, Loader=_C_OR_PLAIN):
            if isinstance(token, yaml.TagToken):
                found.append(_problem(file, token.start_mark, Rule.TAG, words.TAG))
            elif isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                found.append(_problem(file, token.start_mark, Rule.ALIAS, words.ALIAS))
            elif isinstance(token, yaml.DocumentStartToken):
                documents += 1
                if documents > 1:
                    found.append(_problem(file, token.start_mark, Rule.SEVERAL_DOCUMENTS, words.SEVERAL))
            if len(found) > MOST_PROBLEMS:
                break
    except (yaml.YAMLError, ValueError):
        pass  # what was found before it stands
    return found


def _problem(file: str, mark: yaml.Mark | None, rule: Rule, message: Text) -> Problem:
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(file, line, column, rule, message)


def _unsafe_characters(file: str, text: str) -> list[Problem]:
    """A problem for each character that no file may hold; of very many, one more than is told."""
    return list(islice(_each_unsafe_character(file, text), MOST_PROBLEMS + 1))


def _each_unsafe_character(file: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if is_unsafe(character):
                message = words.CHARACTER.fill(name=named(character))
                yield Problem(file, number, column, Rule.BAD_CHARACTER, message)
