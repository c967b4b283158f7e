"""Nothing is said in one language only: every text of the code and of the data, and every other literal."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from both_languages import (
    HAN,
    PLACE,
    SENTENCE,
    SOURCE,
    UNREADABLE,
    Said,
    modules,
    texts_of_code,
    texts_of_data,
)
from cqdash.dataset import Dataset
from cqdash.language.units import INPUTS
from cqdash.tui.key_names import NAMED, SHOWN

LANGUAGES_OWN_NAMES = ("中文", "English")
"""Each is written in itself, so that who needs it can read it."""
NAMES = ("Markdown", "CSV", "JSON", "shell", "fish", "NO_COLOR", "U+")
"""What has no other name in Chinese."""
EXPLAINS_WORDS = re.compile(r"\.glossary\[[\w-]+\]\.text")
"""A glossary explains words of the other language, and so has to write them."""
YAML_SYNTAX = re.compile(r"“[^“”]*: ?[^“”]*”|“[^“”]*:”")
"""What is to be typed into a file keeps the punctuation of the file."""
COMMAND = re.compile(r"cqdash(?: [a-z0-9.-]+)*")
TYPED = re.compile(r'"[a-z+]+"')
FULL_WIDTH = re.compile("[，。；：？！（）《》【】、「」]")
KEYS = {*NAMED, *SHOWN.values(), *string.ascii_letters, *"↑↓←→"}
STYLE = re.compile(r"(?:(?:not|bold|italic|reverse|dim|underline|\$[\w-]+|\d+%)(?: |$))+")


@pytest.fixture(scope="module")
def said(dataset: Dataset) -> list[Said]:
    """All of it; a text with nothing on either side says nothing."""
    every = [*texts_of_code(), *texts_of_data(dataset)]
    assert len(every) > 2000
    return [each for each in every if each[1:] != ("", "")]


def test_both_sides_of_every_text_say_something(said: list[Said]) -> None:
    assert not [each for each in said if "" in (each.zh, each.en) or (each.zh or "x").isspace()]


def test_no_english_text_is_in_chinese(said: list[Said]) -> None:
    explained = [each for each in said if EXPLAINS_WORDS.fullmatch(each.place)]
    assert explained
    for each in set(said) - set(explained):
        assert not HAN.search(without_names(each.en)), each


def test_no_chinese_text_is_in_english(said: list[Said]) -> None:
    """What has no Chinese in it is a symbol, a number or a name, which is the same in both languages."""
    for place, zh, en in said:
        if zh is None or EXPLAINS_WORDS.fullmatch(place):
            continue
        frame = without_names(COMMAND.sub("", PLACE.sub("", zh)))
        assert not SENTENCE.search(re.sub(r"“[^”]*”", "", frame)), (place, zh)
        if not HAN.search(frame) and re.search("[A-Za-z]", frame):
            assert frame in NAMES, (place, zh, en)


def test_a_template_has_the_same_places_in_both_languages(said: list[Said]) -> None:
    for each in said:
        if each.zh and each.en and UNREADABLE not in each.zh + each.en:
            assert sorted(PLACE.findall(each.zh)) == sorted(PLACE.findall(each.en)), each


def test_punctuation_is_of_the_language(said: list[Said]) -> None:
    for each in said:
        zh, en = YAML_SYNTAX.sub("", each.zh or ""), each.en or ""
        assert not re.search(r"[\u3400-\u9fff”）}][,;:!?](?!/)|[,;:] ?[\u3400-\u9fff]", zh), each
        assert "..." not in zh + en, each
        if not EXPLAINS_WORDS.fullmatch(each.place):
            assert not FULL_WIDTH.search(en), each
        for side in (zh, en):
            assert not re.search("[\"']", TYPED.sub("", side)), each


def test_a_sentence_ends_in_both_languages_or_in_neither(said: list[Said]) -> None:
    for each in said:
        if each.zh and each.en:
            zh, en = each.zh.rstrip("”）"), each.en.rstrip("”)")
            assert zh.endswith(("。", "？", "！")) == en.endswith((".", "?", "!")), each


def test_every_other_word_in_the_code_is_for_a_program() -> None:
    """Whatever else has words is told by where it stands to be none that anyone is shown in one language."""
    shown = [each.place for each in literals() if is_words(each.text) and not is_excused(each)]
    assert not shown


class Literal(NamedTuple):
    """A string in the code, and the nodes it stands in, the nearest first."""

    path: Path
    place: str
    text: str
    above: list[ast.AST]


def literals() -> Iterator[Literal]:
    """Every string outside `language/`, which has nothing but words."""
    for file, tree in modules():
        path = file.relative_to(SOURCE)
        if path.parts[0] == "language":
            continue
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                above: list[ast.AST] = [node]
                while above[-1] in parents:
                    above.append(parents[above[-1]])
                yield Literal(path, f"{path}:{node.lineno}: {node.value!r}", node.value, above[1:])


def is_words(text: str) -> bool:
    """Whether it has Chinese in it, or English words side by side."""
    return bool(HAN.search(text) or re.search(r"[A-Za-z]\w* +\w|\w +[A-Za-z]", text))


def is_excused(found: Literal) -> bool:
    """Whether where it stands shows that it is nobody's words, or that the other language stands beside."""
    calls = {ast.unparse(node.func) for node in found.above if isinstance(node, ast.Call)}
    keywords = {node.arg for node in found.above if isinstance(node, ast.keyword)}
    targets = {ast.unparse(node.targets[0]) for node in found.above if isinstance(node, ast.Assign)}
    return (
        isinstance(found.above[0], ast.Expr)  # a docstring
        or any(isinstance(node, (ast.Raise, ast.Subscript)) for node in found.above)  # a bug, a look-up
        or bool(calls & {"Text", "same", "of_yaml"})  # a text, or what is made one
        or found.text.startswith("~/")  # a folder
        or bool(calls & {"re.compile", "frozenset", "tuple"})  # a pattern, characters one by one
        or found.text in INPUTS  # a name that `language` translates
        or bool(targets & {"zh", "en"})  # one side of a text
        or "classes" in keywords  # of the stylesheet
        or bool(STYLE.fullmatch(found.text))
        or {*found.text.split()} <= KEYS
        or found.path.name in ("shells.py", "svg.py")  # written in the shells' language, and in SVG
        or found.path.parts[0] == "quantity"  # reads and writes Chinese numerals
        or any(is_pair(node) for node in found.above)
    )


def is_pair(node: ast.AST) -> bool:
    """Whether Chinese and English stand side by side in it."""
    if not isinstance(node, (ast.Call, ast.Tuple, ast.Dict)):
        return False
    words = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
    told = [word for word in words if isinstance(word, str)]
    return any(map(HAN.search, told)) and any(re.search("[a-z]{2}", word) for word in told)


def without_names(text: str | None) -> str:
    """A text without the languages' own names."""
    return re.sub("|".join(LANGUAGES_OWN_NAMES), "", text or "")
