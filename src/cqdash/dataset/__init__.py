"""YAML files as records, or as problems with file:line:column."""

from cqdash.dataset.folder import bundled
from cqdash.dataset.load import load
from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import BadDataset, BadFolder, Problem

__all__ = ["BadDataset", "BadFolder", "Dataset", "Problem", "bundled", "load"]
