"""`cqdash completion`: the script by which a shell completes commands, options and values."""

from __future__ import annotations

import argparse
from typing import Literal

from msgspec import Struct

from cqdash.cli.commands import parser_for
from cqdash.cli.data import load_asked
from cqdash.cli.deliver import deliver
from cqdash.cli.parser import Parser
from cqdash.dataset import Dataset
from cqdash.language import Language

Takes = Literal["nothing", "values", "file", "folder", "text"]


class Argument(Struct, frozen=True):
    """An option, or with no names what is given by its place.

    `takes` is what may stand there: one of `values`, a file, a folder, or a text nobody can guess.
    """

    names: tuple[str, ...]
    takes: Takes
    values: tuple[str, ...]
    value_name: str
    help: str


class Command(Struct, frozen=True):
    """A command, or the program itself, with everything it takes."""

    name: str
    help: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """What begins with a dash."""
        return tuple(argument for argument in self.arguments if argument.names)

    @property
    def place(self) -> Argument | None:
        """What is given by its place."""
        return next((argument for argument in self.arguments if not argument.names), None)


def completion(parsed: argparse.Namespace, language: Language) -> int:
    """Print the script for a shell; gives the exit code. Raises BadDataset."""
    from cqdash.cli import shells  # noqa: PLC0415

    program, commands = declared(parser_for(language), load_asked(parsed, language))
    write = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}[parsed.shell]
    return deliver(write(program, commands), parsed, language)


def declared(parser: Parser, dataset: Dataset) -> tuple[Command, tuple[Command, ...]]:
    """The program and its commands as the parser declares them, with the tabs and schemes of a dataset."""
    named = {"TAB": (*dataset.tabs, "all"), "ID": tuple(scheme.id for scheme in dataset.schemes.values())}
    commands: tuple[Command, ...] = ()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands = tuple(_command(name, each, named) for name, each in action.choices.items())
    return _command("", parser, named), commands


PATHS: dict[str, Takes] = {"FILE": "file", "FILE2": "file", "CSV": "file", "DIR": "folder"}
"""What a value's name says about it."""


def _command(name: str, parser: argparse.ArgumentParser, named: dict[str, tuple[str, ...]]) -> Command:
    arguments = tuple(
        _argument(action, named)
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction)
    )
    return Command(name, parser.description or "", arguments)


def _argument(action: argparse.Action, named: dict[str, tuple[str, ...]]) -> Argument:
    value_name = str(action.metavar or action.dest.upper())
    values = tuple(map(str, action.choices or named.get(value_name, ())))
    takes: Takes = "values" if values else PATHS.get(value_name, "text")
    if action.nargs == 0:
        takes = "nothing"
    return Argument(tuple(action.option_strings), takes, values, value_name, action.help or "")
