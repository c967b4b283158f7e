"""An application and its assessment as JSON: every amount in whole yuan, every text in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cqdash.dataset import Dataset
from cqdash.language import Text, joined
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Assessment, ProjectResult, Step, Terms
from cqdash.subsidy.compare import compare
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import year_named
from cqdash.subsidy.sensitivity import Change, changes, find_out_next
from cqdash.subsidy.written import VERSION

NO_AMOUNT = ("unpublished", "undetermined", None)
Json = dict[str, Any]


def render_assessment(dataset: Dataset, book: Rulebook, application: Application) -> str:
    """The assessment of an application, ending with a newline; `docs/subsidy.md` explains every key.

    An amount that is not known is null, never 0.
    """
    return _dumped(_assessed(dataset, book, application))


def render_comparison(dataset: Dataset, book: Rulebook, first: Application, second: Application) -> str:
    """Two assessments, and their terms side by side, ending with a newline."""
    pairs = [
        {"label": _text(pair.label), "first": _terms(pair.first), "second": _terms(pair.second)}
        for pair in compare(book, first, second)
    ]
    both = {"first": _assessed(dataset, book, first), "second": _assessed(dataset, book, second)}
    return _dumped({"comparison": pairs, **both})


def _dumped(thing: Json) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=2) + "\n"


def _assessed(dataset: Dataset, book: Rulebook, application: Application) -> Json:
    assessment = assess(book, application)
    found = changes(book, application, assessment)
    best = find_out_next(found)
    notes = {note.id: note for note in dataset.notes}
    return {
        "application": _application(book, application),
        "scheme": {"id": book.scheme.id, "title": _text(book.scheme.title)},
        "assessment": _assessment(dataset, application, assessment),
        "changes": [_change(change) for change in found],
        "find_out_next": _change(best) if best else None,
        "assumptions": [
            {
                "id": assumption.id,
                "label": _text(assumption.label),
                "option": book.assumed(application, assumption).id,
                "options": [{"id": each.id, "label": _text(each.label)} for each in assumption.options],
                "reading": assumption.reading,
            }
            for assumption in book.scheme.assumptions
        ],
        "readings": [
            {"id": reading, "text": _text(notes[reading].text), **_printed(dataset, notes[reading].records)}
            for reading in assessment.readings
        ],
        "disclaimer": _text(notes[book.scheme.disclaimer].text),
    }


def _application(book: Rulebook, application: Application) -> Json:
    """The application as its file has it; JSON writes a year of the horizon as a string."""
    return {
        "application": VERSION,
        "scheme": book.scheme.id,
        "horizon": application.horizon,
        "first_year": application.first_year,
        "assumptions": dict(application.assumptions),
        "applicant": _answers(application.applicant),
        "projects": [_answers(project) for project in application.projects],
    }


def _answers(answers: Mapping[str, Any]) -> Json:
    return {
        question: {str(year): value[year] for year in sorted(value)} if isinstance(value, Mapping) else value
        for question, value in answers.items()
    }


def _assessment(dataset: Dataset, application: Application, assessment: Assessment) -> Json:
    return {
        "projects": [_project(dataset, application, project) for project in assessment.projects],
        "years": [
            {"year": year, "label": _text(year_named(year, application)), "terms": _terms(terms)}
            for year, terms in zip(application.years, assessment.by_year, strict=True)
        ],
        "no_known_year": _terms(assessment.open_terms),
        "total": _terms(assessment.total),
    }


def _project(dataset: Dataset, application: Application, project: ProjectResult) -> Json:
    return {
        "label": _text(project.label),
        "item": project.item,
        "years": [
            {
                "year": result.year,
                "label": _text(year_named(result.year, application)),
                "outcome": result.outcome,
                **_bounds(result.outcome, result.low, result.high),
                "reasons": _texts(result.reasons),
                "terms": _terms(terms),
            }
            for result, terms in zip(project.years, project.by_year, strict=True)
        ],
        "no_known_year": _terms(project.open_terms),
        "total": _terms(project.total),
        "warnings": _texts(project.warnings),
        "trace": _step(dataset, project.trace),
    }


def _step(dataset: Dataset, step: Step) -> Json:
    """One step of the trace. `year` is null for what is not tied to one, which lies in `since` or later."""
    return {
        "label": _text(step.label),
        "rule": step.rule,
        "year": step.year,
        "since": step.since if step.rule and step.year is None else None,
        "outcome": step.outcome,
        "reason": _text(step.reason),
        "answers": [
            {"question": used.question, "label": _text(used.label), "said": _text(used.said)}
            for used in step.answers
        ],
        "before": step.before,
        **_bounds(step.outcome if step.rule else None, step.low, step.high),
        **_printed(dataset, step.records),
        "readings": list(step.readings),
        "steps": [_step(dataset, each) for each in step.steps],
    }


def _bounds(outcome: str | None, low: int, high: int) -> Json:
    """The least and the most in whole yuan, null where nothing is known of them."""
    if outcome in NO_AMOUNT and not high:
        return {"low": None, "high": None}
    return {"low": low, "high": high}


def _printed(dataset: Dataset, records: Iterable[str]) -> Json:
    """Where it is printed: the records, how to cite them, and their lines of the page."""
    found = [dataset.records[record] for record in records]
    citations = tuple(dict.fromkeys(dataset.citation(record) for record in found))
    return {
        "citation": _text(joined(citations, "；", "; ")) if citations else None,
        "lines": sorted({line for record in found for line in record.lines}),
        "records": [record.id for record in found],
    }


def _change(change: Change) -> Json:
    return {
        "label": _text(change.label),
        "project": _text(change.where),
        "was": _text(change.was),
        "to": _text(change.to),
        "is_unknown": change.is_unknown,
        "known": change.known,
        "most": change.most,
        "before": _terms(change.before),
        "after": _terms(change.after),
    }


def _terms(terms: Terms) -> Json:
    return {
        "known": terms.known,
        "up_to": terms.up_to,
        "at_most": terms.at_most,
        "unpublished": _texts(terms.unpublished),
        "undetermined": _texts(terms.undetermined),
    }


def _texts(texts: Iterable[Text]) -> list[Json | None]:
    return [_text(text) for text in texts]


def _text(text: Text | None) -> Json | None:
    return {"zh": text.zh, "en": text.en} if text else None
