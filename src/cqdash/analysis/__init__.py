"""What follows from the records: implied values, and findings where the page can be checked."""

from cqdash.analysis.analysis import Analysis, analyse

__all__ = ["Analysis", "analyse"]
