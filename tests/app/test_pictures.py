"""The pictures beside the README are of the program as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PICTURES = Path(__file__).parents[2] / "screenshots"


def test_the_pictures_are_what_the_app_shows_now(tmp_path: Path) -> None:
    subprocess.run([sys.executable, PICTURES / "make.py", tmp_path], check=True, timeout=300)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.svg")}
    kept = {path.name: path.read_bytes() for path in PICTURES.glob("*.svg")}
    assert len(made) == 15
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    assert not stale, "run python screenshots/make.py and look at them"
