"""Made-up data files that are still YAML: parts put elsewhere, left out, said twice, or made odd."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

TOKENS = re.compile(r"\n *(?:- )?|[{}\[\],]|: |[^\n{}\[\],:]+|:")
"""Line begins, punctuation, and the words between."""
VALUE = re.compile(r"\b([a-z_]+): ([^\n{}\[\],]+)")
"""A key and the plain value after it."""
NUMBERS = re.compile(r"[0-9]+")
BY_BYTES = 4
"""Of so many inputs, one has bytes changed; the others stay YAML, most often."""

Values = dict[str, list[str]]
Mutate = Callable[[bytes, int], bytes]


def mutator(words: list[str], values: Values, mutate: Mutate) -> Callable[[bytes, int, int], bytes]:
    """Makes the next input of one that was worth keeping; `mutate` is the fuzzer's own.

    `words` are put anywhere, `values` where their key is.
    """

    def next_input(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if not data or not random.randrange(BY_BYTES):
            return mutate(data, most)
        return spliced(data.decode("utf-8", "replace"), words, values, random).encode()[:most]

    return next_input


def spliced(text: str, words: list[str], values: Values, random: Random) -> str:
    """The text with one to four things in it changed, most often such as leave it sound."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        match random.randrange(8):
            case 0:
                text = _tokens(text, words, random)
            case 1:
                text = _lines(text, words, random)
            case 2 | 3:
                text = _number(text, random)
            case _:
                text = _value(text, values, random)
    return text


def _value(text: str, values: Values, random: Random) -> str:
    """One value replaced by another that its key has elsewhere."""
    found = list(VALUE.finditer(text))
    if not found:
        return text
    chosen = random.choice(found)
    value = random.choice(values.get(chosen[1]) or ["~"])
    return text[: chosen.start(2)] + value + text[chosen.end(2) :]


def _tokens(text: str, words: list[str], random: Random) -> str:
    tokens = TOKENS.findall(text)
    if not tokens:
        return random.choice(words)
    place, other = random.randrange(len(tokens)), random.randrange(len(tokens))
    match random.randrange(6):
        case 0:
            del tokens[place]
        case 1:
            tokens.insert(place, tokens[other])
        case 2:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        case 3:
            # A piece put elsewhere, such as a row with all its keys.
            tokens[place:place] = tokens[other : other + random.randint(1, 30)]
        case 4:
            tokens.insert(place, random.choice(words))
        case _:
            tokens[place] = random.choice(words)
    return "".join(tokens)


def _lines(text: str, words: list[str], random: Random) -> str:
    lines = text.split("\n")
    place, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[other])
        case 2:
            lines[place] = " " * random.randint(0, 8) + lines[place].lstrip()
        case _:
            lines.insert(place, f"{' ' * random.randint(0, 6)}{random.choice(words)}: {random.choice(words)}")
    return "\n".join(lines)


def _number(text: str, random: Random) -> str:
    found = list(NUMBERS.finditer(text))
    if not found:
        return text
    chosen = random.choice(found)
    number = str(random.choice((0, 1, 2, 3, 20, 2024, 99_999, 10**15, int(chosen[0][:20]) + 1)))
    return text[: chosen.start()] + number + text[chosen.end() :]
