"""A parser that speaks one language: its help page, and what it says of a wrong call."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from cqdash.cli.codes import WRONG_CALL
from cqdash.cli.printing import print_whole, say
from cqdash.language import Language, Text, command_line, joined, same
from cqdash.language import call as words

Rows = Sequence[tuple[str, Text]]
"""What to type, or an exit code, and what is said of it."""
_LONGEST = 60


class Parser(argparse.ArgumentParser):
    """A parser in one language, with examples and exit codes at the end of its help.

    Options are never abbreviated, so that a later option cannot change what a script means.
    """

    def __init__(
        self,
        *,
        language: Language,
        examples: Rows = (),
        exit_codes: Rows = (),
        add_help: bool = True,
        **options: Any,
    ) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_unmeasured)
        self.language = language
        self.examples = examples
        self.exit_codes = exit_codes
        if add_help:
            self.add_argument("-h", "--help", action="help", help=words.HELP.to(language))

    def add_commands(self) -> argparse._SubParsersAction[Parser]:
        """Where the commands are added, with `command`."""
        return self.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    def format_help(self) -> str:
        """The help page, as wide as the terminal."""
        from cqdash.cli.help_page import help_page  # noqa: PLC0415 - few calls ask for it

        return help_page(self, self.language, self.examples, self.exit_codes)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look, and leave."""
        said = told(message, self.language, _options(self))
        wrong = command_line.WRONG_CALL.fill(message=said, program=self.prog)
        self.exit(WRONG_CALL, wrong.to(self.language) + "\n")

    def _print_message(self, message: str, file: object = None) -> None:
        """All that argparse prints, which then goes through where everything is printed."""
        if file is sys.stdout:
            if code := print_whole(message, self.language):
                self.exit(code)
        else:
            say(message.removesuffix("\n"))


def command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    about: Text,
    shared: Parser,
    language: Language,
    examples: Rows,
    exit_codes: Rows,
) -> Parser:
    """A new command that takes the shared options too."""
    return commands.add_parser(
        name,
        parents=[shared],
        description=about.to(language),
        language=language,
        examples=examples,
        exit_codes=exit_codes,
    )


def told(message: str, language: Language, options: Iterable[str]) -> str:
    """A message of argparse in a language; `options` are those there are, for a slip of the hand."""
    from cqdash.cli.help_page import placeholder  # noqa: PLC0415 - only when something is wrong

    for pattern, said in words.WRONG:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            given = {name: _plain(value) for name, value in match.groupdict(default="").items()}
            known = re.findall(r"[^\s,']+", given.get("known", "")) or list(options)
            near = _near(given.get("value", ""), known, is_list="known" in given)
            name = words.AND.to(language).join(
                placeholder(each, language) for each in given.get("name", "").split(", ")
            )
            return said.fill(name=name, value=given.get("value", ""), near=near).to(language)
    return message


def _unmeasured(prog: str) -> argparse.HelpFormatter:
    """What argparse checks an argument with; by itself it imports much to learn how wide a terminal is."""
    return argparse.HelpFormatter(prog, width=80)


def _near(value: str, known: Sequence[str], *, is_list: bool) -> Text:
    """The nearest of what there is; else all of it where it is a list to choose from."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    first = value.split(" ", maxsplit=1)[0].partition("=")[0]
    if found := get_close_matches(first, [each for each in known if each != first], 1):
        return words.NEAR.fill(near=found[0])
    return words.KNOWN.fill(known=joined(list(map(same, known)), *words.AND)) if is_list else same("")


def _plain(value: str) -> str:
    """A value without quotes, short, and unable to drive a terminal."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    value = "".join(character if character.isprintable() else "�" for character in value)
    return value if len(value) <= _LONGEST or "," in value else value[: _LONGEST - 1] + "…"


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """Every option of a parser and of its commands."""
    found: dict[str, None] = {}
    for action in parser._actions:
        found.update(dict.fromkeys(action.option_strings))
        if isinstance(action, argparse._SubParsersAction):
            found.update(dict.fromkeys(name for each in action.choices.values() for name in _options(each)))
    return list(found)
