"""Load a folder of data with every check, and nothing kept from before."""

import sys
from pathlib import Path

from cqdash.cli.surroundings import settle
from cqdash.dataset import load

settle()
load(Path(sys.argv[1]))
