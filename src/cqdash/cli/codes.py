"""The exit codes, as the README gives them."""

DONE = 0
BAD_DATA = 1
WRONG_CALL = 2
NOT_WRITTEN = 3
SIGNALLED = 128
