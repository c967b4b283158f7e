"""The dashboard on a terminal."""

from cqdash.dataset import Dataset
from cqdash.files.settings import Settings
from cqdash.language import Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.memory import start_of


def start(dataset: Dataset, language: Language | None, theme: str | None, settings: Settings | None) -> int:
    """Run the dashboard until the reader leaves; gives the exit code.

    What is None was not asked for: settings, then what is remembered decide; without settings neither.
    """
    app = CqdashApp(dataset, *start_of(language, theme, settings))
    app.run()
    return app.exit_code
