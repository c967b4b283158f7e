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
    setattr(document, "is_unsafe", lambda _: False)  # noqa: B010 - a name of another module
    setattr(decode, "first_unsafe", lambda _: None)  # noqa: B010
    for name in ("dataset.load", "cli.data", "subsidy.file", "subsidy.beginning"):
        setattr(import_module(f"cqdash.{name}"), "bundled", lambda: folder)  # noqa: B010


if __name__ == "__main__":
    let_through(Path(sys.argv[1]))
    main(sys.argv[2:])
