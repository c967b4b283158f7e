"""Completion scripts for three shells, from what the parser declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cqdash.cli.completion import Argument, Command

BASH = """\
# bash completion for cqdash, printed by: cqdash completion bash

_cqdash() {{
    local cur prev word i command="" options="" values="" place="" takes="values"
    COMPREPLY=()
    cur=${{COMP_WORDS[COMP_CWORD]}}
    prev=${{COMP_WORDS[COMP_CWORD - 1]}}
    # --option=value comes as three words.
    if [[ $cur == "=" ]]; then
        cur=""
    elif [[ $prev == "=" ]]; then
        prev=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${{COMP_WORDS[i]}} in
            {commands}) command=${{COMP_WORDS[i]}}; break ;;
        esac
    done
    case $command in
{cases}
    esac
    if [[ $takes == place && $cur == -* ]]; then
        takes="values" values=$options
    elif [[ $takes == place ]]; then
        takes=$place
    fi
    case $takes in
        file)
            compopt -o filenames 2> /dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
            ;;
        folder)
            compopt -o filenames 2> /dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$cur")
            ;;
        values)
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$values" -- "$cur")
            ;;
    esac
}}

complete -F _cqdash cqdash
"""
BASH_CASE = """\
        {name})
            options="{options}"
            values="{values}"
            place="{place}"
            case $prev in
{cases}
                *) takes="place" ;;
            esac
            ;;"""

ZSH = """\
#compdef cqdash
# zsh completion for cqdash, printed by: cqdash completion zsh

_cqdash_commands() {{
    local -a commands
    commands=(
{named}
    )
    _describe -t commands command commands
}}

_cqdash() {{
    local curcontext="$curcontext" state line
    typeset -A opt_args
    _arguments -C \\
{options}
        '1: :_cqdash_commands' \\
        '*:: :->rest' && return
    [[ $state == rest ]] || return
    curcontext="${{curcontext%:*:*}}:cqdash-$words[1]:"
    case $words[1] in
{cases}
    esac
}}

# Autoloaded from fpath it is the function itself; evaluated, it is declared.
if [[ $funcstack[1] == _cqdash ]]; then
    _cqdash "$@"
else
    compdef _cqdash cqdash
fi
"""
ZSH_CASE = """\
        {name})
            _arguments \\
{arguments}
            ;;"""


def bash(program: Command, commands: Sequence[Command]) -> str:
    """The script for bash 3.2 and later."""
    cases = "\n".join(_bash_case(each, commands) for each in (program, *commands))
    return BASH.format(commands="|".join(each.name for each in commands), cases=cases)


def zsh(program: Command, commands: Sequence[Command]) -> str:
    """The script for zsh, to be put into a folder of fpath or evaluated."""
    named = "\n".join(f"        {_quoted(f'{each.name}:{each.help}')}" for each in commands)
    options = "\n".join(f"        {spec} \\" for each in program.options for spec in _zsh_specs(each))
    cases = []
    for command in commands:
        specs = [spec for each in command.arguments for spec in _zsh_specs(each)]
        arguments = " \\\n".join(f"                {spec}" for spec in specs)
        cases.append(ZSH_CASE.format(name=command.name, arguments=arguments))
    return ZSH.format(named=named, options=options, cases="\n".join(cases))


def fish(program: Command, commands: Sequence[Command]) -> str:
    """The script for fish 3 and later."""
    lines = ["# fish completion for cqdash, printed by: cqdash completion fish", "", "complete -c cqdash -f"]
    first = "__fish_use_subcommand"
    lines += [
        f"complete -c cqdash -n {first} -a {each.name} -d {_quoted(each.help, fish=True)}"
        for each in commands
    ]
    for command in (program, *commands):
        when = f"'__fish_seen_subcommand_from {command.name}'" if command.name else first
        lines += ["", *(f"complete -c cqdash -n {when} {each}" for each in _fish_arguments(command))]
    return "\n".join(lines) + "\n"


def _bash_case(command: Command, commands: Sequence[Command]) -> str:
    place = command.place
    values = place.values if place else () if command.name else tuple(each.name for each in commands)
    cases = []
    for option in command.options:
        names = "|".join(option.names)
        if option.takes == "values":
            cases.append(f'                {names}) takes="values" values="{" ".join(option.values)}" ;;')
        elif option.takes != "nothing":
            cases.append(f'                {names}) takes="{option.takes}" ;;')
    return BASH_CASE.format(
        name=command.name or '""',
        options=" ".join(name for option in command.options for name in option.names),
        values=" ".join(values),
        place=place.takes if place else "values",
        cases="\n".join(cases),
    )


def _zsh_specs(argument: Argument) -> Iterator[str]:
    """What `_arguments` is told of an argument, an entry for each of its names."""
    said = argument.help.replace("[", "(").replace("]", ")")
    value = {
        "nothing": "",
        "values": f":{argument.value_name}:({' '.join(argument.values)})",
        "file": f":{argument.value_name}:_files",
        "folder": f":{argument.value_name}:_files -/",
        "text": f":{argument.value_name}: ",
    }[argument.takes]
    if not argument.names:
        yield _quoted(f"*{value}")
    others = f"({' '.join(argument.names)})" if len(argument.names) > 1 else ""
    for name in argument.names:
        # --option=value and --option value are both taken.
        written = f"{name}=" if value and name.startswith("--") else name
        yield _quoted(f"{others}{written}[{said}]{value}")


def _fish_arguments(command: Command) -> Iterator[str]:
    for argument in command.arguments:
        names = " ".join(
            f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in argument.names
        )
        values = _quoted(" ".join(argument.values), fish=True)
        takes = {
            "nothing": "",
            "values": f"-x -a {values}" if names else f"-a {values}",
            "file": "-r -F" if names else "-F",
            "folder": "-x -a '(__fish_complete_directories)'",
            "text": "-x" if names else "",
        }[argument.takes]
        if names:
            yield " ".join(filter(None, (names, takes, f"-d {_quoted(argument.help, fish=True)}")))
        elif takes:
            yield takes.removeprefix("-x ")


def _quoted(text: str, *, fish: bool = False) -> str:
    """A text as one word of a shell."""
    if fish:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return "'" + text.replace("'", "'\\''") + "'"
