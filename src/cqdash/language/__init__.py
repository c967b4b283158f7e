"""Text in two languages, and choosing one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Text(NamedTuple):
    """One thing to say, in Chinese and in English."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """The words in `language`."""
        return self.zh if language == "zh" else self.en

    def fill(self, **values: object) -> Text:
        """Both languages with `{name}` replaced; a Text value gives each language its own words."""
        return Text(
            self.zh.format_map({k: v.zh if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format_map({k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


def same(words: str) -> Text:
    """Words that are the same in both languages: a number, a file name."""
    return Text(words, words)


def joined(texts: list[Text] | tuple[Text, ...], zh: str, en: str) -> Text:
    """Texts put together with each language's own separator."""
    return Text(zh.join(t.zh for t in texts), en.join(t.en for t in texts))


def language_of(environment: Mapping[str, str] | None = None) -> Language:
    """Chinese where the locale is Chinese, else English (LC_ALL, LC_MESSAGES, LANG in that order)."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
