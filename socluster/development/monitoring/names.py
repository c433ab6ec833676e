"""Names of who left and who came that are nearly the same: perhaps one actor under two ids."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.labels import id_of

__all__ = ["alike"]

_ALIKE = 0.85
_ARTICLES = frozenset({"a", "an", "the"})
_LEGAL_FORMS = frozenset({"ab", "as", "asa", "gmbh", "inc", "llc", "llp", "ltd", "mb", "plc", "uab", "vsi"})
_MOST_PAIRS = 40_000  # beyond, only names that differ in marks, case and blanks alone


def alike(before: Cluster, after: Cluster) -> pd.DataFrame:
    """Return who left and is called nearly like somebody who came: columns before, after (labels).

    Case, the marks of letters, blanks and punctuation do not count, nor articles and legal forms; names with other
    numbers are other names. Who has the same partners is called nearly like one whose name has more words, too.
    """
    left, came = _names(before, set(after.ids)), _names(after, set(before.ids))
    both = set(before.ids) & set(after.ids)
    partners = _partners(before, both), _partners(after, both)
    by_name: dict[str, Any] = {}
    for label, name in came:
        by_name.setdefault(name, label)
    few = len(left) * len(came) <= _MOST_PAIRS
    rows = []
    for label, name in left:
        found = [name] if name in by_name else (_near(name, by_name) if few else [])
        found = found or [
            each
            for each, other in (by_name.items() if few else ())
            if _holds_the_words(name, each) and _share_partners(label, other, partners)
        ]
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
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    words = re.sub(r"[^\w]+|_", " ", bare).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join([each for each in words if each not in _LEGAL_FORMS] or words)


def _partners(cluster: Cluster, others: set[str]) -> dict[Any, set[str]]:
    """Return the partners that everybody has among the others, by label."""
    found: dict[str, set[str]] = {id_: set() for id_ in cluster.ids}
    for one, other in zip(cluster.ties["source"].map(id_of), cluster.ties["target"].map(id_of), strict=True):
        found[one] |= {other} & others
        found[other] |= {one} & others
    return dict(zip(cluster.labels, (found[id_] for id_ in cluster.ids), strict=True))


def _holds_the_words(one: str, other: str) -> bool:
    """Whether one name is the other with more words."""
    words = set(one.split()), set(other.split())
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _share_partners(one: Any, other: Any, partners: tuple[dict[Any, set[str]], dict[Any, set[str]]]) -> bool:
    return bool(partners[0][one]) and partners[0][one] == partners[1][other]


def _near(name: str, names: Iterable[str]) -> list[str]:
    same_numbers = [each for each in names if re.findall(r"\d+", each) == re.findall(r"\d+", name)]
    return difflib.get_close_matches(name, same_numbers, n=1, cutoff=_ALIKE)
