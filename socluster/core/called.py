"""What actors and groups are called in sentences: in Lithuanian by their names, in English by their labels.

Labels are short and stand in tables, where they are looked up. But the labels of most data are English, and a
Lithuanian sentence that is strewn with them is no Lithuanian sentence.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Literal

from socluster.words import Language

if TYPE_CHECKING:
    from socluster.core.cluster import Cluster

__all__ = ["called"]

_NAMES = ("name_lt", "name")  # the first that is stated


def called(
    cluster: Cluster, labels: Iterable[Hashable], language: Language, table: Literal["actors", "groups"] = "actors"
) -> list[str]:
    """Return what actors, or groups, are called in a sentence.

    Parameters
    ----------
    cluster : Cluster
        Where they are.
    labels : iterable
        Their labels; one that is not of the cluster is what it is called.
    language : {"en", "lt"}
        Language of the sentence.
    table : {"actors", "groups"}, default "actors"
        What they are.

    Returns
    -------
    list of str
        In Lithuanian, `name_lt` where it is stated, else `name`, else the label.
    """
    if language == "en":
        return [str(label) for label in labels]
    parts = cluster.parts.actors if table == "actors" else cluster.parts.groups
    columns = [parts[name].objects() for name in _NAMES if name in parts]
    known = cluster.labels if table == "actors" else cluster.parts.group_called
    place = {label: row for row, label in enumerate(known)}

    def name(label: Hashable) -> str:
        stated = [column[place[label]] for column in columns] if label in place else []
        return next((str(each) for each in stated if each is not None), str(label))

    return [name(label) for label in labels]
