"""Whatever an application file holds, it is assessed and shown, or refused with its places."""

from __future__ import annotations

import copy
import json
from random import Random

from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.dataset import BadDataset, load
from cqdash.dataset.document import compose, text_of
from cqdash.export.assessment_json import render_assessment
from cqdash.export.markdown import render_markdown
from cqdash.export.text import render_text
from cqdash.subsidy.beginning import example_text
from cqdash.subsidy.file import LARGEST, read_for
from cqdash.subsidy.rulebook import rulebook
from cqdash.subsidy.written import write_application
from cqdash.tabs.assessment import assessment_view
from fuzz.mutate import VALUE, spliced
from fuzz.tried import APPLICATIONS, Tally
from told import check_told
from trees import alter, tree

HEAD = "application: 1\nscheme: chongqing-ip-2026\n"
ONE = HEAD + (
    "horizon: 2\napplicant: {legal_form: legal-person, gi_roles: [product-applicant], in_chongqing: true}\n"
    "projects:\n  - {item: national-centre, approval: 1, targets: ~, evaluation: {1: true, 2: ~}}\n"
)
FILES = [ONE, HEAD + "horizon: 3\nprojects:\n  - {item: guidelines, requests: {1: 60000, 3: ~}}\n", HEAD]
WORDS = [
    "{", "}", "[", "]", ": ", "- ", "? ", "&a ", "*a", "!!int ", "<<: ", "'", '"', "~", "no", "true", "0",
    "11", "-1", "999999999999999999999", "\t", "\x1b", "\u202e", "\x00", "count: 3", "received: 5", "---\n",
]  # fmt: skip
DATASET = load()
BOOKS = [rulebook(DATASET, scheme) for scheme in DATASET.schemes.values()]
ANSWERS: dict[str, list[str]] = {}
for text in (*FILES, example_text()):
    for key, value in VALUE.findall(text):
        ANSWERS.setdefault(key, []).append(value)


def is_shown(raw: bytes) -> bool:
    """Whether a file is an application; then it is assessed, shown in every form and written back."""
    try:
        book, application = read_for(text_of("my.yaml", raw, LARGEST), "my.yaml", BOOKS)
    except BadDataset as error:
        check_told(error.problems)
        return False
    view = assessment_view(DATASET, book, application)
    assert render_text([view], "zh", 60)
    assert render_markdown([view], "en")
    assert json.loads(render_assessment(DATASET, book, application))
    assert read_for(write_application(application, book), "again", BOOKS)[1] == application
    return True


def altered(random: Random) -> bytes:
    files = {"my.yaml": copy.deepcopy(tree(compose("my.yaml", random.choice(FILES))))}
    for _ in range(random.randint(1, 3)):
        alter(files, random)
    return json.dumps(files.get("my.yaml")).encode()


def rewritten(random: Random) -> bytes:
    return spliced(random.choice(FILES), WORDS, ANSWERS, random).encode("utf-8", "replace")


def test_whatever_an_application_holds_it_is_assessed_and_shown_or_refused() -> None:
    tally = Tally(APPLICATIONS)

    def tried(raw: bytes) -> None:
        shown = is_shown(raw)
        event("shown" if shown else "refused")
        tally.count(shown)

    @settings(max_examples=APPLICATIONS.inputs // 4)
    @given(st.binary(max_size=100) | st.binary(max_size=60).map(HEAD.encode().__add__))
    def any_bytes(raw: bytes) -> None:
        tried(raw)

    @settings(max_examples=APPLICATIONS.inputs // 4)
    @given(st.integers(0, 2**64))
    def altered_values(seed: int) -> None:
        tried(altered(Random(seed)))

    @settings(max_examples=APPLICATIONS.inputs // 2)
    @given(st.integers(0, 2**64))
    def rewritten_text(seed: int) -> None:
        tried(rewritten(Random(seed)))

    any_bytes()
    altered_values()
    rewritten_text()
    tally.check()
