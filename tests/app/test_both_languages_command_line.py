"""All that the command line says is in the language asked for: help, results, and every refusal."""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from both_languages import CHINESE, LATIN, chinese_words, latin_words, strange
from cqdash.cli.commands import parser_for
from cqdash.cli.main import run
from cqdash.dataset import Dataset
from cqdash.language import LANGUAGES, Language
from cqdash.language.call import METAVARS
from cqdash.language.subsidy import OUTCOMES
from cqdash.subsidy.batch import TERMS
from cqdash.subsidy.beginning import example_text
from told import SOUND

AS_IS = re.compile(r"^\S+:\d+:\d+: [a-z-]+: |(?<=· )[\w@-]+$|https?://\S+", re.MULTILINE)
"""The place and the rule of a problem, ids, addresses."""
OVER = """\
records:
  - {id: car-exports, label: {zh: 汽车出口, en: Car exports}, article: trade, line: 55, printed: 540.1亿元}
  - {id: my-name, label: {zh: 名称, en: Name}, article: trade, line: 55, printed: KD件, kind: name}
notes: [{id: my-note, text: {zh: 须知, en: A note}}]
"""
OPTIONS = "--help --theme --data --overlay"
SCHEME = "application: 1\nscheme: chongqing-ip-2026\n"
FILES = {
    "good.yaml": example_text(),
    "empty.yaml": "",
    "broken.yaml": "a: [1",
    "no-application.yaml": "- a\n",
    "old.yaml": "application: 9\n",
    "scheme.yaml": "application: 1\nscheme: nowhere\n",
    "keys.yaml": f"{SCHEME}horizon: 99\nfirst_year: x\napplicant: {{legal: 1}}\nprojects: 3\n",
    "project.yaml": f"{SCHEME}projects: [{{item: rapid, count: many}}, {{count: 1, count: 2}}]\n",
    "years.yaml": f"{SCHEME}projects: [{{item: platform, approval: 99, evaluation: {{99: a}}}}]\n",
    "rows.csv": 'item,approval,evaluation.1\nrapid-centre,1,true\nnothing,x,perhaps\na,b,c,d\n"a,b\n',
    "columns.csv": "item,evaluation,approval.1,evaluation.99,item,colour\n",
    "no-rows.csv": "\n",
    "data/a.yaml": "tab: {order: x}\nrecords: [{id: a, label: 1}]\nwrong: 1\n",
    "data/b.yaml": "records: &a [*a]\n",
    "data/c.yaml": "a: b: c\n",
    "over/trade.yaml": OVER,
    "city/tab.yaml": SOUND,
    "none/a.yaml": "notes: []\n",
    "sections/a.yaml": """\
tab:
  order: 1
  title: {zh: 甲, en: A}
  about: {zh: 甲。, en: A.}
  headline: [none]
  sections:
    - {id: a, kind: table, title: {zh: 甲, en: A}}
    - {id: a, kind: chart, title: {zh: 甲, en: A}, beside: c, rows: [{label: {zh: 甲, en: A}, cells: [none]}]}
records:
  - {id: a, label: {zh: 甲, en: A}, article: none, line: 1, printed: 许多}
  - {id: a, label: {zh: 甲, en: A}, article: none, line: 1, printed: 5家, kind: growth}
notes: [{id: n, text: {zh: 甲。, en: A.}, records: [none]}]
implied: [{id: i, label: {zh: 甲, en: A}, kind: growth, of: [a]}]
checks: [{id: c, tab: none, title: {zh: 甲, en: A}, holds: equal, left: i, right: {sum: [none]}}]
""",
}
CALLS = """\
find 530.3
find 999999
find
find --width 3 a
find 不符
export trade --width 1000
export nothing
export trade --output data
export trade --output nowhere/a.txt
export trade --output good.yaml
export trade --output ''
export all --folder good.yaml
export all --folder pages
export all --folder pages
export trade --folder ''
subsidy good.yaml
subsidy good.yaml --format markdown
subsidy good.yaml --compare good.yaml
subsidy good.yaml --example
subsidy --example --format json
subsidy good.yaml --scheme a
subsidy --batch rows.csv --scheme a
subsidy - --compare -
subsidy nowhere.yaml
subsidy data
subsidy empty.yaml
subsidy broken.yaml
subsidy no-application.yaml
subsidy old.yaml
subsidy scheme.yaml
subsidy keys.yaml
subsidy project.yaml
subsidy years.yaml
subsidy --batch rows.csv
subsidy --batch rows.csv --output results.csv
subsidy --batch columns.csv
subsidy --batch no-rows.csv
check
check nowhere
check data
check sections
export trade --data nowhere
export trade --data data
find 540.1 --overlay over
check --overlay over
check over --data over
subsidy --example --data city
find 7 --data city
export tab --data none
new city
new new-city
completion bash --output data
read
read nothing
""".splitlines()


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")


def told(language: Language, capfd: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """What each call says, and the help of each command."""
    for call in CALLS:
        with contextlib.suppress(SystemExit):
            run(["--lang", language, *shlex.split(call)])
        yield call, AS_IS.sub("", "\n".join(capfd.readouterr()))
    parser = parser_for(language)
    commands = next(action.choices for action in parser._actions if action.dest == "command")
    for each in (parser, *dict(commands or {}).values()):
        page = each.format_help()
        # What is to be typed is the same in both languages.
        for typed, _ in sorted(each.examples, key=lambda example: -len(example[0])):
            page = page.replace(f"  {typed}", "")
        yield f"{each.prog} --help", page


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_the_command_line_says_is_in_the_other_language(
    language: Language, dataset: Dataset, capfd: pytest.CaptureFixture[str]
) -> None:
    said = dict(told(language, capfd))
    assert all(said.values())
    named = (*OUTCOMES, *TERMS, "error")
    typed = (
        *CALLS,
        *FILES,
        *FILES.values(),
        str(Path.cwd()),
        *METAVARS,
        *named,
        "--help --theme --data --overlay",
    )
    if language == "zh":
        assert not strange(said, LATIN, latin_words(dataset, typed))
    else:
        assert not strange(said, CHINESE, chinese_words(dataset).union(*map(CHINESE.findall, typed)))
