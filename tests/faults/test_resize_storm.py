"""Hundreds of sizes in a row, impossible ones among them: at the end the screen is right."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

from app.terminal import terminal
from faults.test_job_control import SIZE, whole_screen

SIZES = 200
ODD = ((1, 1), (10, 2), (300, 100), (2, 50), (400, 1), (40, 12), (39, 11), (0, 0))


async def test_after_a_storm_of_sizes_every_line_of_the_screen_is_right(tmp_path: Path) -> None:
    random = Random(7)
    screen = await whole_screen()
    with terminal("--lang", "en", "--no-config", folder=tmp_path, size=SIZE) as program:
        before = program.modes()
        program.wait_for("1 Innovation")
        for number in range(SIZES):
            odd = ODD[number // 5 % len(ODD)] if number % 5 == 0 else None
            program.resize(*(odd or (random.randint(1, 200), random.randint(1, 60))))
            program.send(random.choice((b"", b"\x1b[B", b"\t", b"?\x1b")))
        for size in ((1, 1), (40, 12), SIZE):
            program.resize(*size)
            program.rest()
        program.press("\x1b\x1b")
        program.rest()
        program.press("1\x1b[H")
        program.wait_for(screen)
        program.signal(signal.SIGTERM)
        assert program.end() == 128 + signal.SIGTERM
        assert program.is_restored()
        assert program.modes() == before
        assert b"Traceback" not in program.raw
