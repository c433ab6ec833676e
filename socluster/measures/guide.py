"""Which function answers which question: the measures, grouped as people ask."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from socluster.core.public_names import CHAPTERS, public_object

__all__ = ["GUIDE", "guide"]

# Question -> public names, in the order of reading.
GUIDE: Mapping[str, tuple[str, ...]] = CHAPTERS["Measures"]


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
    rows = [
        (question, name, (public_object(name).__doc__ or "").strip().partition("\n")[0])
        for question, names in GUIDE.items()
        for name in names
    ]
    frame = pd.DataFrame(rows, columns=["question", "function", "answer"])
    return frame.set_index(["question", "function"])
