"""Data of any size: a folder with so many indicators, a table with so many applicants."""

from __future__ import annotations

import csv
import random
from pathlib import Path

HEAD = """\
publications:
  - id: paper
    title: {zh: 示例报, en: Example Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - {id: story, title: {zh: 标题, en: Title}, paragraphs: [[1]]}
"""
TAB = """\
tab:
  order: 1
  title: {zh: 示例, en: Example}
  about: {zh: 很多数字。, en: Many figures.}
  headline: [figure-0]
  sections:
    - id: all
      kind: table
      title: {zh: 全部, en: All}
      records:
"""
RECORD = """\
  - id: figure-{n}
    label: {{zh: 第{n}项, en: Indicator {n}}}
    article: story
    line: 1
    printed: {n}.5亿元
"""
QUESTIONS = {
    "legal_form": ["legal-person"], "in_chongqing": ["true", "true", "true", "false"],
    "experience": ["true", "false", "~"], "abnormal_list": ["false", "false", "true"],
    "item": ["national-centre", "recognition"], "approval": ["0", "1", "2", "no"],
    "targets": ["1", "2", "~"], "running": ["1", "2", "3", "~"], "evaluation.3": ["true", "false", ""],
}  # fmt: skip
"""Answers of which firms give one each: about 7,000 kinds of rows."""


def folder_of(indicators: int, folder: Path) -> Path:
    """A folder of data with so many indicators in one table."""
    folder.mkdir(parents=True)
    (folder / "publications.yaml").write_text(HEAD, encoding="utf-8")
    listed = "".join(f"        - figure-{n}\n" for n in range(indicators))
    records = "".join(RECORD.format(n=n) for n in range(indicators))
    (folder / "many.yaml").write_text(f"{TAB}{listed}records:\n{records}", encoding="utf-8")
    return folder


def table_of(rows: int, path: Path) -> Path:
    """A CSV table with so many applicants."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["name", *QUESTIONS])
        chance = random.Random(2026)
        for n in range(rows):
            table.writerow([f"示例公司 {n}", *(chance.choice(answers) for answers in QUESTIONS.values())])
    return path
