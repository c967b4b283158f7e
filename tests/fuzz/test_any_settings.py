"""Whatever settings, remembered state or keys hold, they are read; what is wrong is told and passed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.files.settings import SETTINGS as NAMES
from cqdash.files.settings import Settings, read_settings
from cqdash.files.state import State, read_state, remember
from cqdash.language import LANGUAGES
from cqdash.language.colour import THEMES
from cqdash.tui.commands import COMMANDS
from cqdash.tui.key_names import key_name, shown_key
from cqdash.tui.keymap import FIXED, RESERVED, for_textual, keymap
from fuzz.tried import KEYS, SETTINGS, STATES, Tally

VALUES = [
    '"zh"', '"en"', '"cn"', "true", "false", "3", "-0", "1e400", "nan", "0xff", "0x" + "f" * 5000, "9" * 5000,
    "2026-01-26", "07:32:00", '"dark"', '"ligt"', '"x"', '"ctrl+x"', "[]", "{}", "[[1]]", '["x", "o"]',
    '"""a\n\nb"""',
    "'\\'", '"\\u202e"', "zh", "{a = {b = 1}}", "[" * 300 + "]" * 300,
]  # fmt: skip
SOUND = [
    'language = "zh"', 'language = "en"', 'theme = "dark"', 'theme = "ansi-light"', "animations = false",
    "animations = true", "plain = true", "[keys]\nexport = 'x'", "keys.quit = ['Q', 'f9']", "# none",
]  # fmt: skip
IDS = [*(command.id for command in COMMANDS), "exprot", "名", '"a.b"', '""']
KEY_TEXTS = [
    "x", "X", "?", "ctrl+x", "PgDn", "f5", "F25", "+", "ctrl++", "shift+x", "shift+ß", "İ", "ǆ", "ŉ", "alt+é",
    ",", " ", "esc", "ctrl+i", "hyper+x", "", "+" * 50, "ctrl+ctrl+x", "中", "ctrl+中", "🙂", "\u200d", "«",
    "question_mark", "e\u0301",
]  # fmt: skip

lines = st.one_of(
    st.tuples(st.sampled_from([*NAMES, "languge", '"\\u001b"']), st.sampled_from(VALUES)).map(" = ".join),
    st.tuples(st.sampled_from(IDS), st.sampled_from(VALUES)).map(" = ".join),
    st.sampled_from(
        ["[keys]", "[keys]", "[other]", "[[keys]]", "# a", "", "\r", "]", '"""', "\x00", "keys.quit = 'x'"]
    ),
)
sound = st.lists(st.sampled_from(SOUND), max_size=4, unique_by=lambda line: line.split()[0])
files = st.one_of(
    st.binary(max_size=80),
    st.lists(lines, max_size=8).map("\n".join).map(str.encode),
    sound.map(sorted).map(reversed).map("\n".join).map(str.encode),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_whatever_the_settings_hold_they_are_read_and_their_faults_told(path: Path) -> None:
    tally = Tally(SETTINGS)

    @settings(max_examples=SETTINGS.inputs)
    @given(files)
    def each(raw: bytes) -> None:
        path.write_bytes(raw)
        found = read_settings(path)
        keys, faults = keymap(found)
        for fault in (*found.faults, *faults):
            assert 0 <= fault.line <= raw.count(b"\n") + 1
            told = fault.told(path)
            assert all(words.isprintable() for words in told)
            assert len(told.en) < len(str(path)) + 600
        assert found.language in (None, *LANGUAGES)
        assert found.theme in (None, *THEMES)
        assert for_textual(keys) == {} or keys
        assert path.read_bytes() == raw
        is_sound = not found.faults and not faults
        event("sound" if is_sound else "faults")
        tally.count(is_sound)

    each()
    tally.check()


def test_whatever_is_remembered_is_read_or_set_aside(path: Path) -> None:
    tally = Tally(STATES)
    plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9))
    values = st.one_of(st.sampled_from(["zh", "en", "dark", "trade"]), plain, st.lists(plain, max_size=2))
    states = st.dictionaries(st.sampled_from(["language", "theme", "tab", "mood"]), values)
    themes = st.fixed_dictionaries(
        {}, optional={"language": st.sampled_from(LANGUAGES), "theme": st.text(), "tab": st.text(max_size=9)}
    )

    @settings(max_examples=STATES.inputs)
    @given(
        st.one_of(
            st.binary(max_size=60), *((each.map(json.dumps).map(str.encode)) for each in (states, themes))
        )
    )
    def each(raw: bytes) -> None:
        path.write_bytes(raw)
        state, told = read_state(path)
        event("read" if told is None else "set aside")
        tally.count(told is None)
        if told is None:
            remember(State(tab="trade"), path)
            assert read_state(path) == (State(state.language, state.theme, "trade"), None)
        else:
            assert state == State()
            assert path.with_name("settings.toml.broken").read_bytes() == raw

    each()
    tally.check()


def test_whatever_is_written_for_a_key_is_one_that_can_be_pressed_or_is_refused(path: Path) -> None:
    tally = Tally(KEYS)
    modified = st.tuples(
        st.lists(st.sampled_from(["ctrl", "alt", "shift", "Ctrl", "meta"]), max_size=3),
        st.characters() | st.sampled_from(KEY_TEXTS),
    ).map(lambda parts: "+".join([*parts[0], parts[1]]))
    texts = st.one_of(st.sampled_from(KEY_TEXTS), st.characters(), st.text(max_size=12), modified)
    ids = [command.id for command in COMMANDS]

    @settings(max_examples=KEYS.inputs)
    @given(st.sampled_from(ids), texts, st.sampled_from(ids), texts)
    def each(first: str, key: str, second: str, other: str) -> None:
        name = key_name(key)
        event("a key" if name else "no key")
        tally.count(name is not None)
        if name:
            assert "," not in name
            assert key_name(shown_key(name)) == name
        given = Settings(path, keys={first: (key,), second: (other, key)})
        keys, faults = keymap(given)
        assert all(fault.told(path).zh.isprintable() for fault in faults)
        assert set(keys) <= {first, second} - {*FIXED}
        taken = [name for names in keys.values() for name in names]
        assert len(taken) == len({*taken})
        assert not RESERVED & {*taken}
        moved = for_textual(keys)
        assert not keys or moved.keys() == {*ids}

    each()
    tally.check()
