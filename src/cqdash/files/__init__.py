"""Files: one written whole or not at all; beside it the reader's `settings` and the remembered `state`."""

from cqdash.files.whole import CannotWrite, Draft, write_whole, writing

__all__ = ["CannotWrite", "Draft", "write_whole", "writing"]
