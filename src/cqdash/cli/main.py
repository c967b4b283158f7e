"""The `cqdash` command: what was asked for, and the exit code.

Exit codes: 0 done, 1 problems in the data, 2 a wrong call or no terminal, 3 the output could not be written.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from cqdash import __version__
from cqdash.cli.codes import BAD_DATA, SIGNALLED, WRONG_CALL
from cqdash.language import LANGUAGES, Language, language_of
from cqdash.language import command_line as words


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Chinese must not end in a traceback where the locale says ASCII: nearly every terminal reads UTF-8.
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = run(sys.argv[1:] if arguments is None else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of a pipe has gone: nothing is left to say, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = SIGNALLED + 13
    except KeyboardInterrupt:
        code = SIGNALLED + 2
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; gives the exit code."""
    language = _language_asked(arguments)
    parsed = _parser(language).parse_args(arguments)
    language = parsed.lang or language
    from cqdash.dataset.problems import BadDataset  # noqa: PLC0415 - `--help` and `--version` need no data

    try:
        if parsed.command == "export":
            from cqdash.cli.export import export  # noqa: PLC0415

            return export(parsed, language)
        if parsed.command == "check":
            from cqdash.cli.check import check  # noqa: PLC0415

            return check(parsed, language)
        if parsed.command == "subsidy":
            from cqdash.cli.subsidy import subsidy  # noqa: PLC0415

            return subsidy(parsed, language)
        return _dashboard(parsed, language)
    except BadDataset as error:
        for problem in error.problems:
            print(problem.to(language), file=sys.stderr)
        return BAD_DATA


def _dashboard(parsed: argparse.Namespace, language: Language) -> int:
    has_screen = sys.stdin.isatty() and sys.stderr.isatty()
    if not has_screen or os.environ.get("TERM", "") in ("", "dumb"):
        print(words.NO_TERMINAL.to(language), file=sys.stderr)
        return WRONG_CALL
    from cqdash.tui import start  # noqa: PLC0415 - Textual is only for the screen

    return start(language, parsed.theme)


def _language_asked(arguments: Sequence[str]) -> Language:
    """The language of `--help` itself, which is printed before the arguments are all read."""
    for given, value in zip(arguments, [*arguments[1:], ""], strict=False):
        asked = given.partition("=")[2] if given.startswith("--lang=") else value if given == "--lang" else ""
        for language in LANGUAGES:
            if asked == language:
                return language
    return language_of()


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint ends with where to look."""

    language: Language = "en"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        self.exit(
            WRONG_CALL, words.WRONG_CALL.fill(message=message, program=self.prog).to(self.language) + "\n"
        )


def _parser(language: Language) -> argparse.ArgumentParser:
    shared = _Parser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, help=words.LANG.to(language))
    _Parser.language = language
    parser = _Parser(
        prog="cqdash",
        description=words.ABOUT.to(language),
        epilog=words.EXAMPLES.to(language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"cqdash {__version__}")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark", help=words.THEME.to(language))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    export = commands.add_parser("export", parents=[shared], help=words.EXPORT.to(language))
    export.description = words.EXPORT.to(language)
    export.add_argument("tab", metavar="TAB", help=words.TAB.to(language))
    export.add_argument("--format", choices=("text", "json"), default="text", help=words.FORMAT.to(language))
    _add_output(export, language)
    export.add_argument("--width", type=int, default=80, metavar="N", help=words.WIDTH.to(language))
    subsidy = commands.add_parser(
        "subsidy",
        parents=[shared],
        help=words.SUBSIDY.to(language),
        epilog=words.SUBSIDY_EXAMPLES.to(language),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subsidy.description = words.SUBSIDY.to(language)
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
    check = commands.add_parser("check", parents=[shared], help=words.CHECK.to(language))
    check.description = words.CHECK.to(language)
    check.add_argument("folder", metavar="DIR", nargs="?", help=words.FOLDER.to(language))
    return parser


def _add_output(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("--output", metavar="FILE", help=words.OUTPUT.to(language))
    parser.add_argument("--overwrite", action="store_true", help=words.OVERWRITE.to(language))
