"""The command line; it starts Textual only inside the command that needs a screen."""
