"""A check in words for a reader, and as JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cqdash.analysis import analyse
from cqdash.cli.checked import Checked
from cqdash.cli.excerpt import excerpt, window
from cqdash.dataset import Dataset, Problem
from cqdash.dataset.records import Section
from cqdash.language import Language, Text, joined, same
from cqdash.language import analysis as analysis_words
from cqdash.language import check as words
from cqdash.language import overlay as overlay_words
from cqdash.tabs.findings import cited, explained
from cqdash.tabs.implied import implied_list
from cqdash.tabs.laid import place, said_of


def as_text(checked: Checked, language: Language, *, tells_implied: bool, width: int) -> str:
    """Each problem with its line and a caret, then what the data comes to, ending with a newline."""
    lines: list[str] = []
    for problem in checked.problems:
        lines.append(problem.to(language))
        if (source := checked.source(problem)) is not None:
            lines += excerpt(source, problem.column, problem.line, width)
    lines += [said.to(language) for said in _comes_to(checked, tells_implied=tells_implied)]
    if checked.problems:
        lines += ["", *_counted(checked, language)]
    return "\n".join(lines) + "\n"


def as_json(checked: Checked, folder: str | None) -> str:
    """The same in both languages, ending with a newline; findings and implied values as exports have them."""
    from cqdash.export.as_json import finding_data, implied_data  # noqa: PLC0415 - only for this format

    dataset = checked.dataset
    analysis = analyse(dataset) if dataset else None
    findings = [analysis.finding(each) for each in dataset.checks] if dataset and analysis else []
    implied = [analysis.implied(each) for each in dataset.relations] if dataset and analysis else []
    everything = {
        "folder": folder,
        "problems": [_problem(checked, problem) for problem in checked.problems],
        "findings": [finding_data(each) for each in findings],
        "implied": [data for each in implied if dataset for data in implied_data(dataset, each)],
        "cases": [
            {"scheme": scheme, "ran": ran, "failed": checked.failed[scheme]}
            for scheme, ran in checked.ran.items()
        ],
        "laid_over": [
            {
                "what": each.field,
                "id": each.id,
                "data_file": f"{dataset.data_file(each)}:{each.line}",
                "replaces": each.replaced is not None,
            }
            for each in (dataset.laid if dataset else ())
            if dataset
        ],
        "counts": {
            "files": len(checked.files),
            "problems": len(checked.problems),
            "rules": dict(_rules(checked)),
            "records": len(dataset.records) if dataset else None,
            "tabs": len(dataset.tabs) if dataset else None,
            "findings": Counter(each.answer for each in findings),
            "cases": checked.ran.total(),
            "failed": checked.failed.total(),
        },
    }
    return json.dumps(everything, ensure_ascii=False, indent=2) + "\n"


def _problem(checked: Checked, problem: Problem) -> dict[str, Any]:
    source = checked.source(problem)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule.id,
        "message": problem.message._asdict(),
        "source": None if source is None else window(source, problem.column, 400)[0],
    }


def _comes_to(checked: Checked, *, tells_implied: bool) -> Iterator[Text]:
    """What follows from sound data, a line each."""
    dataset = checked.dataset
    if dataset is None:
        yield words.WAITING
        return
    yield words.DATA_SOUND.fill(records=len(dataset.records), tabs=len(dataset.tabs))
    if tells_implied:
        yield from _implied(dataset)
    yield from _laid_over(dataset)
    yield from _findings(dataset)
    for scheme in dataset.schemes.values():
        ran, failed = checked.ran[scheme.id], checked.failed[scheme.id]
        yield words.CASES_RUN.fill(scheme=scheme.id, ran=ran, failed=failed)


def _laid_over(dataset: Dataset) -> Iterator[Text]:
    """What was laid over, and how much of it took the place of something."""
    for each in dataset.laid:
        yield overlay_words.CHECK_LINE.fill(
            what=overlay_words.WHAT[each.field], id=each.id, said=said_of(each), place=place(dataset, each)
        )
    if dataset.laid:
        replaced = sum(each.replaced is not None for each in dataset.laid)
        n = len(dataset.laid)
        yield overlay_words.CHECK_COUNT.fill(n=n, replaced=replaced, new=n - replaced)


def _implied(dataset: Dataset) -> Iterator[Text]:
    section = Section("implied", "implied", same(""))
    for tab, declared in dataset.tabs.items():
        listing = implied_list(dataset, tab, section)
        for item in (item for group in listing.groups for item in group.items) if listing else ():
            yield words.IMPLIED.fill(tab=declared.title, label=item.label, said=item.text)


def _findings(dataset: Dataset) -> Iterator[Text]:
    """Every finding; it is about the page, so it never changes the exit code."""
    answers = Counter[str]()
    for tab, declared in dataset.tabs.items():
        for finding in analyse(dataset).findings_of(tab):
            answers[finding.answer] += 1
            yield analysis_words.CHECK_LINE.fill(
                tab=declared.title,
                answer=analysis_words.ANSWERS[finding.answer],
                title=finding.check.title,
                said=joined([explained(finding), cited(dataset, finding)], "", " "),
            )
    counts = [
        analysis_words.COUNTED_ANSWER.fill(n=answers[answer], answer=said)
        for answer, said in analysis_words.ANSWERS.items()
    ]
    yield words.FINDINGS_MADE.fill(n=answers.total(), answers=joined(counts, "、", ", "))


def _rules(checked: Checked) -> Iterator[tuple[str, int]]:
    """The rules that are broken, the one broken most often first."""
    counted = Counter(problem.rule.id for problem in checked.problems)
    yield from sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _counted(checked: Checked, language: Language) -> Iterator[str]:
    """How many problems there are, and what each rule says."""
    files = len({problem.file for problem in checked.problems})
    counted = words.PROBLEMS.fill(n=len(checked.problems), files=files, all=len(checked.files))
    yield counted.to(language)
    said = {problem.rule.id: problem.rule.value for problem in checked.problems}
    width = max(map(len, said))
    for rule, times in _rules(checked):
        yield f"{times:>5}  {rule:<{width}}  {said[rule].to(language)}"
