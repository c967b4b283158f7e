"""What fuzzing begins with is the project's own, and what it tries is told as it is."""

from __future__ import annotations

from pathlib import Path

from conftest import ComparePart
from fuzz.corpus import LONGEST, dictionary, seeds
from fuzz.targets import loader, quantity
from fuzz.tried import table

TESTS = Path(__file__).parents[1]


def test_fuzzing_begins_with_sound_files_and_with_every_printed_figure() -> None:
    files = list(seeds("loader"))
    assert sum(map(loader, files)) > 0.8 * len(files) > 80
    figures = list(seeds("quantity"))
    assert all(map(quantity, figures))
    assert len(figures) > 150


def test_hardly_a_seed_is_longer_than_an_input_and_every_word_is_one_the_fuzzer_reads() -> None:
    for target, longest in LONGEST.items():
        made = list(seeds(target))
        assert sum(len(seed) > longest for seed in made) < 0.1 * len(made)
        words = dictionary(target).splitlines()
        assert len(words) > 90
        assert all(word.startswith('"\\x') and word.endswith('"') and word.isascii() for word in words)


def test_the_readme_says_what_a_run_of_the_tests_tries(part: ComparePart) -> None:
    part(TESTS / "README.md", "fuzz", table())
