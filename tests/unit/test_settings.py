"""The settings that a reader writes, and the state that cqdash remembers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cqdash.files.settings import Settings, read_settings, settings_path
from cqdash.files.state import State, read_state, remember, state_path
from cqdash.language.colour import THEMES
from cqdash.tui.commands import COMMANDS, shown_keys
from cqdash.tui.key_names import key_name, shown_key
from cqdash.tui.keymap import FIXED, declared_keys, keymap
from cqdash.tui.memory import MOST_TOLD, Memory, start_of


def settings(text: str) -> Settings:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_settings()


def said(found: Settings) -> list[str]:
    """What is told of the settings, the folder left out."""
    faults = [*found.faults, *keymap(found)[1]]
    return [fault.told(Path(found.path.name)).en for fault in faults]


def test_the_readme_shows_a_file_without_fault() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    found = settings(readme.partition("<!-- settings -->\n```toml\n")[2].partition("```")[0])
    assert said(found) == []
    assert (found.language, found.theme, found.animations, len(found.keys)) == ("en", "light", False, 3)
    assert ", ".join(THEMES) in readme


def test_without_a_file_nothing_is_set_and_nothing_wrong() -> None:
    assert not settings_path().exists()
    assert read_settings() == Settings(settings_path())
    assert start_of(None, None, read_settings())[2].told == ()


def test_what_a_reader_sets_is_read() -> None:
    found = settings("""
