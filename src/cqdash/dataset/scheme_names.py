"""What the parts of a scheme name each other by, and what is said where a name is nobody's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from cqdash.dataset.problems import Fault
from cqdash.dataset.scheme import Scheme
from cqdash.language import Text
from cqdash.language.rules import Rule
from cqdash.quantity import Quantity

RECORD = Text("条记录", "record")
NOTE = Text("条须知", "note")
QUESTION = Text("个问题", "question")
CHOICE = Text("个选项", "choice")
CONDITION = Text("个条件", "condition")
CATEGORY = Text("个类别", "category")
ITEM = Text("个申报事项", "item")


class Known(Struct, frozen=True):
    """What a dataset has for a scheme to name: record ids, note ids, and the quantity of what is measured."""

    records: Collection[str]
    notes: Collection[str]
    quantities: Mapping[str, Quantity]


class Names:
    """What a scheme's parts name each other by."""

    def __init__(self, scheme: Scheme) -> None:
        self.applicant = {field.id: field for field in scheme.applicant}
        self.project = {field.id: field for field in scheme.project}
        self.conditions = {condition.id for condition in scheme.conditions}
        self.categories = {category.id for category in scheme.categories}
        self.items = {item.id for item in scheme.items}


def missing(part: object, named: Iterable[str], known: Collection[str], what: Text) -> Iterator[Fault]:
    """A fault for every name that is not known; `what` is what it should name."""
    for identifier in named:
        if identifier not in known:
            message = Text("没有这{what}：{id}", "no such {what}: {id}").fill(what=what, id=identifier)
            yield Fault(part, Rule.UNKNOWN_ID, message, identifier)


def type_should_be(question: str, *kinds: str) -> Text:
    """What a question's type should be."""
    listed = ", ".join(kinds)
    return Text(f"问题 {question} 的 type 应为 {listed}", f"the type of {question} should be {listed}")
