"""Whatever a file holds, it is read or refused: loading raises nothing but BadDataset."""

from __future__ import annotations

import copy
import json
from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.analysis import analyse
from cqdash.dataset import BadDataset, Dataset
from cqdash.dataset.document import compose
from cqdash.dataset.load import dataset_of
from cqdash.subsidy.rulebook import rulebook
from cqdash.tabs.build import build
from example_city import CITY
from told import SOUND, check_told
from trees import alter, tree

WORDS = [
    "tab", "id", "records", "[", "]", "{", "}", ": ", "- ", "? ", "&a", "*a", "!t",
    "|\n", ">", "'", '"', "\\", "#", "%",
    "\n", "\n  ", "\n    ", "\t", "---\n", "...\n", "~", "7", "zh", "超7亿元",
    "\x1b", "\u202e", "\ufeff", "\ud800", ",",
]  # fmt: skip


TREES = [{"tab.yaml": tree(compose("tab", SOUND))}, {"city.yaml": tree(compose("city", CITY))}]


@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map("".join)))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    event("read" if read_or_refused({"tab.yaml": raw}) else "refused")


@settings(max_examples=400)
@given(st.randoms(use_true_random=False))
def test_sound_data_with_anything_changed_in_it_is_worked_out_or_refused(random: Random) -> None:
    files = copy.deepcopy(random.choice(TREES))
    for _ in range(random.randint(1, 4)):
        alter(files, random)
    dataset = read_or_refused({name: json.dumps(tree).encode() for name, tree in files.items()})
    event("worked out" if dataset else "refused")
    if dataset:
        for relation in dataset.relations:
            analyse(dataset).implied(relation)
        for check in dataset.checks:
            analyse(dataset).finding(check)
        for scheme in dataset.schemes.values():
            rulebook(dataset, scheme)
        for tab in dataset.tabs:
            build(dataset, tab)


def read_or_refused(files: dict[str, bytes]) -> Dataset | None:
    try:
        return dataset_of(files)
    except BadDataset as error:
        check_told(error.problems)
        return None
