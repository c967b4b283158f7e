"""The process that libFuzzer runs in: `python -m fuzz.child TARGET TALLY LIBFUZZER-OPTIONS…`."""

from __future__ import annotations

import mmap
import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.import_hook.HookManager(
    {"cqdash"}, {"cqdash.language.characters", "cqdash.language"}, True, False
):
    from fuzz.corpus import values, words
    from fuzz.mutate import mutator
    from fuzz.targets import loader, quantity

TARGETS: dict[str, Callable[[bytes], bool]] = {"loader": loader, "quantity": quantity}


def main(target: str, tally: str, options: list[str]) -> None:
    """Fuzz until libFuzzer ends the process; how many inputs were accepted and refused stands in `tally`."""
    act = TARGETS[target]
    with Path(tally).open("r+b") as file:
        counts = memoryview(mmap.mmap(file.fileno(), 0)).cast("Q")

    def one(data: bytes) -> None:
        counts[act(data)] += 1

    def bytes_changed(data: bytes, most: int) -> bytes:
        # Looked up anew: Fuzz() puts another function in its place.
        return bytes(atheris.Mutate(data, most))

    atheris.Setup([target, *options], one, custom_mutator=mutator(words(target), values(), bytes_changed))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
