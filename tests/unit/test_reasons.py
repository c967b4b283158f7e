"""Why the system or a parser refuses is said in Chinese too, and in English as they say it."""

from __future__ import annotations

import csv
import errno
import os
import tomllib

import pytest
import yaml

from both_languages import HAN, SENTENCE
from cqdash.dataset import BadDataset, document
from cqdash.language import Text
from cqdash.language.data_file import NOT_YAML, of_yaml
from cqdash.language.reasons import (
    CSV_OTHER,
    SYSTEM,
    TOML_OTHER,
    of_csv,
    of_system,
    of_toml,
)

BAD_YAML = (
    "a: b: c", "a: [1, 2", "a: {b: 1", 'a: "b', "a: @b", "a:\n\t- b", "a: 1\n b: 2", "a: *b",
    "a: 1\n--- b", "- a\nb: c", 'a: "\\q"', "a: 1\nb", "a: \x07",
)  # fmt: skip
BAD_TOML = ("a", "a =", "a = b", 'a = "b', "a = [1", "a = 1\na = 2", "[a\nb = 1", 'a = "\\q"', "a = 1 b = 2")
PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
"""PyYAML has two parsers, which word things differently."""
BAD_CSV = ('a,"b', 'a,"b"c', "a\rb")


def is_told(said: Text) -> bool:
    return bool(HAN.search(said.zh)) and not SENTENCE.search(said.zh) and not HAN.search(said.en)


def test_every_failure_of_the_system_is_told_and_the_usual_ones_by_their_cause() -> None:
    for number in errno.errorcode:
        assert is_told(of_system(OSError(number, os.strerror(number))))
    for name in SYSTEM:
        number = getattr(errno, name)
        assert of_system(OSError(number, os.strerror(number))) == Text(SYSTEM[name], os.strerror(number))
    for error in (ValueError("embedded null byte"), RuntimeError("Could not determine home directory.")):
        assert is_told(of_system(error))


@pytest.mark.parametrize("parser", PARSERS)
def test_what_is_no_yaml_is_told_by_its_cause(
    parser: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Loader(document._Bounded, parser):  # type: ignore[misc, valid-type]
        pass

    monkeypatch.setattr(document, "_Loader", Loader)
    for text in BAD_YAML:
        with pytest.raises(BadDataset) as refused:
            document.compose("any.yaml", text)
        (problem,) = refused.value.problems
        assert is_told(problem.message)
        assert problem.message.zh != NOT_YAML.zh, text


def test_what_is_no_toml_and_no_csv_is_told_by_its_cause() -> None:
    for text in BAD_TOML:
        with pytest.raises(tomllib.TOMLDecodeError) as wrong:
            tomllib.loads(text)
        assert is_told(said := of_toml(str(wrong.value)))
        assert said.zh != TOML_OTHER, text
    for text in BAD_CSV:
        with pytest.raises(csv.Error) as refused:
            list(csv.reader([text], strict=True))
        assert is_told(said := of_csv(str(refused.value)))
        assert said.zh != CSV_OTHER, text


def test_what_nobody_has_foreseen_is_still_told_in_chinese() -> None:
    for made in (of_yaml, of_toml, of_csv):
        assert is_told(made("something has gone wrong"))
    assert of_system(OSError(9999, "something has gone wrong")).zh == "系统错误 9999"
