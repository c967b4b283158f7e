"""Variables, arguments, keys and file names that want to do harm: told, used as words, or of no effect."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from app.terminal import terminal
from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.dataset import bundled
from faults.caller import Call, Done, called
from hostile.strings import DANGEROUS, HAZARD, SIGN, leaks

STRINGS = {
    **{name: said for name, said in DANGEROUS.items() if "\0" not in said},
    "everything": HAZARD.replace("\0", ""),
    "no UTF-8": "a\udcff\udc9b31m",
}
"""What a call and a variable can hold: anything but a null."""
NUMBERS = {"a superscript": "²", "digits": "9" * 5000, "less than nothing": "-1", "nothing": "0", "empty": ""}
DIALOG = "╭"
"""The corner of whatever lies over the screen, but for the palette."""
VARIABLES = (
    "LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM",
    "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS", "LINES", "JUPYTER_COLUMNS", "UNICODE_VERSION",
    "ESCDELAY", "HOME", "TMPDIR", "TMUX", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
    "XDG_DATA_HOME", "LC_TERMINAL",
    "TEXTUAL", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DEBUG", "TEXTUAL_DRIVER",
    "TEXTUAL_FPS", "TEXTUAL_LOG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT", "TEXTUAL_THEME",
)  # fmt: skip
COMMANDS = (
    ("doctor",), ("doctor", "--format", "json"), ("export", "pilots"),
    ("export", "pilots", "--format", "svg"), ("find", "530.3"), ("read", "pilots"),
    ("check",), ("--help",), ("subsidy", "--example"), ("completion", "bash"),
)  # fmt: skip
READ = (
    (), ("--lang",), ("--theme",), ("--data",), ("--overlay",), ("find", "x", "--format"),
    ("find", "x", "--width"), ("export",), ("export", "trade", "--format"), ("export", "trade", "--width"),
    ("export", "trade", "--data"), ("export", "trade", "--overlay"), ("read",), ("subsidy",),
    ("subsidy", "--compare"), ("subsidy", "--batch"), ("subsidy", "--scheme"), ("check",),
    ("check", "--format"), ("completion",), ("doctor", "--format"),
)  # fmt: skip
"""What is chosen from or must be there: none of the strings is."""
TAKEN = (("find",), ("doctor", "--data"), ("doctor", "--overlay"))
"""What any words will do for."""
WRITTEN = (
    ("find", "x", "--output"), ("export", "trade", "--output"), ("export", "all", "--folder"),
    ("subsidy", "--example", "--output"), ("check", "--output"), ("new",),
)  # fmt: skip
"""Names of what is written: any but one with a folder in it that is not there."""
PASTED = (
    b"".join(said.encode() for said in DANGEROUS.values()) + b"\xed\xa0\x80\xff\x9b31m\x1b[2J\x1b]0;x\x07"
)
"""Every sequence, then half of a surrogate pair and what is no UTF-8, as no string can hold it."""
FIELDS = (("/", "Words in Chinese or English"), ("\x10", "Find a command"), ("e", "Export: "))
IN_FORM = (("\x13", DIALOG), ("\x0f", DIALOG))
"""Keys that lead to a field, and what is on the screen as long as it is open."""
SENT = 2 * len(FIELDS + IN_FORM) + len(FIELDS)
"""Pasted twice into each, typed into the first ones."""


def printed(done: Done) -> list[str]:
    """What of it could drive a terminal."""
    out = done.out.removeprefix("\ufeff")
    return leaks((out + done.err).encode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("name", [*STRINGS, *NUMBERS])
def test_no_variable_of_the_environment_drives_the_terminal_or_ends_in_a_traceback(
    name: str, tmp_path: Path
) -> None:
    value = {**STRINGS, **NUMBERS}[name]
    calls = [Call(each, str(tmp_path), environment=dict.fromkeys(VARIABLES, value)) for each in COMMANDS]
    for call, done in zip(calls, called(calls), strict=True):
        assert (done.code, printed(done)) == (DONE, []), call.arguments
        assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["everything", "no UTF-8", "a superscript", "digits", "nothing"])
def test_the_dashboard_is_drawn_and_left_whatever_the_variables_say(name: str, tmp_path: Path) -> None:
    value = {**STRINGS, **NUMBERS}[name]
    environment = dict.fromkeys(VARIABLES, value) | {"TERM": "xterm-256color"}
    with terminal("--lang", "en", folder=tmp_path, environment=environment) as program:
        program.wait_for("1 Innovation")
        program.press("3")
        program.wait_for("Exports by product")
        program.leave()
    assert leaks(program.raw) == []


def test_no_variable_names_a_module_to_run_a_key_to_press_or_a_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "evil.py").write_text("open('ran', 'w')\nclass Driver: pass\n")
    environment = {
        "TEXTUAL": "devtools,debug,headless",
        "TEXTUAL_DRIVER": "evil:Driver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "e,enter,q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL_SCREENSHOT_FILENAME": "seen.svg",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_SHOW_RETURN": "1",
    }
    with terminal("--lang", "en", "--no-config", folder=tmp_path, environment=environment) as program:
        program.wait_for("1 Innovation")
        program.rest()
        program.press("q")
        assert program.end() == DONE
    assert [each.name for each in tmp_path.iterdir()] == ["evil.py"]


@pytest.mark.parametrize("name", STRINGS)
def test_no_argument_drives_the_terminal_and_each_is_told_or_taken(name: str, tmp_path: Path) -> None:
    value = STRINGS[name]
    calls = [Call((*each, value), str(tmp_path)) for each in (*READ, *TAKEN)]
    places = [tmp_path / str(number) for number in range(len(WRITTEN))]
    for place, each in zip(places, WRITTEN, strict=True):
        place.mkdir()
        calls.append(Call((*each, value), str(place)))
    found = called(calls)
    for call, done in zip(calls, found, strict=True):
        assert printed(done) == [], call.arguments
        assert "Traceback" not in done.err
    codes = [done.code for done in found]
    assert codes[: -len(WRITTEN)] == [WRONG_CALL] * len(READ) + [DONE] * len(TAKEN)
    for place, code in zip(places, codes[-len(WRITTEN) :], strict=True):
        made = [os.fsencode(each.relative_to(place)) for each in place.iterdir()]
        assert code == (DONE if made else NOT_WRITTEN)
        assert made in ([], [os.fsencode(value.partition("/")[0])])
        assert made or "/" in value


def test_on_a_terminal_no_argument_drives_it_either(tmp_path: Path) -> None:
    value = STRINGS["everything"]
    name = value.replace("/", "")
    for call in (("export", value), ("find", value), (f"--{value}",), ("check", value), ("new", name)):
        with terminal(*call, folder=tmp_path) as program:
            assert program.end() == (DONE if call[0] in ("find", "new") else WRONG_CALL)
        assert SIGN in program.text
        assert leaks(program.raw) == []


def test_folders_and_files_of_any_name_are_read_written_and_shown_harmlessly(tmp_path: Path) -> None:
    name = STRINGS["everything"].replace("/", "")
    data, over, out = (tmp_path / f"{each}{name}" for each in ("data", "over", "out"))
    shutil.copytree(str(bundled()), data)
    over.mkdir()
    (over / "trade.yaml").write_text("notes: []\n")
    given = (data / "applications" / "example.yaml").rename(tmp_path / f"{name}.yaml")
    asked = ("--lang", "en", "--data", data.name, "--overlay", over.name)
    calls = [
        ("export", "all", "--folder", out.name),
        ("export", "all", "--folder", out.name, "--overwrite"),
        ("subsidy", given.name),
        ("subsidy", given.name, "--compare", given.name),
        ("subsidy", given.name, "--output", f"a{name}.md"),
        ("check", data.name),
        ("doctor", *asked),
    ]
    for call in calls:
        told = call if call[0] in ("check", "doctor") else (*call, *asked)
        with terminal(*told, folder=tmp_path) as program:
            assert program.end() == DONE, program.text
        assert leaks(program.raw) == []
    assert len(list(out.iterdir())) == 5
    with terminal(*asked, folder=tmp_path, size=(160, 45)) as program:
        program.wait_for("1 Innovation")
        program.press("2")
        program.wait_for("Press c")
        program.press("c")
        program.wait_for("ctrl\\+o Open")
        program.press("\x0f")
        program.wait_for(DIALOG)
        program.press("\x15")
        program.send(b"\x1b[200~" + os.fsencode(given.name) + b"\x1b[201~\r")
        program.rest()
        program.press("\x1b")
        program.rest()
        program.press("\x1b")
        program.rest()
        program.press("q")
        assert program.end() == DONE
    assert leaks(program.raw) == []


def test_no_key_and_nothing_pasted_into_any_field_comes_back_as_a_sequence(tmp_path: Path) -> None:
    sent = 0
    with terminal("--lang", "en", folder=tmp_path, size=(140, 45)) as program:
        program.wait_for("1 Innovation")
        program.press("2")
        program.wait_for("Press c")
        for field in (*FIELDS, *IN_FORM):
            if field == IN_FORM[0]:
                program.press("c")
                program.wait_for("ctrl\\+o Open")
            keys, title = field
            program.press(keys)
            program.wait_for(title)
            for _ in range(2):
                program.send(b"\x1b[200~" + SIGN.encode() + PASTED + b"\x1b[201~")
                program.wait_for(SIGN)
                sent += 1
            if field in FIELDS:
                program.send(b"x" + PASTED)
                program.rest()
                sent += 1
            for _ in range(4):
                program.press("\x1b")
                program.rest()
                if title not in program.text:
                    break
            assert title not in program.text
        program.press("\x1b")
        program.rest()
        program.press("q")
        assert program.end() == DONE
    assert sent == SENT
    assert leaks(program.raw) == []
