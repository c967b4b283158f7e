"""`cqdash check`: every problem of a dataset, its findings, and its calculator's cases."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from importlib.resources.abc import Traversable
from pathlib import Path

from cqdash.analysis import analyse
from cqdash.cli.codes import BAD_DATA, DONE, WRONG_CALL
from cqdash.dataset import BadDataset, Dataset, bundled, load
from cqdash.language import Language, joined
from cqdash.language import analysis as analysis_words
from cqdash.language import command_line as words
from cqdash.language.reasons import of_system
from cqdash.subsidy.cases import load_cases, run_case
from cqdash.subsidy.rulebook import rulebook
from cqdash.tabs.findings import cited, explained


def check(parsed: argparse.Namespace, language: Language) -> int:
    """Print what is wrong in a folder, the bundled one if none is named; gives the exit code."""
    folder: Traversable = Path(parsed.folder) if parsed.folder else bundled()
    try:
        if not folder.is_dir():
            raise NotADirectoryError
        dataset = load(folder)
        print(words.DATA_SOUND.fill(records=len(dataset.records), tabs=len(dataset.tabs)).to(language))
        _findings(dataset, language)
        failed = sum(_cases(folder / "cases", dataset, tab, language) for tab in dataset.schemes)
    except BadDataset as error:
        for problem in error.problems:
            print(problem.to(language))
        return BAD_DATA
    except OSError as error:
        reason = of_system(error) if error.errno else words.NO_FOLDER
        message = words.CANNOT_CHECK.fill(folder=parsed.folder, reason=reason)
        print(f"cqdash: {message.to(language)}", file=sys.stderr)
        return WRONG_CALL
    return BAD_DATA if failed else DONE


def _findings(dataset: Dataset, language: Language) -> None:
    """Print every finding; it is about the page, so it never changes the exit code."""
    for tab, declared in dataset.tabs.items():
        for finding in analyse(dataset).findings_of(tab):
            answer = analysis_words.ANSWERS[finding.answer]
            said = joined([explained(finding), cited(dataset, finding)], "", " ")
            line = analysis_words.CHECK_LINE.fill(
                tab=declared.title, answer=answer, title=finding.check.title, said=said
            )
            print(line.to(language))
    answers = Counter[str](analyse(dataset).finding(check).answer for check in dataset.checks)
    counts = [
        analysis_words.COUNTED_ANSWER.fill(n=answers[answer], answer=said)
        for answer, said in analysis_words.ANSWERS.items()
    ]
    print(words.FINDINGS_MADE.fill(n=answers.total(), answers=joined(counts, "、", ", ")).to(language))


def _cases(folder: Traversable, dataset: Dataset, tab: str, language: Language) -> int:
    """Run the cases of a scheme; gives how many failed. Raises BadDataset."""
    book = rulebook(dataset, dataset.schemes[tab])
    cases = load_cases(folder, book) if folder.is_dir() else ()
    failed = 0
    for case in cases:
        differences = run_case(book, case)
        failed += bool(differences)
        for difference in differences:
            place = f"{case.file}:{case.line}:{case.column}"
            print(f"{place}: {case.id}: {difference.to(language)}")
    print(words.CASES_RUN.fill(scheme=book.scheme.id, ran=len(cases), failed=failed).to(language))
    return failed
