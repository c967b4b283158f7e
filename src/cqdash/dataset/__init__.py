"""YAML files as records, or as problems with file:line:column."""

from cqdash.dataset.load import bundled, load
from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import BadDataset, Problem

__all__ = ["BadDataset", "Dataset", "Problem", "bundled", "load"]
