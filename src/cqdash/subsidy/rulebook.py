"""A scheme with its amounts looked up in the records: what the engine works from."""

from __future__ import annotations

from msgspec import Struct

from cqdash.dataset import Dataset
from cqdash.dataset.scheme import (
    Assumption,
    Category,
    Ceiling,
    Condition,
    Item,
    Option,
    Rule,
    RuleKind,
    Scheme,
)
from cqdash.forms import Answers, Field, Value
from cqdash.subsidy.application import Application


class Rulebook(Struct, frozen=True):
    """A scheme, and the yuan of every record that a rule or a ceiling names."""

    scheme: Scheme
    amounts: dict[str, int]
    items: dict[str, Item]
    categories: dict[str, Category]
    conditions: dict[str, Condition]
    questions: dict[str, Field]

    def rules_for(self, item: str) -> list[Rule]:
        """The rules of an item, in the scheme's order."""
        return [rule for rule in self.scheme.rules if item in rule.items]

    def ceilings_on(self, kind: RuleKind) -> list[Ceiling]:
        """The ceilings on a payment of a kind."""
        return [ceiling for ceiling in self.scheme.ceilings if ceiling.kind == kind]

    def amount(self, rule: Rule) -> int:
        """The yuan of a rule that has an amount."""
        return self.amounts[rule.amount] if rule.amount else 0

    def asked(self, item: str) -> list[Field]:
        """The project questions that matter for an item, in form order: those its rules use."""
        rules = self.rules_for(item)
        used = {"name", "item"}
        for rule in rules:
            used |= {*rule.triggers, *(q for q in (rule.doubt, rule.by_year, rule.received) if q)}
            if rule.kind in ("once", "yearly"):
                used.add("count")
        return [question for question in self.scheme.project if question.id in used]

    def assumed(self, application: Application, assumption: Assumption) -> Option:
        """The option in force: the applicant's choice, else the scheme's own reading."""
        chosen = application.assumptions.get(assumption.id)
        return next((option for option in assumption.options if option.id == chosen), assumption.options[0])

    def mode(self, application: Application, switch: str) -> Option | None:
        """The option in force for a switch, None where the scheme has no such assumption."""
        for assumption in self.scheme.assumptions:
            if assumption.id == switch:
                return self.assumed(application, assumption)
        return None


def answer(answers: Answers, question: Field) -> Value:
    """The answer to a question, its default where it is not mentioned, None where it is not known."""
    return answers.get(question.id, question.default)


def rulebook(dataset: Dataset, scheme: Scheme) -> Rulebook:
    """The rulebook of a scheme of the dataset, whose checks have made sure that every name exists."""
    named = [*(rule.amount for rule in scheme.rules), *(ceiling.amount for ceiling in scheme.ceilings)]
    amounts = {}
    for record in named:
        if record and (value := dataset.quantities[record].value) is not None:
            amounts[record] = int(value)
    return Rulebook(
        scheme,
        amounts,
        {item.id: item for item in scheme.items},
        {category.id: category for category in scheme.categories},
        {condition.id: condition for condition in scheme.conditions},
        {question.id: question for question in (*scheme.applicant, *scheme.project)},
    )
