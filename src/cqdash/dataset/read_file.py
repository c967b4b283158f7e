"""One YAML file as what it holds, with every problem in it."""

from __future__ import annotations

import re

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.decode import decode
from cqdash.dataset.document import compose, text_of
from cqdash.dataset.folder import LARGEST, tab_name
from cqdash.dataset.ids import is_id
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.dataset.reading import Reading
from cqdash.language import data_file as words
from cqdash.language.rules import Rule

RESERVED = "all"
"""What `cqdash export` calls every tab; no tab's name."""

_ID = re.compile(r"""(?<![\w-])["']?id["']?\s*:\s*["']?([^\s"',}\]]+)""")
"""An id in a file that is no YAML: what names it elsewhere is no mistake."""


def read_file(name: str, content: bytes | Problem) -> tuple[DataFile | None, Reading]:
    """What is sound in a file, None where it is no YAML at all; what is not is told in the reading."""
    reading = Reading(name)
    try:
        if isinstance(content, Problem):
            raise BadDataset([content])
        text = text_of(name, content)
        root = compose(name, text)
    except BadDataset as error:
        for problem in error.problems:
            reading.note(problem)
        if isinstance(content, bytes):
            reading.lost |= set(_ID.findall(content[:LARGEST].decode("utf-8", "replace")))
        return None, reading
    reading = Reading(name, text)
    data = DataFile() if root is None else decode(root, DataFile, reading)
    if data and data.tab and (tab_name(name) == RESERVED or not is_id(tab_name(name))):
        is_reserved = tab_name(name) == RESERVED
        message = words.RESERVED.fill(name=RESERVED) if is_reserved else words.NO_TAB_NAME
        reading.note(Problem(name, *reading.place(data.tab), Rule.BAD_NAME, message))
    return data, reading
