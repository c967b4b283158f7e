"""`cqdash` with the loader's refusal of dangerous characters switched off, on the data of a folder.

Called as `unguarded.py FOLDER ARGUMENT...`: whatever the folder holds reaches every view.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from cqdash.cli.main import main
from cqdash.dataset import decode, document


def let_through(folder: Path) -> None:
    """Take any character, and the folder for the data that comes with the program."""
    document.is_unsafe = lambda _: False  # type: ignore[attr-defined]
    decode.first_unsafe = lambda _: None  # type: ignore[attr-defined]
    for name in ("cqdash.dataset.load", "cqdash.cli.check", "cqdash.subsidy.file"):
        import_module(name).bundled = lambda: folder  # type: ignore[attr-defined]


if __name__ == "__main__":
    let_through(Path(sys.argv[1]))
    main(sys.argv[2:])
