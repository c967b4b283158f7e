"""cqdash: a terminal dashboard for published policy figures."""

__version__ = "0.1.0"
