"""Tables of the ties that an item has, and of the dyads of which nobody knows whether they are tied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.io.survey.confirmation import Confirm, Strength, settled

__all__ = ["Reports", "dyads_of"]


@dataclass(frozen=True, eq=False)
class Reports:
    """What is said of every dyad: 0 for no, a strength for yes, NaN where nobody said anything.

    Parameters
    ----------
    first : array of float
        Respondents x partners.
    second : array of float or None
        What the partner says of the same dyad; None of an arc of which only its source was asked.
    directed : bool
        Whether a dyad is an arc.
    """

    first: Array
    second: Array | None
    directed: bool


def dyads_of(
    item: str, said: Reports, responded: Array, names: list[str], rule: tuple[Confirm, Strength]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the ties of an item, and the dyads of which nobody knows beyond those of actors who did not respond.

    Parameters
    ----------
    item : str
        Of the answers; the layer of the ties.
    said : Reports
        What is said of every dyad.
    responded : array of bool
        By actor. What is unknown because its reporters did not respond follows from that, and need not be listed.
    names : list of str
        Of the actors.
    rule : (confirm, strength)
        How two reports are settled.
    """
    n, labels = len(names), np.array(names, dtype=object)
    source, target = np.nonzero(~np.eye(n, dtype=bool)) if said.directed else np.triu_indices(n, k=1)
    value, is_confirmed = said.first[source, target], np.zeros(len(source), dtype=bool)
    stated: dict[str, Any] = {}
    if said.second is not None:
        stated = {"said_by_source": value, "said_by_target": said.second[source, target]}
        found = settled(value, stated["said_by_target"], *rule)
        value, is_confirmed = found.strength, found.is_confirmed
    follows = ~responded[source] & (said.directed | ~responded[target])
    is_tie, is_unknown = np.nan_to_num(value) > 0, np.isnan(value) & ~follows
    ties = {
        "source": labels[source][is_tie],
        "target": labels[target][is_tie],
        "layer": item,
        "weight": value[is_tie],
        "evidence": np.where(is_confirmed[is_tie], "confirmed", "reported"),
        **{name: each[is_tie] for name, each in stated.items()},
    }
    unknown = {"source": labels[source][is_unknown], "target": labels[target][is_unknown], "layer": item}
    return pd.DataFrame(ties), pd.DataFrame(unknown)
