"""All that the running app shows, in one run a language: nothing of it is in the other language."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from app.screen import AppPilot, app_of, dashboard, screen_text, settle, told
from both_languages import CHINESE, LATIN, chinese_words, latin_words, strange
from cqdash.dataset import Dataset
from cqdash.language import LANGUAGES, Language, export, glossary, screen, tables
from cqdash.tui.file_dialogs import OpenDialog, UnsavedDialog, WriteDialog
from cqdash.tui.form.controls import Chooser
from cqdash.tui.form.pane import FormPane
from make import is_busy

TALL, WIDE = (110, 1200), (120, 40)
"""So tall that every tab stands on the screen to its end; so wide that the detail stands beside."""
NOWHERE = "999999"
REFUSED = ("folder", "nowhere/trade.txt", "file/trade.txt", "a\0b")
HEAD = b"application: 1\nscheme: chongqing-ip-2026\n"
BAD_FILES = {
    "broken.yaml": b"a: [1",
    "latin.yaml": b"\xff",
    "wrong.yaml": HEAD + b"horizon: 99\napplicant: {legal: 1}\nprojects: 3\n",
    "answers.yaml": HEAD + b"projects: [{item: centre, count: many}]\n",
    "other.yaml": b"hello: world\n",
}


class Reader:
    """Goes through the app and keeps each screen it comes to, those of the glossary by themselves."""

    def __init__(self, pilot: AppPilot) -> None:
        self.pilot = pilot
        self.seen: dict[str, str] = {}
        self.explained: dict[str, str] = {}

    async def press(self, *keys: str, to_glossary: bool = False) -> str:
        """Press keys and read the screen they lead to."""
        for key in keys:
            await self.pilot.press(key)
        await settle(self.pilot)
        return self.read(" ".join(keys), is_glossary=to_glossary)

    async def name(self, name: str) -> str:
        """Type over the name that stands in a dialog, and enter."""
        self.pilot.app.screen.query_one(Input).value = name
        return await self.press("enter")

    async def size(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await settle(self.pilot)

    async def go(self, tab: str) -> None:
        app_of(self.pilot).go_tab(tab)
        await settle(self.pilot)

    def read(self, at: str, *, is_glossary: bool = False) -> str:
        """Read the screen and the messages over it."""
        text = "\n".join((screen_text(self.pilot), *told(self.pilot)))
        (self.explained if is_glossary else self.seen)[f"{len(self.seen)}: {at}"] = text
        return text

    def read_tab(self, tab: str, glossary: str) -> None:
        """Read a tab, whose last section is its glossary."""
        figures, title, terms = screen_text(self.pilot).rpartition(f"\n   {glossary}\n")
        assert title
        self.seen[tab], self.explained[tab] = figures, terms


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_the_app_shows_is_in_the_other_language(
    language: Language, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with dashboard(language, TALL) as pilot:
        reader = Reader(pilot)
        for tab in dataset.tabs:
            app_of(pilot).go_tab(tab)
            await pilot.pause()
            while is_busy(app_of(pilot)):
                await pilot.pause()
            reader.read_tab(tab, glossary.TITLE.to(language))
        await reader.size(WIDE)
        await rows(reader, language)
        await dialogs(reader, language)
        await exports(reader, language)
        await forms(reader, language)
        await reader.size((30, 8))
        assert screen.TOO_SMALL.to(language)[:4] in reader.read("too small")
    terms = [text for entry in dataset.glossary.values() for text in (*entry.spellings, *entry.text)]
    if language == "zh":
        contents = (content.decode(errors="ignore") for content in BAD_FILES.values())
        known = latin_words(dataset, (str(tmp_path), *REFUSED, *BAD_FILES, *contents))
        assert not strange(reader.seen, LATIN, known)
        assert not strange(reader.explained, LATIN, known.union(*map(LATIN.findall, terms)))
    else:
        known = chinese_words(dataset)
        assert not strange(reader.seen, CHINESE, known)
        assert not strange(reader.explained, CHINESE, known.union(*map(CHINESE.findall, terms)))


async def rows(reader: Reader, language: Language) -> None:
    """What is done with rows: found, sorted, copied, and what is said where it cannot be done."""
    await reader.go("trade")
    await reader.press("home", "right")
    await reader.press("s", "s", "y", "Y", "ctrl+c")
    assert screen.NO_FINDING.to(language) in await reader.press("f", "end", "f", to_glossary=True)
    assert tables.NOT_SORTED.to(language) in await reader.press("s", to_glossary=True)
    await reader.press("home", "slash")
    assert tables.NOTHING_FOUND.to(language)[:20] in await reader.press(*NOWHERE)
    await reader.press("escape")


async def dialogs(reader: Reader, language: Language) -> None:
    """What lies over the tabs."""
    await reader.press("enter")
    await reader.press("escape", "question_mark")
    await reader.press("pagedown")
    await reader.press("escape", "g", to_glossary=True)
    await reader.press("g", to_glossary=True)
    await reader.press("escape", "ctrl+p")
    await reader.press(*"530")
    assert tables.NO_MATCHES.to(language) in await reader.press(*NOWHERE)
    await reader.press("escape")
    await reader.press("D")
    await reader.press("escape")


async def exports(reader: Reader, language: Language) -> None:
    """Every format, one tab and all, and each way in which nothing is written."""
    Path("folder").mkdir()
    Path("file").touch()
    await reader.press("e", "up")
    for _ in export.FORMATS:
        await reader.press("right")
    assert screen.EXPORT_NO_NAME.to(language) in await reader.name(" ")
    for name in (*REFUSED, "trade.txt"):
        await reader.name(name)
    await reader.press("e")
    assert screen.EXPORT_EXISTS.to(language) in await reader.name("trade.txt")
    await reader.press("up", "up", "right")
    assert export.NO_FOLDER.to(language) in await reader.name(" ")
    await reader.name("file")
    Path("folder/cqdash-trade.txt").touch()
    assert "cqdash-trade.txt" in await reader.name("folder")
    await reader.name("all")


async def forms(reader: Reader, language: Language) -> None:
    """A form filled in wrongly, saved, opened and left, and what is said on the way."""
    app = app_of(reader.pilot)
    await reader.go("ip-policy")
    await reader.press("c")
    pane = app.screen.query_one(FormPane)
    next(field for field in pane.query(Input) if field.value == "1").focus()
    assert screen.FIX_FIRST.to(language)[:6] in await reader.press("end", "x")
    await reader.press("backspace", "0")
    pane.query(Chooser).first().focus()
    await reader.press("enter")
    await reader.press("escape", "ctrl+s")
    assert isinstance(app.screen, WriteDialog)
    await reader.name("folder")
    await reader.press("escape", "ctrl+o")
    assert isinstance(app.screen, OpenDialog)
    for name, content in BAD_FILES.items():
        Path(name).write_bytes(content)
        assert name in await reader.name(name)
    await reader.name("nowhere.yaml")
    await reader.press("escape", "escape", "q")
    assert isinstance(app.screen, UnsavedDialog)
    await reader.press("escape", "e")
    await reader.press("escape")
    await reader.go("sme-service")
    await reader.press("c")
    await reader.press("e")
    await reader.press("escape")
