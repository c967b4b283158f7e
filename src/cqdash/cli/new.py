"""`cqdash new`: a commented dataset in a folder of its own."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from cqdash.cli.codes import DONE
from cqdash.cli.printing import not_written, refuse, say
from cqdash.dataset.starter import starter
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.folder import write_folder
from cqdash.language import Language, data_file
from cqdash.language import starter as words


def new(parsed: argparse.Namespace, language: Language) -> int:
    """Write the starter and say what comes next; gives the exit code."""
    if not parsed.folder:
        return refuse(data_file.NO_NAME, language)
    try:
        path = write_folder(Path(parsed.folder), starter(language))
    except CannotWrite as error:
        return not_written(error, language)
    said = words.NEXT.fill(path=path, folder=shlex.quote(parsed.folder))
    say(said.to(language))
    return DONE
