"""Names of who left and who came that are nearly the same: perhaps one actor under two ids."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster

__all__ = ["alike"]

_ALIKE = 0.85
_MOST_PAIRS = 40_000  # beyond, only names that differ in marks, case and blanks alone


def alike(before: Cluster, after: Cluster) -> pd.DataFrame:
    """Return who left and is called nearly like somebody who came: columns before, after (labels).

    Case, the marks of letters, blanks and punctuation do not count; names with other numbers are other names.
    """
    left, came = _names(before, set(after.ids)), _names(after, set(before.ids))
    by_name: dict[str, Any] = {}
    for label, name in came:
        by_name.setdefault(name, label)
    few = len(left) * len(came) <= _MOST_PAIRS
    rows = []
    for label, name in left:
        found = [name] if name in by_name else (_near(name, by_name) if few else [])
        if name and found:
            rows.append((label, by_name[found[0]]))
    return pd.DataFrame(rows, columns=["before", "after"], dtype=object)


def _names(cluster: Cluster, others: set[str]) -> list[tuple[Any, str]]:
    """Return label and plain name of everybody who is not among the others."""
    names = cluster.actors["name"].tolist() if "name" in cluster.actors else [None] * cluster.n_actors
    return [
        (label, _plain(name if isinstance(name, str) and name else label))
        for id_, label, name in zip(cluster.ids, cluster.labels, names, strict=True)
        if id_ not in others
    ]


def _plain(name: Any) -> str:
    letters = unicodedata.normalize("NFKD", str(name).casefold())
    return " ".join(
        re.sub(r"[^\w]+|_", " ", "".join(each for each in letters if not unicodedata.combining(each))).split()
    )


def _near(name: str, names: Iterable[str]) -> list[str]:
    same_numbers = [each for each in names if re.findall(r"\d+", each) == re.findall(r"\d+", name)]
    return difflib.get_close_matches(name, same_numbers, n=1, cutoff=_ALIKE)
