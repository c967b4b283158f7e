"""What a check of folders finds: problems, what follows from sound data, and the cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from cqdash.dataset import BadDataset, BadFolder, Dataset, Problem
from cqdash.dataset.document import compose, text_of
from cqdash.dataset.folder import Files, Layer, files_of, tab_name
from cqdash.dataset.load import dataset_of
from cqdash.language import check as words
from cqdash.language import data_file
from cqdash.language.rules import Rule
from cqdash.subsidy.cases import Case, read_cases, run_case
from cqdash.subsidy.file import LARGEST, read_for
from cqdash.subsidy.rulebook import Rulebook, rulebook

APPLICATIONS, CASES = "applications", "cases"
"""The folders beside the data that hold what is computed with it."""


class Checked(Struct, frozen=True):
    """Every problem in file order, each file's content, and the dataset where it is sound.

    `ran` and `failed` count the cases of each scheme by its id.
    """

    problems: tuple[Problem, ...]
    files: Files
    dataset: Dataset | None
    ran: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def source(self, problem: Problem) -> str | None:
        """The line of the file that a problem is about; None where it is about the whole file."""
        content = self.files.get(problem.file)
        if not problem.line or not isinstance(content, bytes):
            return None
        if problem.file not in self._lines:
            text = content.decode("utf-8-sig", "replace")
            self._lines[problem.file] = text.replace("\r\n", "\n").split("\n")
        lines = self._lines[problem.file]
        return lines[problem.line - 1] if problem.line <= len(lines) else None


def check_layers(layers: Sequence[Layer]) -> Checked:
    """Look at every file of a folder and of what is laid over it, their applications and cases.

    Raises BadFolder.
    """
    by_layer = [files_of(layer.folder, layer.prefix) for layer in layers]
    files = {name: content for found in by_layer for name, content in found.items()}
    problems: list[Problem] = []
    dataset = None
    try:
        dataset = replace(dataset_of(*by_layer), layers=tuple(layers))
    except BadDataset as error:
        problems += error.problems
    books = [rulebook(dataset, scheme) for scheme in dataset.schemes.values()] if dataset else []
    cases: dict[str, Case] = {}
    applications: dict[str, tuple[str, bytes | Problem]] = {}
    for layer in layers:
        found = _below(layer, APPLICATIONS)
        # As with the data, what an upper layer has under a name stands for what lies below.
        applications |= {tab_name(name): (name, content) for name, content in found.items()}
        held = _below(layer, CASES)
        read, wrong = read_cases(held, books)
        cases |= {case.id: case for case in read}
        problems += wrong
        files |= {**found, **held}
    for name, content in applications.values():
        problems += _application(name, content, books)
    checked = Checked((), files, dataset)
    by_scheme = {book.scheme.id: book for book in books}
    for case in cases.values():
        checked.ran[case.scheme] += 1
        differences = run_case(by_scheme[case.scheme], case)
        checked.failed[case.scheme] += bool(differences)
        for difference in differences:
            message = words.CASE_FAILED.fill(id=case.id, difference=difference)
            problems.append(Problem(case.file, case.line, case.column, Rule.FAILED_CASE, message))
    return replace(checked, problems=tuple(sorted(problems, key=lambda problem: problem.order)))


def _below(layer: Layer, name: str) -> Files:
    """The files of a folder within the folder, which need not be there, or hold anything."""
    within = layer.prefix + name
    try:
        return files_of(layer.folder / name, f"{within}/")
    except BadFolder as error:
        if error.reason in (data_file.NO_FOLDER, data_file.NO_YAML):
            return {}
        return {within: Problem(within, 0, 0, Rule.UNREADABLE, error.reason)}


def _application(name: str, content: bytes | Problem, books: Sequence[Rulebook]) -> Iterator[Problem]:
    """What is wrong with an application; without a rulebook only whether it is YAML."""
    try:
        if isinstance(content, Problem):
            raise BadDataset([content])
        text = text_of(name, content, LARGEST)
        if books:
            read_for(text, name, books)
        else:
            compose(name, text)
    except BadDataset as error:
        yield from error.problems
