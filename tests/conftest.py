"""What every test may use: the bundled dataset, and files that pin an output to the byte.

After a change that is meant, look at the difference and accept it with `pytest --update-golden`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from cqdash.dataset import Dataset, load

# The same examples in every run: what fails here fails for everyone.
settings.register_profile("cqdash", deadline=None, derandomize=True, database=None)
settings.load_profile("cqdash")
# As the program does for itself: a fifth of the time of a test of the running app.
gc.set_threshold(50_000)

GOLDEN = Path(__file__).parent / "golden"

CompareGolden = Callable[[str, str], None]
ComparePart = Callable[[Path, str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden, and what documents take from the program, anew instead of comparing",
    )


@pytest.fixture(autouse=True)
def _places_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, the state, the drafts or the cache of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return load()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> CompareGolden:
    """Compares a text with `tests/golden/<name>`, or writes it there under --update-golden."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text, (
            f"{name} differs: if that is meant, run pytest --update-golden"
        )

    return compare


@pytest.fixture
def part(request: pytest.FixtureRequest) -> ComparePart:
    """Compares a text with what a document has between `<!-- name -->` and `<!-- /name -->`, or writes it."""

    def compare(path: Path, name: str, text: str) -> None:
        whole = path.read_text(encoding="utf-8")
        before, opening, rest = whole.partition(f"<!-- {name} -->\n")
        kept, closing, after = rest.partition(f"<!-- /{name} -->\n")
        assert opening
        assert closing
        if request.config.getoption("--update-golden"):
            path.write_text(before + opening + text + closing + after, encoding="utf-8")
            kept = text
        assert kept == text, f"{path.name}, {name}: if that is meant, run pytest --update-golden"

    return compare
