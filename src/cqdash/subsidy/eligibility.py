"""Whether an applicant meets the conditions on an item: yes, no, not known, or not to be told."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cqdash.dataset.scheme import Condition, Item
from cqdash.language import Text
from cqdash.language import subsidy as words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assessment import Outcome, Step
from cqdash.subsidy.rulebook import Rulebook, answer
from cqdash.subsidy.said import used

Met = Literal["yes", "no", "unknown", "doubtful"]
REASONS: dict[Met, Text] = {
    "yes": words.MET,
    "no": words.NOT_MET,
    "unknown": words.CONDITION_UNKNOWN,
    "doubtful": words.DOUBTFUL,
}
OUTCOMES: dict[Met, Outcome | None] = {
    "yes": None, "no": "not-eligible", "unknown": "range", "doubtful": "undetermined",
}  # fmt: skip


class Eligibility(Struct, frozen=True):
    """Whether the conditions are met in all, why, the warnings, and the trace."""

    met: Met
    reasons: tuple[Text, ...]
    warnings: tuple[Text, ...]
    trace: Step


def eligibility(book: Rulebook, application: Application, item: Item) -> Eligibility:
    """The conditions of the item and of its category, weighed: one not met decides, then one in doubt."""
    ids = (*book.categories[item.category].conditions, *item.conditions)
    weighed = [_weigh(book, application, book.conditions[identifier]) for identifier in ids]
    binding = [(c, met) for c, met, _ in weighed if c.otherwise == "not-eligible"]
    result: Met = "yes"
    for worst in ("no", "doubtful", "unknown"):
        if any(met == worst for _, met in binding):
            result = worst
            break
    reasons = tuple(
        Text("{c}：{r}", "{c}: {r}").fill(c=condition.label, r=_reason(condition, met))
        for condition, met in binding
        if met == result != "yes"
    )
    warnings = tuple(
        words.WARNING.fill(condition=condition.label)
        for condition, met, _ in weighed
        if condition.otherwise == "warning" and met == "no"
    )
    steps = tuple(step for _, _, step in weighed)
    return Eligibility(result, reasons, warnings, Step(words.ELIGIBILITY, OUTCOMES[result], steps=steps))


def _reason(condition: Condition, met: Met) -> Text:
    if met == "unknown" and condition.by == "authority":
        return Text("{u}（{a}）", "{u} ({a})").fill(u=words.CONDITION_UNKNOWN, a=words.BY_AUTHORITY)
    return REASONS[met]


def _weigh(book: Rulebook, application: Application, condition: Condition) -> tuple[Condition, Met, Step]:
    question = book.questions[condition.ask]
    value = answer(application.applicant, question)
    met: Met
    if value is None:
        met = "unknown"
    elif condition.expects is not None:
        met = "yes" if value is condition.expects else "no"
    else:
        chosen = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
        met = _chosen(book, application, condition, chosen)
    is_warning = condition.otherwise == "warning"
    step = Step(
        condition.label,
        None if is_warning else OUTCOMES[met],
        _reason(condition, met),
        answers=(used(question, value, application),),
        records=(condition.record,),
        readings=condition.readings,
    )
    return condition, met, step


def _chosen(book: Rulebook, application: Application, condition: Condition, chosen: set[str]) -> Met:
    if chosen & set(condition.one_of):
        return "yes"
    if chosen & set(condition.doubtful):
        mode = book.mode(application, "role-fit")
        return "yes" if mode and mode.id == "any" else "doubtful"
    return "no"
