"""Files: one written whole or not at all; beside it the reader's `settings` and the remembered `state`."""

from cqdash.files.whole import NO_FILE, CannotWrite, Draft, write_whole, writing

__all__ = ["NO_FILE", "CannotWrite", "Draft", "write_whole", "writing"]
