"""A YAML file as nodes that know their line and column, with YAML's surprises switched off."""

from __future__ import annotations

import re
import unicodedata

import yaml

from cqdash.dataset.problems import BadDataset, Problem
from cqdash.language import Text
from cqdash.language.reasons import of_yaml

_C_OR_PLAIN: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BIDI = frozenset(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))


class _Loader(_C_OR_PLAIN):  # type: ignore[misc, valid-type]
    """Plain scalars are true/false, null, decimal integers or text: no octal, no sexagesimal, no `no`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's hook


for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def compose(file: str, text: str) -> yaml.Node | None:
    """The root node of a file's only document, None when the file is empty.

    Raises BadDataset for text that is no YAML, uses an alias, or holds a character that could drive a
    terminal.
    """
    if problems := list(_unsafe_characters(file, text)):
        raise BadDataset(problems)
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise BadDataset(
            [Problem(file, line, column, "yaml", of_yaml(error.problem or "not YAML"))]
        ) from None
    except yaml.YAMLError as error:
        raise BadDataset([Problem(file, 0, 0, "yaml", of_yaml(str(error).splitlines()[0]))]) from None
    if node is not None and "&" in text and (shared := _shared(node)):
        line, column = shared.start_mark.line + 1, shared.start_mark.column + 1
        message = Text("不允许用别名（*），请写全", "an alias (*) is not allowed: write it out")
        raise BadDataset([Problem(file, line, column, "yaml", message)])
    return node  # type: ignore[no-any-return]


def _shared(root: yaml.Node) -> yaml.Node | None:
    """A node that stands in two places, which only an alias can make."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return node
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return None


def _unsafe_characters(file: str, text: str) -> list[Problem]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if is_unsafe(character):
                name = f"U+{ord(character):04X}"
                message = Text(f"不允许的控制字符 {name}", f"character {name} is not allowed")
                found.append(Problem(file, number, column, "character", message))
    return found


def is_unsafe(character: str) -> bool:
    """Whether a character could drive a terminal or turn text around: controls, private use, bidi marks."""
    return character in BIDI or (
        unicodedata.category(character) in ("Cc", "Cs", "Co") and character not in "\n\t"
    )
