"""Words for the signs that voices leave out: a range, a sign below zero, the signs of a formula."""

from __future__ import annotations

import re

from cqdash.language import Language
from cqdash.language import reading as words

_RANGE = re.compile(r"(?<=[\w%℃])[–～](?=[\w−+])")
_BELOW_ZERO = re.compile(r"(?<![0-9A-Za-z)%])−(?=[0-9])")
_TIMES = re.compile(r"(?<=[0-9])×(?![0-9])")
_CLOSED = re.compile(r"[.。!?！？…:：;；]”?$")
_ADDRESS = re.compile(r"(https?://[^\s；]+)")


def spoken(text: str, language: Language) -> str:
    """The text on one line, its signs in words, no space only to align: 42.93–43.30 is 42.93 to 43.30.

    An address stays as it is, to be copied.
    """
    parts = _ADDRESS.split(" ".join(text.split()))
    return "".join(part if n % 2 else _in_words(part, language) for n, part in enumerate(parts))


def sentence(text: str, language: Language) -> str:
    """What is spoken, closed by a full stop where it does not end in an address."""
    said = spoken(text, language)
    if not said or _CLOSED.search(said) or _ADDRESS.fullmatch(said.rpartition(" ")[2]):
        return said
    return said + ("。" if language == "zh" else ".")


def _in_words(said: str, language: Language) -> str:
    for sign, name in words.SIGNS.items():
        said = said.replace(sign, name.to(language))
    said = _BELOW_ZERO.sub(words.BELOW_ZERO.to(language), said)
    said = _RANGE.sub(words.TO.to(language), said)
    return _TIMES.sub(words.TIMES.to(language), said)
