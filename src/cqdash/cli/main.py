"""The `cqdash` command: what was asked for, and the exit code.

Exit codes: 0 done, 1 problems in the data, 2 a wrong call or no terminal, 3 the output could not be written.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from cqdash import __version__
from cqdash.cli.codes import BAD_DATA, SIGNALLED, WRONG_CALL
from cqdash.cli.printing import print_whole, refuse, say
from cqdash.cli.spared import import_without
from cqdash.cli.surroundings import settle
from cqdash.files.places import settings_file
from cqdash.language import LANGUAGES, Language, Text, language_of
from cqdash.language import command_line as words

if TYPE_CHECKING:
    import argparse

    from cqdash.files.settings import Settings


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code, at once.

    Nothing is open any more, and to take the interpreter down would take a tenth of a second.
    """
    code = exit_code(arguments)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, whatever ends it; gives the exit code."""
    settle()
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
    except SystemExit as left:
        # A page of help, a wrong call or a signal: all has been said.
        if not isinstance(left.code, int):
            raise
        code = left.code
    return code


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; gives the exit code."""
    if list(arguments) == ["--version"]:
        # Nothing else has to be known for this.
        return print_whole(f"cqdash {__version__}\n", language_of())
    from cqdash.cli.commands import parser_for  # noqa: PLC0415

    # `--help` is told in the language of the settings; where there are none, it does not import them.
    is_set = "--no-config" not in arguments and os.path.lexists(settings_file())
    settings = _settings() if is_set else None
    set_language = settings.language if settings else None
    language = _language_asked(arguments) or set_language or language_of()
    parsed = parser_for(language, arguments).parse_args(arguments)
    language = parsed.lang or language
    if settings is None and not parsed.no_config:
        settings = _settings()
    is_drawn = parsed.command is None and not (settings and settings.plain)
    if not is_drawn and parsed.command != "doctor" and settings:
        for fault in settings.faults:
            say(fault.told(settings.path).to(language))
    import_without("msgspec", "typing_extensions")
    from importlib import import_module  # noqa: PLC0415 - `--help` needs none of this

    from cqdash.dataset.problems import BadDataset, BadFolder  # noqa: PLC0415

    parsed.settings = settings
    try:
        if parsed.command is None:
            return _reading_or_dashboard(parsed, language, settings)
        # A command loads what it needs: its module and its function have its name.
        module = import_module(f"cqdash.cli.{parsed.command}")
        command: Callable[[argparse.Namespace, Language], int] = getattr(module, parsed.command)
        return command(parsed, language)
    except BadFolder as error:
        from cqdash.language import overlay  # noqa: PLC0415 - only when something is wrong

        folder = error.problems[0].file
        return refuse(overlay.CANNOT_READ.fill(folder=folder, reason=error.reason), language)
    except BadDataset as error:
        for problem in error.problems:
            say(problem.to(language))
        return BAD_DATA


def _reading_or_dashboard(parsed: argparse.Namespace, language: Language, settings: Settings | None) -> int:
    """What stands behind the bare `cqdash`: the dashboard, or lines for who has set them."""
    if settings and settings.plain:
        from cqdash.cli.read import session  # noqa: PLC0415

        return session(parsed, language)
    if reason := _not_drawable():
        say(words.NO_TERMINAL.fill(reason=reason).to(language))
        return WRONG_CALL
    from cqdash.cli.data import load_asked  # noqa: PLC0415

    # There are no connections to make.
    import_without("asyncio", "ssl")
    from cqdash.tui import start  # noqa: PLC0415 - Textual is only for the screen

    # What is not asked for here is looked for in the settings, and then in what is remembered.
    return start(load_asked(parsed, language), parsed.lang, parsed.theme, settings)


def _not_drawable() -> Text | None:
    """Why no dashboard can be drawn here; None where it can."""
    for name, said in words.STREAMS.items():
        stream = getattr(sys, name)
        if stream is None or stream.closed or not stream.isatty():
            return words.NOT_A_TERMINAL.fill(stream=said)
    term = os.environ.get("TERM", "")
    if not term:
        return words.TERM_IS_NOT_SET
    return words.TERM_IS.fill(term=term) if term == "dumb" else None


def _settings() -> Settings:
    import_without("msgspec", "typing_extensions")
    from cqdash.files.settings import read_settings  # noqa: PLC0415 - not for those who want none

    return read_settings()


def _language_asked(arguments: Sequence[str]) -> Language | None:
    """The language that is asked for; `--help` is printed before the arguments are all read."""
    for given, value in zip(arguments, [*arguments[1:], ""], strict=False):
        asked = given.partition("=")[2] if given.startswith("--lang=") else value if given == "--lang" else ""
        for language in LANGUAGES:
            if asked == language:
                return language
    return None
