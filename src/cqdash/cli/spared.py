"""Modules imported without others that they would do without too: each spares about 10 ms of a start."""

import sys
from importlib import import_module


def import_without(name: str, spared: str) -> None:
    """Import a module as if one that it only tries to import were not there; later it can be imported."""
    if name in sys.modules or spared in sys.modules:
        return
    # What is None here cannot be imported.
    sys.modules[spared] = None  # type: ignore[assignment]
    try:
        import_module(name)
    finally:
        del sys.modules[spared]
