"""A disk that does not give the data back: told with the right exit code, and no traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from cqdash.cli.codes import BAD_DATA, DONE, WRONG_CALL
from cqdash.cli.main import run
from cqdash.dataset import bundled
from cqdash.language import LANGUAGES, Language
from cqdash.language.reasons import of_system

FAILURE = OSError(errno.EIO, os.strerror(errno.EIO))
READS = {"is_dir": WRONG_CALL, "iterdir": WRONG_CALL, "is_file": BAD_DATA, "open": BAD_DATA}
"""What is called of the folder and of a file in it: without the first nothing can be read at all."""
CALLS = (
    ("export", "pilots"),
    ("read", "pilots"),
    ("find", "530.3"),
    ("check",),
    ("subsidy", "--example"),
    ("completion", "bash"),
    ("new", "mine"),
)


@pytest.fixture
def broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """One call that fails for the bundled data, and for nothing else; gives the exit code it should have."""
    name: str = request.param
    data = Path(str(bundled()))
    packed = Path(str(bundled())).parent / "src" / "cqdash" / "_data"
    real = getattr(Path, name)

    def failing(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.is_relative_to(data) or path == packed:
            raise FAILURE
        return real(path, *arguments, **named)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, name, failing)
    return READS[name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize("broken", READS, indirect=True)
def test_what_cannot_be_read_of_the_bundled_data_is_told_and_nothing_is_printed_or_written(
    broken: int, call: tuple[str, ...], language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([*call, "--no-config", "--lang", language]) == broken
    told = capfd.readouterr()
    assert of_system(FAILURE).to(language) in (told.out if call == ("check",) else told.err) + told.err
    assert told.out == "" or call == ("check",)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("broken", READS, indirect=True)
@pytest.mark.usefixtures("broken")
def test_the_doctor_tells_all_the_same_where_the_data_should_be(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--no-config", "--lang", "en"]) == DONE
    assert "data" in capfd.readouterr().out
