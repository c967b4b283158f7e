"""What wants to do harm: sequences that drive a terminal, what looks like markup, and data full of both."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from cqdash.dataset import Dataset, bundled
from cqdash.dataset.document import compose
from cqdash.dataset.folder import files_of
from cqdash.dataset.load import dataset_of
from cqdash.dataset.records import MEASURED
from cqdash.language.characters import is_unsafe
from trees import places, tree

DANGEROUS = {
    "OSC 52": "\x1b]52;c;cHduZWQ=\x07",
    "CSI": "\x1b[1337z",
    "C1 CSI": "\x9b1337z",
    "C1 OSC": "\x9d52;c;cHduZWQ=\x9c",
    "DCS": "\x1bPz\x1b\\",
    "bidi override": "\u202e",
    "bidi isolate": "\u2067",
    "NUL": "\x00",
    "private use": "\ue000",
    "line separator": "\u2028",
}
OSC_52 = DANGEROUS["OSC 52"].encode()
MARKUP = ("[/x]", "[red]", "[@click=app.quit]x[/]", ":smile:", "{x}", "%s")
TRICKY = "q" + "".join(MARKUP) + "q"
"""No sequence, but markup, an emoji or a format to whoever would read it as such."""
HARMLESS = "".join(chr(0x400 + n) for n in range(len(TRICKY)))
"""As long, and of letters that stand nowhere else: what becomes of each can be told from what is shown."""
AS_TRICKY = str.maketrans(HARMLESS, TRICKY)
SIGN = "ЖЖ"
HAZARD = SIGN + "".join(DANGEROUS.values()) + "[/x][@click=app.quit]"
"""Everything at once, after a sign by which it is seen that it came so far."""
FIGURES = (*MEASURED, "date")
"""Kinds of records whose printed words are read, so that the loader takes no others."""
ALLOWED = re.compile(
    r"\x1b\[[0-9;]*[ABCDHJKfhlmnr]"  # colours, the cursor, clearing
    r"|\x1b\[[?<>=][0-9;]*[chlmnpqu]"  # modes: mouse, pasting, keyboard
    r"|\x1b\[\?[0-9;]*\$[pqy]"
    r"|\x1b\]22;[a-z]*\x07"  # the shape of the mouse pointer
    r"|\x1b[78]"
)
"""All that the dashboard itself sends, but for the clipboard."""
CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/]*={0,2})\x07")

Tree = dict[str, Any]


def trees() -> dict[str, Tree]:
    """The bundled data files as plain data."""
    found: dict[str, Tree] = {}
    for name, content in files_of(bundled()).items():
        assert isinstance(content, bytes)
        found[name] = tree(compose(name, content.decode()))
    return found


def raw(file: Tree, *, escaped: bool = True) -> bytes:
    """Plain data as a file, a line a value."""
    return json.dumps(file, ensure_ascii=escaped, indent=1).encode()


def strings(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every string of a file, as what holds it and its key there."""
    return ((holder, key) for holder, key in places(data) if isinstance(holder[key], str))


def words(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every string that the loader takes as it is: words in both languages, names, periods, addresses."""
    for holder, key in strings(data):
        is_name = key == "printed" and "year" not in holder and holder.get("kind", "figure") not in FIGURES
        if is_name or key in ("zh", "en", "address", "period"):
            yield holder, key


def count(found: Callable[[Any], Iterator[object]]) -> int:
    """How many of something the bundled data files hold together."""
    return sum(sum(1 for _ in found(file)) for file in trees().values())


def reworded(change: Callable[[str], str]) -> tuple[dict[str, bytes], int]:
    """The bundled data files by name with each of their words changed, and how many these are."""
    files = trees()
    found = [place for file in files.values() for place in words(file)]
    for holder, key in found:
        holder[key] = change(holder[key])
    return {name: raw(file) for name, file in files.items()}, len(found)


def spoiled(change: Callable[[str], str]) -> tuple[Dataset, int]:
    """The bundled data with every string changed that a reader may see, and how many these are."""
    files, changed = reworded(change)
    dataset = dataset_of(files)
    figures = [record for record in dataset.records.values() if record.id in dataset.quantities]
    for record in figures:
        dataset.records[record.id] = replace(record, printed=change(record.printed))
    return dataset, changed + len(figures)


def leaks(output: bytes) -> list[str]:
    """What was sent to a terminal that is neither text nor anything the program itself sends."""
    copied = CLIPBOARD.sub(lambda found: found[0] if found[0] == OSC_52 else b"", output)
    rest = ALLOWED.sub("", copied.decode("utf-8", "surrogateescape")).replace("\r\n", "\n").replace("\r", "")
    return [rest[max(0, n - 10) : n + 20] for n, each in enumerate(rest) if is_unsafe(each)]


def clipboard(output: bytes) -> list[str]:
    """What was put on the clipboard, by sequences that are formed as they should be."""
    return [base64.b64decode(found).decode() for found in CLIPBOARD.findall(output)]
