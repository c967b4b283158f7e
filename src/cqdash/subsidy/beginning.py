"""What an applicant begins with: the example beside the data, or a blank application."""

from __future__ import annotations

from cqdash.dataset import BadDataset, Dataset
from cqdash.dataset.document import text_of
from cqdash.dataset.folder import Layer, bundled
from cqdash.subsidy.application import Application
from cqdash.subsidy.file import LARGEST, read_application, write_application
from cqdash.subsidy.rulebook import Rulebook

EXAMPLE = ("applications", "example.yaml")
"""Where the example lies in a folder of data."""


def beginning(dataset: Dataset, book: Rulebook) -> Application:
    """The example that lies beside the data; one project of which nothing is known where none reads."""
    return read_application(beginning_text(dataset, book), "example.yaml", book)


def beginning_text(dataset: Dataset, book: Rulebook) -> str:
    """The same as a file's text. The topmost layer whose example is one of this scheme has it."""
    for layer in reversed(dataset.layers or (Layer(bundled()),)):
        try:
            with layer.folder.joinpath(*EXAMPLE).open("rb") as stream:
                text = text_of(layer.name, stream.read(LARGEST + 1), LARGEST)
            read_application(text, layer.name, book)
        except (OSError, BadDataset):
            continue  # what is wrong with it `cqdash check` tells
        return text
    return write_application(Application(projects=({"item": None},)), book)


def example_text() -> str:
    """The invented example that comes with the program, as its file has it."""
    return bundled().joinpath(*EXAMPLE).read_bytes().decode().replace("\r\n", "\n")


def example(book: Rulebook) -> Application:
    """The invented example. Raises BadDataset where the rulebook is another scheme's."""
    return read_application(example_text(), "example.yaml", book)
