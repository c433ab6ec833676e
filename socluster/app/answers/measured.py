"""Measures by actor: a table that a question brings."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

import numpy as np

from socluster.app.answers.asked import refuse_strangers
from socluster.app.answers.measures import BY_ACTOR
from socluster.app.answers.plain import in_both, plain
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.public_names import public_object
from socluster.measures.shared.network import one_mode
from socluster.measures.table import measure
from socluster.words import measure_name

__all__ = ["measures"]


def measures(cluster: Cluster, question: Mapping[str, Any]) -> dict[str, Any]:
    """Return measures by actor; see `answer`."""
    refuse_strangers(question, ("kind", "measures"))
    asked = question.get("measures", ["degree", "betweenness"])
    names = asked if isinstance(asked, list) else [asked]
    problems = [
        Problem(
            "is no measure by actor that this page shows",
            column="measures",
            value=name,
            nearest=nearest(str(name), BY_ACTOR),
        )
        for name in names
        if name not in BY_ACTOR
    ]
    if problems or not names:
        raise InputError(problems or Problem("say which measures are to be shown"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what they say stands among the doubts of the overview
        network = one_mode(cluster)
        table = measure(network, [public_object(name) for name in names])
    values = table.to_numpy(float) if len(table) else np.zeros((0, len(names)))
    return {
        "kind": "measures",
        "measures": [_named(name) for name in names],
        "rows": [
            {"actor": str(actor), "values": [plain(value) for value in row]}
            for actor, row in zip(table.index, values.tolist(), strict=True)
        ],
    }


def _named(name: str) -> dict[str, Any]:
    return {"id": name, "name": in_both(lambda language: measure_name(name, language))}
