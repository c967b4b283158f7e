"""Files: one written whole or not at all; beside it the reader's `settings` and the remembered `state`."""
