"""Two waves whose numbers were worked out by hand."""

import pandas as pd

import socluster as sc

__all__ = ["ties", "waves"]


def ties(pairs):
    """A table of ties: "ab bc"."""
    return pd.DataFrame([(pair[0], pair[1]) for pair in pairs.split()], columns=["source", "target"])


def waves(first="ab ac bc cd de ef", then="ab bc ad cd dg ag gh", **options):
    return sc.compare_waves(ties(first), ties(then), **options)
