"""A tab that is kept from an earlier run: the same blocks, and never others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from cqdash.dataset import Dataset, bundled
from cqdash.dataset.folder import Layer, layer_of
from cqdash.dataset.load import load_layers
from cqdash.files.places import cache_folder
from cqdash.tabs.build import build
from cqdash.tabs.kept import built


@pytest.fixture
def kept_dataset() -> Dataset:
    return load_layers([Layer(bundled())], again=True)


def test_every_tab_is_the_same_when_it_was_kept(
    kept_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {tab: build(kept_dataset, tab) for tab in kept_dataset.tabs}
    assert {tab: built(kept_dataset, tab) for tab in kept_dataset.tabs} == made
    # Nothing is there that could build one.
    monkeypatch.setattr("cqdash.tabs.build.build", None)
    assert {tab: built(kept_dataset, tab) for tab in kept_dataset.tabs} == made


def test_data_read_without_keeping_keeps_no_tab(dataset: Dataset) -> None:
    assert built(dataset, "trade") == build(dataset, "trade")
    assert not Path(cache_folder()).exists()


def test_data_laid_over_has_tabs_of_its_own(kept_dataset: Dataset, tmp_path: Path) -> None:
    plain = built(kept_dataset, "trade")
    record = '{id: car-exports, label: {zh: 车, en: Cars}, article: %s, line: %d, printed: "530.3亿元"}'
    car = kept_dataset.records["car-exports"]
    (tmp_path / "mine").mkdir()
    text = f"records: [{record % (car.article, car.lines[0])}]\n"
    (tmp_path / "mine" / "trade.yaml").write_text(text, encoding="utf-8")
    over = load_layers([Layer(bundled()), layer_of(str(tmp_path / "mine"))], again=True)
    assert built(over, "trade") == build(over, "trade") != plain
    assert built(kept_dataset, "trade") == plain


SPOILT: dict[str, Callable[[str], str]] = {
    "no JSON": lambda _: "[",
    "another tab": lambda text: text.replace('"id":"trade"', '"id":"pilots"', 1),
    "a block of no kind": lambda text: text.replace('"type":"Table"', '"type":"Exec"'),
    "a number that is none": lambda text: text.replace('"low":"', '"low":"x', 1),
    "a division by nothing": lambda text: text.replace('"low":"', '"low":"1/0", "was":"', 1),
    "a number without end": lambda text: text.replace('"low":"', f'"low":"{"9" * 5000}', 1),
    "an escape sequence": lambda text: text.replace('"title":["', r'"title":["\u001b]52;c;AAAA', 1),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_tab_that_was_spoilt_is_built_again(kept_dataset: Dataset, spoil: Callable[[str], str]) -> None:
    before = set(Path(cache_folder()).iterdir())
    made = built(kept_dataset, "trade")
    (file,) = set(Path(cache_folder()).iterdir()) - before
    text = file.read_text(encoding="utf-8").partition("\n")[2]
    spoilt = spoil(text)
    assert spoilt != text
    digest = hashlib.sha256(spoilt.encode()).hexdigest()
    file.write_bytes(f"{digest}\n{spoilt}".encode())
    assert built(kept_dataset, "trade") == made
