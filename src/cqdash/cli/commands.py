"""Every command and option of the command line, declared once; help and completion read this."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Container

from cqdash import __version__
from cqdash.cli.parser import Parser, Rows, command
from cqdash.language import LANGUAGES, Language, Text, call
from cqdash.language import check as check_words
from cqdash.language import command_line as words
from cqdash.language import export as export_words
from cqdash.language import overlay as overlay_words
from cqdash.language import reading as read_words
from cqdash.language import starter as starter_words
from cqdash.language.colour import THEMES

SHELLS = ("bash", "zsh", "fish")
TEXT_JSON = ("text", "json")


def parser_for(language: Language, named: Container[str] | None = None) -> Parser:
    """The parser that speaks a language; of the commands those `named` have their arguments, or all."""
    shared = Parser(language=language, add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, help=words.LANG.to(language))
    shared.add_argument("--no-config", action="store_true", help=words.NO_CONFIG.to(language))
    # Not given with a command, it may have been given before it.
    for option, about in (("--data", overlay_words.DATA), ("--overlay", overlay_words.OVERLAY)):
        shared.add_argument(option, metavar="DIR", default=argparse.SUPPRESS, help=about.to(language))
    parser = Parser(
        prog="cqdash",
        description=words.ABOUT.to(language),
        parents=[shared],
        language=language,
        examples=words.EXAMPLES,
        exit_codes=words.EXIT_CODES,
    )
    version = f"cqdash {__version__}"
    parser.add_argument("--version", action="version", version=version, help=call.VERSION.to(language))
    parser.add_argument("--theme", choices=tuple(THEMES), help=words.THEME.to(language))
    commands = parser.add_commands()
    for name, (about, examples, exit_codes, add) in COMMANDS.items():
        made = command(commands, name, about, shared, language, examples, exit_codes)
        if named is None or name in named:
            add(made, language)
    return parser


def _find(find: Parser, language: Language) -> None:
    find.add_argument("words", metavar="TEXT", nargs="+", help=words.FIND_WORDS.to(language))
    find.add_argument("--format", choices=TEXT_JSON, default="text", help=words.FIND_FORMAT.to(language))
    _add_output(find, language)
    find.add_argument("--width", type=int, metavar="N", help=words.FIND_WIDTH.to(language))


def _export(export: Parser, language: Language) -> None:
    export.add_argument("tab", metavar="TAB", help=words.TAB.to(language))
    formats = ("text", "markdown", "csv", "json", "svg")
    export.add_argument("--format", choices=formats, help=export_words.FORMAT_OPTION.to(language))
    place = export.add_mutually_exclusive_group()
    place.add_argument("--output", metavar="FILE", help=words.OUTPUT.to(language))
    place.add_argument("--folder", metavar="DIR", help=export_words.FOLDER_OPTION.to(language))
    export.add_argument("--overwrite", action="store_true", help=export_words.OVERWRITE.to(language))
    export.add_argument("--width", type=int, metavar="N", help=export_words.WIDTH_OPTION.to(language))


def _read(read: Parser, language: Language) -> None:
    read.add_argument("tab", metavar="TAB", nargs="?", help=read_words.READ_TAB.to(language))


def _subsidy(subsidy: Parser, language: Language) -> None:
    subsidy.add_argument("file", metavar="FILE", nargs="?", help=words.APPLICATION.to(language))
    formats = ("text", "markdown", "json")
    subsidy.add_argument("--format", choices=formats, help=words.ASSESSMENT_FORMAT.to(language))
    subsidy.add_argument("--compare", metavar="FILE2", help=words.COMPARE.to(language))
    subsidy.add_argument("--example", action="store_true", help=words.EXAMPLE.to(language))
    subsidy.add_argument("--batch", metavar="CSV", help=words.BATCH.to(language))
    subsidy.add_argument("--scheme", metavar="ID", help=words.SCHEME.to(language))
    _add_output(subsidy, language)
    subsidy.add_argument("--width", type=int, metavar="N", help=words.WIDTH.to(language))


def _check(check: Parser, language: Language) -> None:
    check.add_argument("folder", metavar="DIR", nargs="?", help=check_words.FOLDER.to(language))
    check.add_argument("--format", choices=TEXT_JSON, default="text", help=check_words.FORMAT.to(language))
    _add_output(check, language)


def _new(new: Parser, language: Language) -> None:
    new.add_argument("folder", metavar="DIR", help=starter_words.FOLDER.to(language))


def _completion(completion: Parser, language: Language) -> None:
    completion.add_argument("shell", metavar="SHELL", choices=SHELLS, help=words.SHELL_NAME.to(language))
    completion.set_defaults(output=None)


def _doctor(doctor: Parser, language: Language) -> None:
    doctor.add_argument("--format", choices=TEXT_JSON, default="text", help=words.DOCTOR_FORMAT.to(language))
    doctor.set_defaults(output=None)


def _add_output(parser: Parser, language: Language) -> None:
    parser.add_argument("--output", metavar="FILE", help=words.OUTPUT.to(language))
    parser.add_argument("--overwrite", action="store_true", help=words.OVERWRITE.to(language))


COMMANDS: dict[str, tuple[Text, Rows, Rows, Callable[[Parser, Language], None]]] = {
    "find": (words.FIND, words.FIND_EXAMPLES, words.FIND_CODES, _find),
    "export": (export_words.EXPORT, export_words.EXPORT_EXAMPLES, (), _export),
    "read": (read_words.READ, read_words.READ_EXAMPLES, (), _read),
    "subsidy": (words.SUBSIDY, words.SUBSIDY_EXAMPLES, words.SUBSIDY_CODES, _subsidy),
    "check": (check_words.CHECK, check_words.CHECK_EXAMPLES, check_words.CHECK_CODES, _check),
    "new": (starter_words.NEW, starter_words.NEW_EXAMPLES, starter_words.NEW_CODES, _new),
    "completion": (words.COMPLETION, words.COMPLETION_EXAMPLES, (), _completion),
    "doctor": (words.DOCTOR, words.DOCTOR_EXAMPLES, (), _doctor),
}
"""What each is for, its examples, its exit codes, and what adds its arguments."""
