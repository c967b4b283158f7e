"""A help page, set in terminal cells, so that Chinese is as straight as English."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cqdash.language import Language, Text
from cqdash.language import call as words
from cqdash.language.cells import cells

if TYPE_CHECKING:
    from cqdash.cli.parser import Rows

NARROWEST, USUAL, WIDEST = 40, 80, 100
TERM = 30
"""Cells that the left column has at most."""
NEVER_FIRST = frozenset("，。、；：？！）》」』”…,.;:?!)")
NEVER_LAST = frozenset("（《「『“(")


def help_page(parser: argparse.ArgumentParser, language: Language, examples: Rows, exit_codes: Rows) -> str:
    """What a parser takes, with examples; as wide as the terminal, ending with a newline."""
    width = min(max(_columns(), NARROWEST), WIDEST)
    places, own, common = _actions(parser)
    call = " ".join([parser.prog, words.OPTIONS_PLACE.to(language), *(_place(a, language) for a in places)])
    usage = wrapped(words.USAGE.fill(call=call).to(language), width)
    lines = [*usage, "", *wrapped(parser.description or "", width)]

    def section(title: Text, rows: Iterable[tuple[str, str]]) -> None:
        if made := list(rows):
            lines.extend(["", title.to(language), *_rows(made, width)])

    for action in places:
        if isinstance(action, argparse._SubParsersAction):
            section(words.COMMANDS, ((name, of.description or "") for name, of in action.choices.items()))
    arguments = [a for a in places if not isinstance(a, argparse._SubParsersAction)]
    section(words.ARGUMENTS, ((_place(a, language).strip("[]"), _about(a, language)) for a in arguments))
    section(words.OPTIONS, ((_option(a, language), _about(a, language)) for a in [*own, *common]))
    section(words.EXAMPLES, ((typed, said.to(language)) for typed, said in examples))
    section(words.EXIT_CODES, ((code, said.to(language)) for code, said in exit_codes))
    if len(arguments) < len(places):
        lines += ["", *wrapped(words.MORE.fill(program=parser.prog).to(language), width)]
    return "\n".join(lines) + "\n"


def placeholder(name: str, language: Language) -> str:
    """What stands for a value, in a language; an option stays as it is."""
    return words.METAVARS[name].to(language) if name in words.METAVARS else name


def wrapped(text: str, width: int) -> list[str]:
    """The text on lines of at most `width` cells, broken at spaces and between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and cells(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _columns() -> int:
    """As `shutil` tells it, which takes longer to import than all of this."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else USUAL
    except (AttributeError, OSError, ValueError):
        return USUAL


Actions = list[argparse.Action]


def _actions(parser: argparse.ArgumentParser) -> tuple[Actions, Actions, Actions]:
    """What is given by its place, the options of this parser alone, and those that all have."""
    places = [action for action in parser._actions if not action.option_strings]
    options = [action for action in parser._actions if action.option_strings]
    # Shared options come in before `--help`, a parser's own after it.
    at = next((n for n, action in enumerate(options) if "--help" in action.option_strings), -1) + 1
    return places, options[at:], options[:at]


def _place(action: argparse.Action, language: Language) -> str:
    name = _value(action, language)
    if isinstance(action, argparse._SubParsersAction):
        return f"[{name}]"
    return {"?": f"[{name}]", "*": f"[{name} …]", "+": f"{name} …"}.get(str(action.nargs), name)


def _option(action: argparse.Action, language: Language) -> str:
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {_value(action, language)}"


def _value(action: argparse.Action, language: Language) -> str:
    if action.choices and not action.metavar:
        choices = "|".join(map(str, action.choices))
        return choices if len(choices) <= TERM else placeholder("NAME", language)
    return placeholder(str(action.metavar or action.dest.upper()), language)


def _about(action: argparse.Action, language: Language) -> str:
    """What is said of an argument, with the choices that are too many to stand beside its name."""
    about = action.help or ""
    if not action.choices or action.metavar or len("|".join(map(str, action.choices))) <= TERM:
        return about
    choices = words.AND.to(language).join(map(str, action.choices))
    return words.CHOICES.fill(about=about, choices=choices).to(language)


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns; a left one that is too wide has its line to itself."""
    column = min(max(cells(term) for term, _ in rows), TERM, width // 2)
    for term, said in rows:
        first, *more = wrapped(said, width - column - 4)
        if cells(term) > column:
            yield f"  {term}"
            yield f"{' ' * (column + 4)}{first}"
        else:
            yield f"  {term}{' ' * (column - cells(term))}  {first}".rstrip()
        for line in more:
            yield f"{' ' * (column + 4)}{line}"


def _pieces(text: str) -> Iterator[str]:
    """What no line break may divide, each with the space after it."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    yield piece


def _may_break(last: str, following: str) -> bool:
    if following == " " or following in NEVER_FIRST or last in NEVER_LAST:
        return False
    return last == " " or 2 in (cells(last), cells(following))
