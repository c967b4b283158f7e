"""Yuan, terms and outcomes in words, for the views of an assessment."""

from __future__ import annotations

from fractions import Fraction

from cqdash.language import Text, joined
from cqdash.language import assessment as words
from cqdash.language import subsidy as outcome_words
from cqdash.quantity.render import chinese, grouped
from cqdash.quantity.units import UNITS
from cqdash.subsidy.assessment import Outcome, Terms

YUAN = UNITS["元"]
HUNDRED_MILLION, TEN_THOUSAND = 10**8, 10**4


def money(amount: int) -> Text:
    """Whole yuan: every digit in English; in 亿 or 万 in Chinese where that is exact."""
    scale = next((s for s in (HUNDRED_MILLION, TEN_THOUSAND) if amount and amount % s == 0), 1)
    digits = grouped(str(amount))
    zh = chinese(Fraction(amount), YUAN, scale) if scale > 1 else digits + YUAN.printed
    return Text(zh, f"{digits} {YUAN.many}")


def difference(amount: int) -> Text:
    """A change in whole yuan, with its sign."""
    if not amount:
        return words.NOTHING
    sign = "+" if amount > 0 else "−"
    return Text(*(sign + said for said in money(abs(amount))))


def between(low: int, high: int) -> Text:
    """A range of whole yuan; one amount where the bounds are the same."""
    if low == high:
        return money(high)
    least = money(low)
    return words.RANGE.fill(
        low=Text(least.zh if low else "0", least.en.removesuffix(f" {YUAN.many}")), high=money(high)
    )


def outcome_said(outcome: Outcome, low: int, high: int) -> Text:
    """An outcome with its amounts: payable 500,000 yuan; not eligible."""
    named = outcome_words.OUTCOMES[outcome]
    match outcome:
        case "payable":
            return words.WITH_AMOUNT.fill(outcome=named, amount=money(high))
        case "range":
            return words.WITH_AMOUNT.fill(outcome=named, amount=between(low, high))
        case "at-most":
            return words.WITH_AMOUNT.fill(outcome=named, amount=money(high))
    return words.BESIDES.fill(outcome=named, amount=between(low, high)) if high else named


def headed(text: Text) -> Text:
    """Words that stand at a beginning: with a capital in English."""
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def terms_said(terms: Terms) -> Text:
    """Terms as a sum whose terms stand apart; a thing without an amount is counted, never nothing."""
    return joined(sum_of(terms), " + ", " + ")


def sum_of(terms: Terms) -> list[Text]:
    """The terms that are not nothing, each in words; nothing at all is 0."""
    parts = [money(terms.known)] if terms.known else []
    parts += [words.UP_TO.fill(amount=money(terms.up_to))] if terms.up_to else []
    parts += [words.AT_MOST.fill(amount=money(terms.at_most))] if terms.at_most else []
    return [*parts, *open_words(terms)] or [money(0)]


def open_words(terms: Terms) -> list[Text]:
    """The words for what has no amount, where there is any."""
    return [
        outcome_words.OUTCOMES[outcome]
        for outcome, things in (("unpublished", terms.unpublished), ("undetermined", terms.undetermined))
        if things
    ]


def open_named(terms: Terms) -> Text:
    """What has no amount, by name."""
    found = (("unpublished", terms.unpublished), ("undetermined", terms.undetermined))
    parts = [
        words.NAMED.fill(what=outcome_words.OUTCOMES[outcome], things=joined(things, "、", ", "))
        for outcome, things in found
        if things
    ]
    return joined(parts, "；", "; ") if parts else words.NONE