# mine
language = "zh"
theme = "contrast-light"
animations = false
plain = true
[keys]
export = "x"
detail = ["enter", "o"]
""")
    assert (found.language, found.theme, found.animations) == ("zh", "contrast-light", False)
    assert (found.plain, settings("").plain) == (True, None)
    assert keymap(found) == ({"export": ("x",), "detail": ("enter", "o")}, [])
    assert start_of(None, None, found)[2].animations is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\n\nlanguge = "zh"\n', "settings.toml:3: no such setting: languge; did you mean language?"),
        ("[colours]\na = 1\n", "settings.toml:1: no such setting: colours (there are: language, theme, "),
        ('language = "cn"\n', 'settings.toml:1: language should be "zh" or "en", not "cn"'),
        ('# a\ntheme = "ligt"\n', "settings.toml:2: no such theme: ligt; did you mean light?"),
        (f"theme = 0x{'f' * 5000}\n", "settings.toml:1: theme should be a name in quotes, not …"),
        ("theme = 3\n", "settings.toml:1: theme should be a name in quotes, not 3"),
        ('animations = "no"\n', 'settings.toml:1: animations should be true or false, not "no"'),
        ("plain = 1\n", "settings.toml:1: plain should be true or false, not 1"),
        ("keys = 3\n", "settings.toml:1: [keys] should be a table"),
        ("[keys]\nexport = []\n", "settings.toml:2: export should be a key such as"),
        ("[keys]\nquit = [\n  'x',\n  3,\n]\nhelp = 4\n", "settings.toml:2: quit should be a key such as"),
        ("[keys]\nexprot = 'x'\n", "settings.toml:2: no such command: exprot; did you mean export?"),
        ("[keys]\nexport = 'pgedown'\n", "settings.toml:2: no such key: pgedown; did you mean pagedown?"),
        ("[keys]\nexport = 'ctl+x'\n", "settings.toml:2: no such key: ctl+x (such as: x, X, ?, ctrl+x"),
        ("[keys]\ntabs = 'x'\n", "settings.toml:2: the keys of tabs cannot be changed"),
        ("[keys]\nexport = 'down'\n", "settings.toml:2: down cannot be given to a command; export keeps"),
        ("[keys]\nexport = '3'\n", "settings.toml:2: 3 cannot be given to a command; export keeps"),
        ("[keys]\nexport = 'ctrl+i'\n", "settings.toml:2: ctrl+i cannot be given to a command; export keeps"),
        ("[keys]\nexport = 'T'\nquit = 't'\n", "settings.toml:3: t is the key of language; quit keeps"),
        ("[keys]\nexport = 'x'\nquit = ['q', 'x']\n", "settings.toml:3: x is the key of export; quit keeps"),
        ("language = zh\n", "settings.toml:1: not valid TOML (Invalid value); the defaults are used"),
        ("a = [1,\n\n2\n", "settings.toml:3: not valid TOML"),
        ("language = 'zh'\n[keys]\nexport = 'x'\nexport = 'y'\n", "settings.toml:4: not valid TOML"),
        ("a = " + "[" * 9000, "settings.toml: not valid TOML"),
        ("#" * 70_000, "settings.toml: cannot be read (larger than 64 KiB)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_the_nearest_name(text: str, told: str) -> None:
    found = settings(text)
    assert any(message.startswith(told) for message in said(found)), said(found)
    assert settings_path().read_text(encoding="utf-8") == text


def test_the_right_lines_of_a_file_with_wrong_ones_are_used() -> None:
    found = settings('languge = "zh"\nlanguage = "zh"\n[keys]\nexprot = "x"\nquit = "x"\n')
    assert (found.language, keymap(found)[0]) == ("zh", {"quit": ("x",)})
    assert len(said(found)) == 2


def test_a_command_left_without_its_new_key_does_not_lose_its_old_one_to_another() -> None:
    found = settings("[keys]\nexport = 't'\ndetail = 'e'\n")
    assert keymap(found)[0] == {}
    assert len(said(found)) == 2


def test_two_commands_may_change_places() -> None:
    found = settings("[keys]\nexport = 't'\nlanguage = 'e'\n")
    assert keymap(found) == ({"export": ("t",), "language": ("e",)}, [])


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b'language = "\xc2\x9b2J"', b'theme = "\\u001b[2J\\u202e"', b'"\\u001b[2J" = 1']
)
def test_no_byte_of_the_file_drives_the_terminal(content: bytes) -> None:
    settings("")
    settings_path().write_bytes(content)
    [message] = said(read_settings())
    assert message.isprintable()


def test_a_folder_in_its_place_is_told() -> None:
    settings_path().mkdir(parents=True)
    assert said(read_settings()) == ["settings.toml: cannot be read (not a file); the defaults are used"]


@pytest.mark.parametrize(
    ("written", "name", "shown"),
    [
        ("x", "x", "x"),
        ("X", "X", "X"),
        ("shift+x", "X", "X"),
        ("Ctrl+X", "ctrl+x", "ctrl+x"),
        ("?", "question_mark", "?"),
        (",", "comma", ","),
        ("+", "plus", "+"),
        ("PgDn", "pagedown", "PgDn"),
        ("esc", "escape", "esc"),
        ("F5", "f5", "F5"),
        (" ", "space", "space"),
    ],
)
def test_a_key_may_be_written_as_it_is_shown(written: str, name: str, shown: str) -> None:
    assert (key_name(written), shown_key(name)) == (name, shown)
    assert key_name(shown) == name


@pytest.mark.parametrize("written", ["", "dog", "ctrl+", "hyper+x", "x,y", "\x1b", "shift+ß"])
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_name(written) is None


def test_every_command_shows_the_key_it_is_given() -> None:
    for command in COMMANDS:
        assert declared_keys(command), command.id
        if command.id not in FIXED:
            assert "ctrl+y" in shown_keys(command, 5, {command.id: ("ctrl+y",)}), command.id
            assert shown_keys(command, 5, {}) == command.key_shown


def test_many_faults_are_told_in_a_few_messages() -> None:
    found = settings("".join(f"nonsense{n} = 1\n" for n in range(20)))
    told = start_of(None, None, found)[2].told
    assert len(told) == MOST_TOLD + 1
    assert told[-1].en.startswith("and 18 more")


def test_an_option_comes_before_the_settings_they_before_the_state_and_that_before_the_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    nothing = Settings(settings_path())
    assert start_of(None, None, nothing)[:2] == ("zh", "dark")
    remember(State("en", "light", "trade"))
    assert start_of(None, None, nothing)[:2] == ("en", "light")
    assert start_of(None, None, nothing)[2].tab == "trade"
    found = settings("language = 'zh'\ntheme = 'contrast-dark'\n")
    assert start_of(None, None, found)[:2] == ("zh", "contrast-dark")
    assert start_of("en", "ansi-dark", found)[:2] == ("en", "ansi-dark")
    language, theme, start = start_of(None, None, None)
    assert (language, theme, start.tab, start.state) == ("zh", "dark", None, None)


def test_what_is_remembered_is_read_again_and_what_is_not_named_stays() -> None:
    remember(State("en", "light"))
    remember(State(tab="trade"))
    assert read_state() == (State("en", "light", "trade"), None)


def test_only_what_the_reader_changes_is_kept() -> None:
    remember(State("zh", "dark", "innovation"))
    memory = Memory(state_path(), State("en", "light", "innovation"))
    assert not memory.see(State("en", "light", "innovation"))
    assert memory.see(State("en", "light", "trade"))
    memory.keep()
    assert read_state()[0] == State("zh", "dark", "trade")


@pytest.mark.parametrize("failing", ["replace", "fsync", "open"])
def test_a_state_that_cannot_be_written_leaves_the_old_one_whole(
    failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(State("zh", "dark", "trade"))
    before = state_path().read_bytes()

    def fails(*_: object, **__: object) -> None:
        raise OSError("the disk has gone")

    with monkeypatch.context() as broken:
        broken.setattr(os, failing, fails)
        remember(State("en"))
    assert state_path().read_bytes() == before
    assert [path.name for path in state_path().parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'{"language": "fr"}', b'{"tab": 3}', b"[]", b"\xff", b"[" * 50_000, b" " * 70_000],
)
def test_a_damaged_state_is_set_aside_and_told(content: bytes) -> None:
    state_path().parent.mkdir(parents=True)
    state_path().write_bytes(content)
    state, told = read_state()
    assert state == State()
    assert told is not None
    assert f"{state_path()} is damaged and was set aside as state.json.broken" in told.en
    assert state_path().with_name("state.json.broken").read_bytes() == content
    assert read_state() == (State(), None)


def test_what_a_later_version_remembers_is_passed_over() -> None:
    state_path().parent.mkdir(parents=True)
    state_path().write_text('{"language": "en", "theme": "sepia", "mood": 3}', encoding="utf-8")
    assert read_state() == (State("en", "sepia"), None)
    assert start_of(None, None, Settings(settings_path()))[:2] == ("en", "dark")
