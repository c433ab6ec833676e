"""Whose loss would break most for the others, one at a time or two at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socluster.app.answers.asked import refuse_strangers, whole_in
from socluster.app.answers.plain import in_both, rows_of
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.leaving.losses import SHOWN, Losses
from socluster.whatif.leaving.losses import losses as lost
from socluster.words import Language

__all__ = ["losses", "losses_as_told"]

_MOST_ROWS = 20
_COUNTED = ("broken_pairs", "chains", "services", "isolated")
_MOST_PAIRS = 125_000  # of actors, all of which are looked at: those of 500 actors


def losses(cluster: Cluster, question: Mapping[str, Any]) -> dict[str, Any]:
    """Return whose loss would break most for the others, one or two at a time; see `answer`."""
    refuse_strangers(question, ("kind", "order"))
    order = whole_in(question, "order", 1, least=1, most=2)
    if order == 1:
        return losses_as_told(lost(cluster, order=1, limit=max(1, cluster.n_actors)))
    pairs = cluster.n_actors * (cluster.n_actors - 1) // 2
    if pairs > _MOST_PAIRS:
        raise InputError("these are too many actors to look at every two of them; ask about one at a time")
    return losses_as_told(lost(cluster, order=2, limit=max(1, pairs)))


def losses_as_told(found: Losses) -> dict[str, Any]:
    """Return losses as plain values.

    Parameters
    ----------
    found : Losses
        What the library found.

    Returns
    -------
    dict
        `order`; `rows`, the worst first; `breaking`, how many losses break anything (for two: more than each alone);
        and what is said: `finding`, how many break something; `told`, a sentence for each of the worst; `notes`, what
        to keep in mind.
    """
    table = found.to_frame()
    columns = list(_COUNTED) if found.order == 1 else [f"beyond_{each}" for each in _COUNTED]
    breaking = int(table[columns].any(axis="columns").sum())
    named = min(breaking, SHOWN)

    def said(language: Language) -> list[str]:
        return found.sentences(language)[1:]  # the first one is a heading

    sentences = in_both(said)
    return {
        "kind": "losses",
        "order": found.order,
        "rows": [_called(row) for row in rows_of(table.head(_MOST_ROWS))],
        "breaking": breaking,
        "finding": in_both(lambda language: sentences[language][named]),
        "told": in_both(lambda language: sentences[language][:named]),
        "notes": in_both(lambda language: sentences[language][named + 1 :]),
        "sentences": in_both(found.sentences),
    }


def _called(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its actors as the page knows them, which are texts."""
    return {key: str(value) if key in ("actor", "other") else value for key, value in row.items()}
