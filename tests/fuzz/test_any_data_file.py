"""Whatever a data file holds, it is worked out and laid out, or refused with its places."""

from __future__ import annotations

import copy
import json
from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.dataset.document import compose
from example_city import CITY
from fuzz.corpus import seeds, values, words
from fuzz.mutate import spliced
from fuzz.targets import loader
from fuzz.tried import FILES, Tally
from told import SOUND
from trees import alter, tree

WORDS = [
    "tab", "id", "records", "[", "]", "{", "}", ": ", "- ", "? ", "&a", "*a", "!t",
    "|\n", ">", "'", '"', "\\", "#", "%",
    "\n", "\n  ", "\n    ", "\t", "---\n", "...\n", "~", "7", "zh", "超7亿元",
    "\x1b", "\u202e", "\ufeff", "\ud800", ",",
]  # fmt: skip
TREES = [{"tab.yaml": tree(compose("tab", SOUND))}, {"tab.yaml": tree(compose("city", CITY))}]
SEEDS = [seed.decode() for seed in seeds("loader")]
WITH = words("loader"), values()

anything = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60)
    .map("".join)
    .map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def altered(random: Random) -> bytes:
    """Sound data with a few values left out, said twice, or something else in their place."""
    files = copy.deepcopy(random.choice(TREES))
    for _ in range(random.randint(1, 4)):
        alter(files, random)
    return json.dumps(files.get("tab.yaml")).encode()


def rewritten(random: Random) -> bytes:
    """A sound file with a few of its words, lines or numbers changed."""
    return spliced(random.choice(SEEDS), *WITH, random).encode("utf-8", "replace")


def test_whatever_a_file_holds_it_is_worked_out_or_refused() -> None:
    tally = Tally(FILES)

    def tried(raw: bytes) -> None:
        is_sound = loader(raw)
        event("worked out" if is_sound else "refused")
        tally.count(is_sound)

    @settings(max_examples=FILES.inputs // 4)
    @given(anything)
    def any_bytes(raw: bytes) -> None:
        tried(raw)

    @settings(max_examples=FILES.inputs // 4)
    @given(st.randoms(use_true_random=False))
    def altered_values(random: Random) -> None:
        tried(altered(random))

    @settings(max_examples=FILES.inputs // 2)
    @given(st.integers(0, 2**64))
    def rewritten_text(seed: int) -> None:
        tried(rewritten(Random(seed)))

    any_bytes()
    altered_values()
    rewritten_text()
    tally.check()
