"""What each kind of rule pays, year by year: one step a payment, before eligibility is weighed."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cqdash.dataset.scheme import Rule
from cqdash.forms import NEVER, Answers, Value
from cqdash.language import Text, joined
from cqdash.language import subsidy as words
from cqdash.subsidy.application import Application, by_year, whole
from cqdash.subsidy.assessment import Outcome, Step
from cqdash.subsidy.rulebook import Rulebook, answer
from cqdash.subsidy.said import used, year_named, yuan


class Due(Struct, frozen=True):
    """When a one-off payment falls due: in a year, not before a year, never, or in doubt.

    A year below 1 lies before the first one.
    """

    kind: Literal["in", "from", "never", "doubt"]
    year: int = 0


class Project(Struct, frozen=True):
    """One project being assessed, with what every rule of it needs to see."""

    book: Rulebook
    application: Application
    answers: Answers

    def value(self, question: str) -> Value:
        """The answer to a project question."""
        return answer(self.answers, self.book.questions[question])

    def step(
        self,
        rule: Rule,
        outcome: Outcome,
        reason: Text,
        *asked: str,
        year: int | None = None,
        low: int = 0,
        high: int = 0,
        before: int | None = None,
        readings: tuple[str, ...] = (),
    ) -> Step:
        """A step of a rule, with the answers it used."""
        questions = [self.book.questions[question] for question in asked]
        return Step(
            rule.label,
            outcome,
            reason,
            low,
            high,
            before,
            year,
            rule=rule.id,
            answers=tuple(used(q, answer(self.answers, q), self.application, year) for q in questions),
            records=(rule.record, rule.amount) if rule.amount else (rule.record,),
            readings=(*rule.readings, *readings),
        )


def steps_of(project: Project, rule: Rule, due: Due | None) -> list[Step]:
    """The steps of a rule. `due` is when the item's one-off payment falls due, None where it has none."""
    match rule.kind:
        case "once":
            return _once(project, rule)
        case "yearly":
            return [_year(project, rule, due, year) for year in project.application.years]
        case "each":
            return _each(project, rule)
        case "capped":
            return _capped(project, rule)
        case "unpublished":
            return [project.step(rule, "unpublished", words.UNPUBLISHED)]


def due_of(project: Project, rule: Rule) -> Due:
    """When a once rule falls due: the first year in which all its triggers have happened."""
    years = [project.value(question) for question in rule.triggers]
    if NEVER in years:
        is_doubtful = rule.doubt and years[0] == NEVER and NEVER not in years[1:]
        return Due("doubt") if is_doubtful and project.value(rule.doubt or "") != NEVER else Due("never")
    known = [year for year in years if isinstance(year, int)]
    latest = max(known, default=0)
    return Due("in", latest) if len(known) == len(years) else Due("from", latest)


def _once(project: Project, rule: Rule) -> list[Step]:
    application = project.application
    asked = (*rule.triggers, *([rule.doubt] if rule.doubt else []))
    due = due_of(project, rule)
    if due.kind == "never":
        never = next(q for q in rule.triggers if project.value(q) == NEVER)
        reason = words.NEVER_DUE.fill(question=project.book.questions[never].label)
        return [project.step(rule, "not-yet-payable", reason, *asked)]
    if due.kind == "doubt":
        return [project.step(rule, "undetermined", words.BUILT_NOT_APPROVED, *asked)]
    if due.kind == "in" and due.year < 1:
        return [project.step(rule, "not-yet-payable", words.DUE_BEFORE, *asked)]
    first = max(1, due.year)
    count = whole(answer(project.answers, project.book.questions["count"]))
    if count is None:
        year = due.year if due.kind == "in" else None
        step = project.step(rule, "undetermined", words.COUNT_UNKNOWN, *asked, "count", year=year)
        return [replace(step, since=first)]
    low, high, before, reasons, readings = _amount_once(project, rule, count)
    asked = (*asked, "count", *([rule.received] if rule.received else []))
    if due.kind == "from":
        unknown = [project.book.questions[q].label for q in rule.triggers if project.value(q) is None]
        reasons.insert(0, words.DUE_OPEN.fill(question=joined(unknown, "、", ", ")))
        year = first if first == application.horizon else None
        outcome: Outcome = "range" if high else "payable"
        low = 0
    else:
        reasons.insert(0, words.DUE.fill(year=year_named(due.year, application)))
        year, outcome = due.year, "payable" if low == high else "range"
    reason = joined(reasons, "；", "; ")
    step = project.step(
        rule, outcome, reason, *asked, year=year, low=low, high=high, before=before, readings=readings
    )
    return [replace(step, since=first)]


def _amount_once(
    project: Project, rule: Rule, count: int
) -> tuple[int, int, int, list[Text], tuple[str, ...]]:
    """The least and the most a once rule pays now, what it would without ceilings, why, and the readings."""
    one, reasons, readings = _bounded(project, rule)
    before = project.book.amount(rule) * count
    high = one * count
    if rule.received is None:
        return high, high, before, reasons, readings
    received = whole(answer(project.answers, project.book.questions[rule.received]))
    if received is None:
        return 0, high, before, [*reasons, words.RECEIVED_UNKNOWN], readings
    if received:
        reasons.append(words.RECEIVED_ALL if received >= high else words.RECEIVED_PART.fill(n=yuan(received)))
    left = max(0, high - received)
    return left, left, before, reasons, readings


def _bounded(project: Project, rule: Rule) -> tuple[int, list[Text], tuple[str, ...]]:
    """One payment of a rule within the ceilings on its kind, what bounds it, and the ceilings' readings."""
    one = project.book.amount(rule)
    reasons: list[Text] = []
    readings: tuple[str, ...] = ()
    for ceiling in project.book.ceilings_on(rule.kind):
        limit = project.book.amounts[ceiling.amount]
        readings += ceiling.readings
        if one > limit:
            one = limit
            reasons = [words.ABOVE_CEILING.fill(n=yuan(limit))]
    return one, reasons, readings


