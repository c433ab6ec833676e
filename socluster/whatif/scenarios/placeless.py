"""Who comes to offer a service of which nobody knows where it is, so that it meets no need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.measures.services.offers import is_provided
from socluster.whatif.scenarios.step import Step

__all__ = ["placeless_providers"]


def placeless_providers(steps: Sequence[Step], base: Cluster) -> list[str]:
    """Return the providers, each once, of services for which no place is stated, neither of the service nor of them.

    Examples
    --------
    >>> import socluster as sc
    >>> care = sc.Scenario("hub").with_group("care", kind="service", service="care")
    >>> hub = care.with_actor("hub").with_affiliation("hub", "care", layer="provides")
    >>> placeless_providers(hub.steps, sc.load_dataset("kite"))
    ['hub']
    >>> placeless_providers(hub.with_attributes("hub", place="Kelmė").steps, sc.load_dataset("kite"))
    []
    """
    groups, actors = _placed(base.groups), _placed(base.actors)
    for step in steps:
        place = dict(step.columns).get("place")
        if step.verb == "with_group":
            groups[str(step.subject[0])] = _is_stated(place)
        elif step.verb in ("with_actor", "with_attributes") and "place" in dict(step.columns):
            actors[str(step.subject[0])] = _is_stated(place)
    offered = [
        (str(step.subject[0]), str(group))
        for step in steps
        if step.verb == "with_affiliation" and is_provided(str(dict(step.columns).get("layer")))
        for group in step.subject[1]
    ]
    return list(dict.fromkeys(who for who, group in offered if not (groups.get(group) or actors.get(who))))


def _placed(table: pd.DataFrame) -> dict[str, bool]:
    """Return of whom, or of which group, a place is stated."""
    if "place" not in table:
        return {}
    return {str(name): _is_stated(place) for name, place in table["place"].items()}


def _is_stated(place: Any) -> bool:
    return isinstance(place, str) and place != ""
