"""A second, invented city with rules of its own: other items, other amounts, other questions, another cap.

Nothing of it is real. It is what a reader with another city's rules would write, and needs no program change.
"""

from __future__ import annotations

from pathlib import Path

from cqdash.dataset import Dataset, load
from cqdash.subsidy.rulebook import Rulebook, rulebook

CITY = """\
publications:
  - id: gazette
    title: {zh: 示例市报, en: Example City Gazette}
    date: {zh: 某年, en: some year}
    note: {zh: 虚构, en: invented}
    articles:
      - id: grants
        title: {zh: 资助办法, en: Grants}
        paragraphs: [[1], [2]]
scheme:
  id: example-city
  title: {zh: 示例市资助办法, en: Grants of Example City}
  disclaimer: city-invented
  applicant:
    - {id: registered, type: yes-no, label: {zh: 已登记, en: Registered}, record: city-registered}
    - id: seat
      type: choice
      label: {zh: 所在区, en: District}
      choices:
        - {id: north, label: {zh: 北区, en: North}}
        - {id: south, label: {zh: 南区, en: South}}
        - {id: border, label: {zh: 交界, en: On the border}}
  project:
    - {id: item, type: choice, label: {zh: 项目, en: Item}}
    - {id: count, type: count, label: {zh: 数量, en: How many}, low: 1, high: 9, default: 1}
    - {id: won, type: year, label: {zh: 获奖年份, en: Year of the prize}}
    - {id: opened, type: year, label: {zh: 开放年份, en: Year it opened}}
    - {id: audited, type: passed-by-year, label: {zh: 审计, en: Audit}}
    - {id: visits, type: count-by-year, label: {zh: 场次, en: Events}, high: 50}
    - {id: asked, type: yuan-by-year, label: {zh: 申请, en: Requested}}
    - {id: paid, type: yuan, label: {zh: 已得, en: Paid before}, default: 0}
  conditions:
    - {id: is-registered, label: {zh: 已登记, en: Registered}, ask: registered, expects: true,
       record: city-registered}
    - id: in-the-north
      label: {zh: 在北区, en: In the north}
      ask: seat
      one_of: [north]
      doubtful: [border]
      record: city-north
  categories:
    - {id: all, label: {zh: 各项, en: All}, record: city-registered, conditions: [is-registered]}
  items:
    - {id: library, label: {zh: 书屋, en: Library}, category: all, record: city-library}
    - {id: prize, label: {zh: 奖项, en: Prize}, category: all, record: city-prize}
    - {id: concert, label: {zh: 音乐会, en: Concert}, category: all, record: city-concert,
       conditions: [in-the-north]}
    - {id: study, label: {zh: 调研, en: Study}, category: all, record: city-cap}
    - {id: garden, label: {zh: 花园, en: Garden}, category: all, record: city-garden}
    - {id: other, label: {zh: 其他, en: Other}, category: all, record: city-garden, open: true}
  rules:
    - id: library-yearly
      label: {zh: 每年, en: Each year}
      kind: yearly
      items: [library]
      amount: city-library
      triggers: [opened]
      by_year: audited
      record: city-library
    - id: prize-once
      label: {zh: 一次, en: Once}
      kind: once
      items: [prize]
      amount: city-prize
      triggers: [won]
      received: paid
      record: city-prize
    - id: concert-each
      label: {zh: 每场, en: Each}
      kind: each
      items: [concert]
      amount: city-concert
      by_year: visits
      record: city-concert
    - id: study-capped
      label: {zh: 累计, en: In all}
      kind: capped
      items: [study]
      amount: city-cap
      by_year: asked
      received: paid
      record: city-cap
    - id: garden-unpublished
      label: {zh: 未公布, en: Not published}
      kind: unpublished
      items: [garden]
      record: city-garden
  ceilings:
    - {id: prize-ceiling, label: {zh: 上限, en: Ceiling}, kind: once, amount: city-prize-ceiling}
    - {id: year-ceiling, label: {zh: 年上限, en: Ceiling a year}, kind: yearly, amount: city-year-ceiling}
records:
  - {id: city-registered, label: {zh: 登记, en: Registered}, article: grants, line: 1,
     printed: 登记, kind: rule}
  - {id: city-north, label: {zh: 北区, en: North}, article: grants, line: 1, printed: 北区, kind: rule}
  - {id: city-library, label: {zh: 书屋, en: Library},
     article: grants, line: 2, printed: 每年7万元, kind: amount}
  - {id: city-year-ceiling, label: {zh: 年上限, en: A year},
     article: grants, line: 2, printed: 至多6万元, kind: amount}
  - {id: city-prize, label: {zh: 奖项, en: Prize},
     article: grants, line: 2, printed: 15万元, kind: amount}
  - {id: city-prize-ceiling, label: {zh: 上限, en: Ceiling},
     article: grants, line: 2, printed: 至多12万元, kind: amount}
  - {id: city-concert, label: {zh: 音乐会, en: Concert},
     article: grants, line: 2, printed: 3000元, kind: amount}
  - {id: city-cap, label: {zh: 累计, en: In all},
     article: grants, line: 2, printed: 不超过2.5万元, kind: amount}
  - {id: city-garden, label: {zh: 花园, en: Garden}, article: grants, line: 2, printed: 花园, kind: rule}
notes:
  - {id: city-invented, text: {zh: 虚构, en: Invented}}
"""
CASES = """\
cases:
  # Opened in year 1, no one-off to wait for: 70,000 a year within the ceiling of 60,000.
  - id: two-libraries
    about: {zh: 两间书屋, en: Two libraries}
    application:
      application: 1
      scheme: example-city
      horizon: 4
      applicant: {registered: true}
      projects:
        - {item: library, count: 2, opened: 2, audited: {1: true, 2: true, 3: false}}
    expect:
      total: {known: 120000, up_to: 120000, at_most: 0}
      projects:
        - years:
            - {year: 1, outcome: not-yet-payable, high: 0}
            - {year: 2, outcome: payable, low: 120000, high: 120000}
            - {year: 3, outcome: not-yet-payable, high: 0}
            - {year: 4, outcome: range, low: 0, high: 120000}
  # 150,000 within the ceiling of 120,000, of which 50,000 was paid before.
  - id: one-of-everything
    about: {zh: 各项一件, en: One of everything}
    application:
      application: 1
      scheme: example-city
      horizon: 2
      applicant: {registered: true, seat: border}
      projects:
        - {item: prize, won: 1, paid: 50000}
        - {item: concert, visits: {2: 4}}
        - {item: study, asked: {1: 20000, 2: 20000}}
        - {item: garden}
        - {item: other}
    expect:
      total:
        known: 70000
        up_to: 0
        at_most: 25000
        unpublished: [garden]
        undetermined: [concert, other]
      projects:
        - years: [{year: 1, outcome: payable, low: 70000, high: 70000}]
        - years: [{year: 1, outcome: not-yet-payable}, {year: 2, outcome: undetermined}]
        - years: [{year: 1, outcome: at-most, high: 20000}, {year: 2, outcome: at-most, high: 5000}]
  - id: four-concerts-in-the-north
    about: {zh: 北区四场, en: Four concerts in the north}
    application:
      application: 1
      scheme: example-city
      horizon: 1
      applicant: {registered: true, seat: north}
      projects: [{item: concert, visits: {1: 4}}]
    expect:
      total: {known: 12000, undetermined: []}
  - id: concert-in-the-south
    about: {zh: 南区, en: In the south}
    application:
      application: 1
      scheme: example-city
      horizon: 1
      applicant: {registered: true, seat: south}
      projects: [{item: concert, visits: {1: 4}}]
    expect:
      projects:
        - years: [{year: 1, outcome: not-eligible, low: 0, high: 0}]
"""


def city(folder: Path, text: str = CITY) -> Dataset:
    """The dataset of the invented city, written to a folder and read."""
    folder.mkdir(exist_ok=True)
    (folder / "city.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def city_book(folder: Path) -> Rulebook:
    """The rulebook of the invented city."""
    dataset = city(folder)
    return rulebook(dataset, dataset.schemes["city"])
