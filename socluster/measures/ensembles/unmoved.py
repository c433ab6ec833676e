"""Measures that look at no tie: whatever ties a draw has, their value stays, so that it is asked once and is exact."""

from __future__ import annotations

from functools import partial
from typing import Any

from socluster.measures.shared.answers import Measure

__all__ = ["looks_at_no_tie"]

# What is drawn is ties alone: who belongs to a group, offers a service or answered is the same in every draw. They go
# by where they stand, since some of what stands there asks for draws itself.
_OF_THE_REST = frozenset(
    f"socluster.measures.{place}"
    for place in (
        "services.coverage.coverage",
        "survey.nonresponse.response_rate",
        "twomode.centrality.twomode_betweenness",
        "twomode.centrality.twomode_closeness",
        "twomode.centrality.twomode_degree",
        "twomode.centrality.twomode_density",
        "twomode.centrality.twomode_eigenvector",
        "twomode.clustering.affiliation_overlap",
        "twomode.clustering.twomode_clustering",
        "twomode.clustering.twomode_local_clustering",
    )
)


def looks_at_no_tie(measure: Measure) -> bool:
    """Whether the value of a measure is the same whatever ties there are.

    So it is for those of ours that rest on services, on groups or on who answered, with whatever options; an object of
    one's own says so by an attribute `looks_at_no_tie` that is true.

    Examples
    --------
    >>> from socluster.measures.cohesion.density import density
    >>> from socluster.measures.services.coverage import coverage
    >>> looks_at_no_tie(partial(coverage, needs={("Town", "day care"): 12})), looks_at_no_tie(density)
    (True, False)
    """
    function: Any = measure.func if isinstance(measure, partial) else measure
    if getattr(function, "looks_at_no_tie", False) is True:
        return True
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', '')}" in _OF_THE_REST
