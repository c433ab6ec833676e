"""Which function answers which question: the measures, grouped as people ask."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import pandas as pd

__all__ = ["GUIDE", "guide"]

# Question -> public names, in the order of reading.
GUIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Who has many partners, and strong ties?": ("degree", "strength"),
        "Who stands between others, and who reaches all quickly?": ("betweenness", "closeness"),
        "How tightly does the cluster hang together?": ("density", "components", "global_efficiency"),
        "Who spans structural holes?": ("constraint", "effective_size"),
        "Between whom does somebody broker?": ("brokerage_roles",),
        "Do the sectors mix?": ("ei_index", "mixing_table"),
    }
)


def guide() -> pd.DataFrame:
    """Return all measures by the question they answer.

    Returns
    -------
    DataFrame
        Index (question, function); column answer, the function's own question in a line.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.guide().loc["Between whom does somebody broker?"]
                                                answer
    function
    brokerage_roles  ...
    """
    public = import_module("socluster")
    rows = [
        (question, name, (getattr(public, name).__doc__ or "").strip().partition("\n")[0])
        for question, names in GUIDE.items()
        for name in names
    ]
    frame = pd.DataFrame(rows, columns=["question", "function", "answer"])
    return frame.set_index(["question", "function"])
