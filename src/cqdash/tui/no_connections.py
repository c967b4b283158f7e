"""Imports asyncio without what it needs for connections, of which there are none: 10 ms of the start."""

import sys

if "asyncio" not in sys.modules and "ssl" not in sys.modules:
    # What is None here cannot be imported, and asyncio does without it.
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401 - so that it is there
    finally:
        del sys.modules["ssl"]
