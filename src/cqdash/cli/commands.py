"""Every command and option of the command line, declared once; help and completion read this."""

from __future__ import annotations

import argparse

from cqdash import __version__
from cqdash.cli.parser import Parser, command
from cqdash.language import LANGUAGES, Language, call
from cqdash.language import check as check_words
from cqdash.language import command_line as words
from cqdash.language import export as export_words
from cqdash.language import overlay as overlay_words
from cqdash.language import reading as read_words
from cqdash.language import starter as starter_words
from cqdash.language.colour import THEMES

SHELLS = ("bash", "zsh", "fish")
TEXT_JSON = ("text", "json")


def parser_for(language: Language) -> Parser:
    """The parser that speaks a language."""
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

    find = command(commands, "find", words.FIND, shared, language, words.FIND_EXAMPLES, words.FIND_CODES)
    find.add_argument("words", metavar="TEXT", nargs="+", help=words.FIND_WORDS.to(language))
    find.add_argument("--format", choices=TEXT_JSON, default="text", help=words.FIND_FORMAT.to(language))
    _add_output(find, language)
    find.add_argument("--width", type=int, metavar="N", help=words.FIND_WIDTH.to(language))

    export = command(commands, "export", export_words.EXPORT, shared, language, export_words.EXPORT_EXAMPLES)
    export.add_argument("tab", metavar="TAB", help=words.TAB.to(language))
    formats = ("text", "markdown", "csv", "json", "svg")
    export.add_argument("--format", choices=formats, help=export_words.FORMAT_OPTION.to(language))
    place = export.add_mutually_exclusive_group()
    place.add_argument("--output", metavar="FILE", help=words.OUTPUT.to(language))
    place.add_argument("--folder", metavar="DIR", help=export_words.FOLDER_OPTION.to(language))
    export.add_argument("--overwrite", action="store_true", help=export_words.OVERWRITE.to(language))
    export.add_argument("--width", type=int, metavar="N", help=export_words.WIDTH_OPTION.to(language))

    read = command(commands, "read", read_words.READ, shared, language, read_words.READ_EXAMPLES)
    read.add_argument("tab", metavar="TAB", nargs="?", help=read_words.READ_TAB.to(language))

    subsidy = command(
        commands, "subsidy", words.SUBSIDY, shared, language, words.SUBSIDY_EXAMPLES, words.SUBSIDY_CODES
    )
    subsidy.add_argument("file", metavar="FILE", nargs="?", help=words.APPLICATION.to(language))
    subsidy.add_argument(
        "--format", choices=("text", "markdown", "json"), help=words.ASSESSMENT_FORMAT.to(language)
    )
    subsidy.add_argument("--compare", metavar="FILE2", help=words.COMPARE.to(language))
    subsidy.add_argument("--example", action="store_true", help=words.EXAMPLE.to(language))
    subsidy.add_argument("--batch", metavar="CSV", help=words.BATCH.to(language))
    subsidy.add_argument("--scheme", metavar="ID", help=words.SCHEME.to(language))
    _add_output(subsidy, language)
    subsidy.add_argument("--width", type=int, metavar="N", help=words.WIDTH.to(language))

    check = command(
        commands,
        "check",
        check_words.CHECK,
        shared,
        language,
        check_words.CHECK_EXAMPLES,
        check_words.CHECK_CODES,
    )
    check.add_argument("folder", metavar="DIR", nargs="?", help=check_words.FOLDER.to(language))
    check.add_argument("--format", choices=TEXT_JSON, default="text", help=check_words.FORMAT.to(language))
    _add_output(check, language)

    new = command(
        commands,
        "new",
        starter_words.NEW,
        shared,
        language,
        starter_words.NEW_EXAMPLES,
        starter_words.NEW_CODES,
    )
    new.add_argument("folder", metavar="DIR", help=starter_words.FOLDER.to(language))

    completion = command(
        commands, "completion", words.COMPLETION, shared, language, words.COMPLETION_EXAMPLES
    )
    completion.add_argument("shell", metavar="SHELL", choices=SHELLS, help=words.SHELL_NAME.to(language))
    completion.set_defaults(output=None)

    doctor = command(commands, "doctor", words.DOCTOR, shared, language, words.DOCTOR_EXAMPLES)
    doctor.add_argument("--format", choices=TEXT_JSON, default="text", help=words.DOCTOR_FORMAT.to(language))
    doctor.set_defaults(output=None)
    return parser


def _add_output(parser: Parser, language: Language) -> None:
    parser.add_argument("--output", metavar="FILE", help=words.OUTPUT.to(language))
    parser.add_argument("--overwrite", action="store_true", help=words.OVERWRITE.to(language))
