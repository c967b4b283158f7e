"""Ten thousand keys at random, and what no keyboard sends: nothing ends the program but its own commands."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from random import Random

import pytest
from textual.screen import ModalScreen

from app.screen import dashboard, main_screen_of, settle
from app.terminal import terminal
from cqdash.cli.codes import DONE, SIGNALLED
from cqdash.tui.palette import Palette

RUNS = {1: ("zh", (80, 24)), 2: ("en", (60, 20)), 3: ("zh", (100, 30)), 4: ("en", (40, 12))}
"""By its seed the language and the size of each run."""
KEYS = 2500
AT_ONCE = 25
GUARDED = """
import os, sys
here = os.getcwd()
CHANGING = {"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.symlink", "os.truncate"}

def only_here(event, given):
    is_written = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)
    if is_written or event in CHANGING:
        path = os.path.abspath(os.fsdecode(given[0])) if isinstance(given[0], (str, bytes)) else here
        if not path.startswith(here) and not path.startswith("/dev/"):
            raise PermissionError(13, "Permission denied")

from cqdash.cli.main import main
import cqdash.tui
sys.addaudithook(only_here)
main(sys.argv[1:])
"""
"""The program, which may write in its own folder alone: a name typed at random could be anybody's file."""
LETTERS = "abcdefghijklmnoprstuvwxyzADGHJKLYZ0123456789[]/?*.,;:'\"-_=+()<>|\\ "
"""All but q, which ends the program: it comes now and then."""
NAMED = (
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOA", "\x1bOB", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~",
    "\x1b[2~", "\x1b[3~", "\x1b[Z", "\t", "\r", "\x1b", "\x7f", "\x1bOP", "\x1bOQ", "\x1b[15~", "\x1b[24~",
    "\x1b[1;5C", "\x1b[1;2A", "\x1ba", "\x1b\x1b[A", "\x1b[97;5u", "\x1b[57358u", "\x1b[I", "\x1b[O",
)  # fmt: skip
CONTROL = "".join(chr(code) for code in range(1, 32) if code not in (17, 26))
WIDE = ("重", "庆", "亿元", "é", "e\u0301", "👩‍👩‍👧", "\u202e", "\u200b", "ﷺ", "\U0010ffff", "\ufeff")
HALF = (
    "\x1b[", "\x1b]", "\x1bP", "\x1b[<", "\x1b[<0;", "\x1b[200~", "\x1b[201~", "\x1b[?",
    "\x1b[M   ", "\x1b[?2048;2$y", "\x1b[?1;2c", "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x9b31m", "\x00",
)  # fmt: skip
PASTED = (
    "\x1b]52;c;aGVsbG8=\x07", "[/x] [bold]", "a\nb\r\nc\td", "\x1b[2J\x1b[?1049l", "1e999999", "=1+1",
    "-" * 300, "重庆" * 200, "9" * 400, "${HOME} $(id) `id`", "\u202e\x9b2J\x00",
)  # fmt: skip
BROKEN = (b"\xff", b"\xe9\x87", b"\xc3", b"\xf0\x9f\x91", b"\xed\xa0\x80")
"""No UTF-8, as a terminal sends that is set to something else."""
SENSELESS = (b"\x1b[99999999999999~", b"\x1b[48;24;80;0;0t\x1b[<0;1;1M")
"""What cannot be: a key of that number, a click in a window of no pixels."""


def key(random: Random) -> bytes:
    """Something a terminal may send."""
    kind = random.random()
    if kind < 0.004:
        return random.choice(("q", "\x11")).encode()
    if kind < 0.4:
        return random.choice(LETTERS).encode()
    if kind < 0.7:
        return random.choice(NAMED).encode()
    if kind < 0.78:
        return random.choice(CONTROL).encode()
    if kind < 0.82:
        return random.choice(WIDE).encode()
    if kind < 0.86:
        return random.choice(HALF).encode()
    if kind < 0.88:
        return f"\x1b[200~{random.choice(PASTED)}\x1b[201~".encode()
    if kind < 0.889:
        return random.choice(BROKEN)
    if kind < 0.89:
        return random.choice(SENSELESS)
    button = random.choice((0, 0, 0, 1, 2, 3, 32, 35, 64, 65, 68, 99999))
    at = f"{random.choice((random.randint(1, 100), 0, 99999))};{random.randint(1, 30)}"
    return f"\x1b[<{button};{at}{random.choice('Mm')}".encode()


@pytest.mark.parametrize("seed", RUNS)
def test_keys_at_random_end_nothing_but_by_the_keys_that_do(seed: int, tmp_path: Path) -> None:
    language, size = RUNS[seed]
    random = Random(seed)
    environment = {f"XDG_{each}_HOME": str(tmp_path / each.lower()) for each in ("STATE", "CONFIG", "CACHE")}
    command = (sys.executable, "-c", GUARDED)
    sent = 0
    while sent < KEYS:
        with terminal(
            "--lang", language, folder=tmp_path, size=size, environment=environment, command=command
        ) as program:
            before = program.modes()
            program.wait_for("[?] ")
            while sent < KEYS and program.process.poll() is None:
                sent += AT_ONCE
                program.send(b"".join(key(random) for _ in range(AT_ONCE)))
            program.rest()
            program.signal(signal.SIGTERM)
            # A signal to one that was ending anyway may find Python itself already taken down.
            assert program.end() in (DONE, SIGNALLED + signal.SIGTERM, -signal.SIGTERM), program.raw[-3000:]
            assert b"Traceback" not in program.raw
            assert program.is_restored()
            assert program.modes() == before
            assert program.others() == []


def test_what_makes_no_sense_is_passed_over_and_the_next_key_counts(tmp_path: Path) -> None:
    with terminal("--lang", "en", "--no-config", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        for number, each in enumerate((*BROKEN, *SENSELESS)):
            program.send(each)
            program.press("t")
            program.wait_for("Innovation" if number % 2 else "科创")
        program.send(b"/\xe9\x87x")
        program.wait_for("�x")
        program.press("\x1b")
        program.wait_for("�x", absent=True)
        program.press("q")
        assert program.end() == DONE


async def test_a_dialog_that_is_left_twice_leaves_nothing_else() -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        for key in ("?", "D", "e", "ctrl+p"):
            await pilot.press(key)
            await settle(pilot)
            dialog = pilot.app.screen
            assert isinstance(dialog, ModalScreen)
            dialog.dismiss()
            dialog.dismiss()
            await settle(pilot)
            assert pilot.app.screen is main_screen_of(pilot)


async def test_a_search_that_ends_after_the_palette_has_been_left_ends_nothing_else() -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        palette = pilot.app.screen
        assert isinstance(palette, Palette)
        await pilot.press("escape")
        await settle(pilot)
        palette._watch__list_visible()
        await palette._watch__show_busy()
        palette._start_no_matches_countdown("no such figure")
        await settle(pilot)
        assert pilot.app.screen is main_screen_of(pilot)
