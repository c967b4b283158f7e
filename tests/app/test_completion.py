"""Completion scripts, in the shells themselves where these are installed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.terminal import terminal
from cqdash.cli.commands import SHELLS, parser_for
from cqdash.cli.completion import declared
from cqdash.cli.shells import bash, fish, zsh
from cqdash.dataset import Dataset
from cqdash.language import Language

WRITE = {"bash": bash, "zsh": zsh, "fish": fish}
BASH = shutil.which("bash") or ""


def script(dataset: Dataset, shell: str, language: Language = "en") -> str:
    return WRITE[shell](*declared(parser_for(language), dataset))


@pytest.fixture
def place(dataset: Dataset, tmp_path: Path) -> Path:
    """A folder with the bash script, and a few things to complete."""
    (tmp_path / "script").mkdir()
    (tmp_path / "script/cqdash.bash").write_text(script(dataset, "bash"), encoding="utf-8")
    work = tmp_path / "work"
    for folder in ("pages", "data"):
        (work / folder).mkdir(parents=True)
    (work / "my application.yaml").touch()
    (work / "applicants.csv").touch()
    return work


def completed(place: Path, *words: str) -> set[str]:
    """What bash offers for the last word, called as bash calls a completion function."""
    given = " ".join(map(shlex.quote, ["cqdash", *words]))
    call = f"""source ../script/cqdash.bash
COMP_WORDS=({given}) COMP_CWORD={len(words)}
_cqdash
printf '%s\\n' "${{COMPREPLY[@]}}\""""
    done = subprocess.run(
        [BASH, "--norc", "-uc", call], cwd=place, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return set(filter(None, done.stdout.split("\n")))


COMMANDS = {"find", "export", "read", "subsidy", "check", "new", "completion", "doctor"}
TABS = {"innovation", "ip-policy", "trade", "pilots", "sme-service", "all"}


@pytest.mark.skipif(not BASH, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("",), COMMANDS),
        (("ex",), {"export"}),
        (("--lang", ""), {"zh", "en"}),
        (("--lang", "=", ""), {"zh", "en"}),
        (("--lang", "="), {"zh", "en"}),
        (("--theme", "=", "contrast-l"), {"contrast-light"}),
        (("--lang", "zh", "export", "t"), {"trade"}),
        (("export", ""), TABS),
        (("read", ""), TABS),
        (("export", "trade", "--fo"), {"--format", "--folder"}),
        (("export", "trade", "--format", "m"), {"markdown"}),
        (("export", "trade", "--folder", ""), {"pages", "data"}),
        (("export", "trade", "--output", "a"), {"applicants.csv"}),
        (("subsidy", "m"), {"my application.yaml"}),
        (("subsidy", "--format", ""), {"text", "markdown", "json"}),
        (("subsidy", "--scheme", "chong"), {"chongqing-ip-2026"}),
        (("check", ""), {"pages", "data"}),
        (("new", ""), {"pages", "data"}),
        (("--data", ""), {"pages", "data"}),
        (("export", "trade", "--overlay", "p"), {"pages"}),
        (("completion", ""), set(SHELLS)),
        (("doctor", "--format", "j"), {"json"}),
        (("find", ""), set()),
        (("export", "trade", "--width", ""), set()),
    ],
)
def test_bash_offers_what_can_stand_there(place: Path, words: tuple[str, ...], offered: set[str]) -> None:
    assert completed(place, *words) == offered


@pytest.mark.skipif(not BASH, reason="bash is not installed")
def test_keys_pressed_in_a_real_bash_complete_a_call(place: Path) -> None:
    (place / ".inputrc").write_text("set enable-bracketed-paste off\nset bell-style none\n")
    environment = {"PS1": "ready> ", "INPUTRC": str(place / ".inputrc"), "HISTFILE": "/dev/null"}
    command = (BASH, "--norc", "--noprofile", "-i")
    with terminal(folder=place, environment=environment, command=command) as program:
        program.press("source ../script/cqdash.bash\r")
        program.wait_for("ready> $|ready> \\s*\n")
        program.press("cqdash exp\t")
        program.wait_for(r"cqdash export ")
        program.press("tr\t")
        program.wait_for(r"cqdash export trade ")
        program.press("--form\t")
        program.wait_for(r"--format ")
        program.press("js\t")
        program.wait_for(r"--format json ")
        program.press("--output my\t")
        program.wait_for(r"--output my\\ application\.yaml")
        program.press("\x15exit 0\r")
        assert program.end() == 0


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_option_and_value_is_in_every_script(
    dataset: Dataset, shell: str, language: Language
) -> None:
    program, commands = declared(parser_for(language), dataset)
    written = script(dataset, shell, language)
    assert {command.name for command in commands} == COMMANDS
    for command in (program, *commands):
        assert command.name in written
        for argument in command.arguments:
            for name in argument.names:
                option = {"bash": name, "zsh": name, "fish": name.replace("--", "-l ")}[shell]
                assert option in written or (shell == "fish" and f"-s {name[1:]}" in written)
            for value in argument.values:
                assert re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", written), value
    assert {"TAB", "FILE", "DIR"} <= {each.value_name for command in commands for each in command.arguments}
    if shell != "bash":
        assert commands[0].help in written


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shutil.which(shell)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_shell_that_is_installed_can_read_its_script(
    dataset: Dataset, shell: str, language: Language
) -> None:
    done = subprocess.run(
        [shell, "-n"],
        input=script(dataset, shell, language),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_help_text_cannot_leave_its_quotes(dataset: Dataset, shell: str) -> None:
    """Read by the rules of POSIX quoting, every line of the script ends outside quotes."""
    for line in script(dataset, shell).splitlines():
        if not line.startswith("#"):
            plain = line.replace("\\'", "") if shell == "fish" else line
            assert len(re.findall(r"(?<!\\)'", plain.replace("'\\''", ""))) % 2 == 0, line


def test_it_is_printed_for_the_shell_to_read() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cqdash", "completion", "zsh", "--lang", "en"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.startswith("#compdef cqdash\n")
    assert done.stderr == ""
