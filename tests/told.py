"""A small sound data file to make faulty ones from, and what holds for every problem that is told."""

from __future__ import annotations

import re

from cqdash.dataset import Problem
from cqdash.language.characters import is_unsafe
from cqdash.language.rules import Rule

SOUND = """\
publications:
  - id: paper
    title: {zh: 报纸, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - {id: story, title: {zh: 标题, en: Title}, paragraphs: [[1], [2, 3]]}
sources:
  - {id: bureau, title: {zh: 统计局, en: Bureau}}
tab:
  order: 1
  title: {zh: 页, en: Tab}
  about: {zh: 一页。, en: A tab.}
  headline: [firms]
  sections:
    - {id: table, kind: table, title: {zh: 表, en: Table}, records: [firms]}
records:
  - id: firms
    label: {zh: 企业, en: Firms}
    article: story
    line: 1
    printed: 8家
  - {id: growth, label: {zh: 增长, en: Growth}, article: story, line: [2, 3], printed: 5%, kind: growth}
  - {id: day, label: {zh: 日, en: Day}, article: story, line: 2, printed: 1月26日, kind: date}
series:
  - {id: many, tab: tab, label: {zh: 列, en: Row}, observations: [{year: 2024, printed: 7家, source: bureau}]}
implied:
  - {id: before, label: {zh: 上年, en: Before}, kind: earlier, of: [firms, growth]}
checks:
  - {id: more, tab: tab, title: {zh: 比, en: More}, holds: equal, left: firms, right: many@2024}
notes:
  - {id: reading, text: {zh: 须知, en: A note}, records: [firms]}
"""


def check_told(problems: list[Problem]) -> None:
    """Each has a declared rule, words in both languages, and nothing that drives a terminal."""
    assert problems
    assert problems == sorted(problems, key=lambda problem: problem.order)
    for problem in problems:
        assert isinstance(problem.rule, Rule)
        assert re.search(r"[\u4e00-\u9fff]", problem.message.zh)
        assert problem.message.en
        assert not any(is_unsafe(each) or each == "\n" for each in problem.to("zh") + problem.to("en"))
        assert len(problem.to("en")) < 600