def _year(project: Project, rule: Rule, due: Due | None, year: int) -> Step:
    """One year of a yearly rule: certain only where everything it needs is."""
    asked = (*rule.triggers, *([rule.by_year] if rule.by_year else []), "count")
    count = whole(answer(project.answers, project.book.questions["count"]))
    if due and due.kind == "doubt":
        return project.step(rule, "undetermined", words.ONCE_DOUBTFUL, *asked, year=year)
    needs = [_started(project, rule, year), _afterwards(project, due, year), _passed(project, rule, year)]
    against = [reason for holds, reason in needs if holds is False]
    if against:
        return project.step(rule, "not-yet-payable", against[0], *asked, year=year)
    if count is None:
        return project.step(rule, "undetermined", words.COUNT_UNKNOWN, *asked, year=year)
    one, bounds, readings = _bounded(project, rule)
    amount, before = one * count, project.book.amount(rule) * count
    unknown = [reason for holds, reason in needs if holds is None]
    reason = joined([*(unknown or [needs[-1][1]]), *bounds], "；", "; ")
    outcome: Outcome = "range" if unknown else "payable"
    low = 0 if unknown else amount
    return project.step(
        rule, outcome, reason, *asked, year=year, low=low, high=amount, before=before, readings=readings
    )


def _started(project: Project, rule: Rule, year: int) -> tuple[bool | None, Text]:
    starts = [project.value(question) for question in rule.triggers]
    if any(start == NEVER or (isinstance(start, int) and start > year) for start in starts):
        return False, words.NOT_RUNNING
    return (None, words.RUNNING_UNKNOWN) if None in starts else (True, words.MET)


def _afterwards(project: Project, due: Due | None, year: int) -> tuple[bool | None, Text]:
    if due is None or (due.kind == "in" and year > due.year):
        return True, words.MET
    if due.kind == "never" or year < due.year:
        return False, words.NOT_AFTERWARDS
    mode = project.book.mode(project.application, "first-year")
    if due.kind == "from":
        # In the earliest year it may fall due nothing can come afterwards yet.
        if year == due.year and mode and mode.id == "none":
            return False, words.FIRST_YEAR.fill(reading=mode.label)
        return None, words.AFTERWARDS_UNKNOWN
    if mode is None:
        return True, words.MET
    return {"none": False, "full": True}.get(mode.id), words.FIRST_YEAR.fill(reading=mode.label)


def _passed(project: Project, rule: Rule, year: int) -> tuple[bool | None, Text]:
    if rule.by_year is None:
        return True, words.MET
    passed = by_year(answer(project.answers, project.book.questions[rule.by_year])).get(year)
    if passed is None:
        return None, words.EVALUATION_OPEN
    return (True, words.EVALUATED_GOOD) if passed else (False, words.EVALUATED_BAD)


def _each(project: Project, rule: Rule) -> list[Step]:
    question = rule.by_year or ""
    value = answer(project.answers, project.book.questions[question])
    if value is None:
        return [project.step(rule, "undetermined", words.EVENTS_UNKNOWN, question)]
    one, bounds, readings = _bounded(project, rule)
    steps = []
    for year in project.application.years:
        count = by_year(value).get(year, 0)
        if count is None:
            steps.append(project.step(rule, "undetermined", words.EVENTS_UNKNOWN, question, year=year))
        elif not count:
            steps.append(project.step(rule, "not-yet-payable", words.NO_EVENT, question, year=year))
        else:
            reason = joined([words.EACH.fill(n=count, amount=yuan(one)), *bounds], "；", "; ")
            amount, before = one * count, project.book.amount(rule) * count
            step = project.step(
                rule, "payable", reason, question, year=year, low=amount, high=amount, before=before,
                readings=readings,
            )  # fmt: skip
            steps.append(step)
    return steps


def cap_left(project: Project, rule: Rule) -> int:
    """What a cap leaves after what was received before; all of it where that is not known."""
    received = whole(answer(project.answers, project.book.questions[rule.received])) if rule.received else 0
    return max(0, project.book.amount(rule) - (received or 0))


def _capped(project: Project, rule: Rule) -> list[Step]:
    """Requests consume what is left of the cap in order of the years; an unknown one consumes nothing yet."""
    question = rule.by_year or ""
    asked = (question, *([rule.received] if rule.received else []))
    left = cap_left(project, rule)
    is_unknown = rule.received and answer(project.answers, project.book.questions[rule.received]) is None
    note = [words.RECEIVED_UNKNOWN] if is_unknown else []
    requests = by_year(answer(project.answers, project.book.questions[question]))
    if not requests:
        reason = joined([words.NO_REQUEST, *note], "；", "; ")
        return [project.step(rule, "at-most", reason, *asked, high=left, before=project.book.amount(rule))]
    steps = []
    for year in project.application.years:
        request = requests.get(year, 0)
        if request is None:
            reason = joined([words.REQUEST_UNKNOWN, *note], "；", "; ")
            steps.append(project.step(rule, "at-most", reason, *asked, year=year, high=left))
        elif not request:
            steps.append(project.step(rule, "not-yet-payable", words.NOT_REQUESTED, *asked, year=year))
        else:
            granted = min(request, left)
            reason = joined([words.CAPPED.fill(asked=yuan(request), left=yuan(left)), *note], "；", "; ")
            steps.append(
                project.step(rule, "at-most", reason, *asked, year=year, high=granted, before=request)
            )
            left -= granted
    return steps
