"""The trace of an assessment as trees: rules, answers used, amounts, and the paragraphs they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from cqdash.dataset import Dataset
from cqdash.language import Text, joined
from cqdash.language import assessment as words
from cqdash.language import subsidy as outcome_words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assessment import Assessment, Step
from cqdash.subsidy.said import year_named
from cqdash.tabs.amounts import money, outcome_said
from cqdash.tabs.blocks import Tree, TreeNode
from cqdash.tabs.cited import place_of

LONGEST_HEADING = 40
"""Characters that the name of a reading has at most."""
PAID = ("payable", "range", "at-most")
"""Outcomes with an amount that a cap may have lowered."""


def trace_tree(dataset: Dataset, application: Application, assessment: Assessment) -> Tree:
    """A tree a project. Years in which a step is the same are one branch."""
    steps = [project.trace for project in assessment.projects]
    articles = {dataset.records[record].article for step in steps for record in _records(step)}
    is_one = len(articles) == 1
    about = words.TRACE_ABOUT.fill(citation=_article(dataset, *articles)) if is_one else None
    citations = _Citations(dataset, is_one)
    return Tree("trace", words.TRACE, about, tuple(_node([step], application, citations) for step in steps))


def years_said(first: int, last: int, application: Application) -> Text:
    """A year, or the first and the last of several."""
    named = year_named(first, application)
    return named if first == last else words.YEARS.fill(a=named, b=year_named(last, application))


class _Citations:
    """Where steps are printed and which readings they rest on: paragraphs where all are in one article."""

    def __init__(self, dataset: Dataset, is_one: bool) -> None:
        self._dataset, self._is_one = dataset, is_one
        self._notes = {note.id: note for note in dataset.notes}

    def of(self, step: Step) -> Text | None:
        """The places of a step, and its reading where it has just one."""
        place = place_of(self._dataset, step.records, in_full=not self._is_one)
        readings = self.readings(step)
        parts = [*([place] if place else []), *(readings if len(readings) == 1 else [])]
        return joined(parts, "；", "; ") if parts else None

    def readings(self, step: Step) -> list[Text]:
        """The names of the readings: what their notes begin with, before a colon."""
        found = [_heading(self._notes[reading].text) for reading in step.readings if reading in self._notes]
        return [name for name in found if name]


def _heading(text: Text) -> Text | None:
    zh, has_zh, _ = text.zh.partition("：")
    en, has_en, _ = text.en.partition(":")
    is_short = max(len(zh), len(en)) <= LONGEST_HEADING
    return Text(zh, en) if has_zh and has_en and is_short else None


def _article(dataset: Dataset, article: str) -> Text:
    publication, found = dataset.articles[article]
    return words.PAPER.fill(p=publication.title, d=publication.date, a=found.title)


def _records(step: Step) -> list[str]:
    return [*step.records, *(record for each in step.steps for record in _records(each))]


def _node(run: Sequence[Step], application: Application, citations: _Citations) -> TreeNode:
    """A step, or a run of steps that differ in their year alone."""
    step = run[0]
    label = step.label
    if step.year is not None:
        years = years_said(step.year, run[-1].year or step.year, application)
        label = words.STEP_IN.fill(label=label, year=years)
    children = [_node(each, application, citations) for each in _runs(step.steps)]
    if len(step.answers) > 1:
        used = joined([words.NAMED.fill(what=a.label, things=a.said) for a in step.answers], "；", "; ")
        children.append(TreeNode(words.ANSWERS_USED, used))
    if len(readings := citations.readings(step)) > 1:
        children.append(TreeNode(words.READINGS_USED, joined(readings, "；", "; ")))
    return TreeNode(label, _said(step, is_run=len(run) > 1), citations.of(step), tuple(children))


def _said(step: Step, *, is_run: bool) -> Text | None:
    """What a step comes to; the reason of a condition says all of it."""
    parts = []
    is_condition = step.rule is None and bool(step.answers)
    if step.label == outcome_words.ELIGIBILITY:
        parts.append(_eligible(step))
    elif step.outcome and not is_condition:
        said = outcome_said(step.outcome, step.low, step.high)
        parts.append(words.EACH_YEAR.fill(said=said) if is_run and step.high else said)
    if step.reason:
        parts.append(step.reason)
    if step.outcome in PAID and step.before is not None and step.before != step.high:
        parts.append(words.CUT.fill(before=money(step.before), after=money(step.high)))
    if len(step.answers) == 1 and step.answers[0].label.en != step.label.en:
        parts.append(words.NAMED.fill(what=step.answers[0].label, things=step.answers[0].said))
    return joined(parts, "；", "; ") if parts else None


def _eligible(step: Step) -> Text:
    if step.outcome is None:
        return outcome_words.MET
    return words.NOT_KNOWN if step.outcome == "range" else outcome_words.OUTCOMES[step.outcome]


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Steps in order, those of years that are alike together; those that share a cap stay apart."""

    def alike(step: Step) -> tuple[int, Step]:
        is_shared = step.year is None or step.outcome == "at-most"
        return (steps.index(step) if is_shared else -1), replace(step, year=None, since=1)

    return [list(run) for _, run in groupby(steps, alike)]
