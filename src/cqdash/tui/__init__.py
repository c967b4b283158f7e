"""The dashboard on a terminal."""

from cqdash.dataset import load
from cqdash.language import Language
from cqdash.tui.app import CqdashApp


def start(language: Language, theme: str) -> int:
    """Run the dashboard until the reader leaves; gives the exit code. Raises BadDataset."""
    app = CqdashApp(load(), language, theme)
    app.run()
    return app.return_code or 0
