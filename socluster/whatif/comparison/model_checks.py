"""Whether the tie models of a what-if can reproduce what the members of the cluster show; computed when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socluster.core.cluster import Cluster
from socluster.whatif.layers import tie_layer
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.check_result import ModelCheck
from socluster.whatif.ties.protocol import TieModel

__all__ = ["checks_of"]

FEWEST, MOST = 8, 120  # actors: fewer show nothing, and more take too long for a sentence (`ties.check` takes any)
MEMBERS, DRAWS = 20, 60


def checks_of(scenarios: Iterable[Scenario], base: Cluster) -> tuple[ModelCheck, ...]:
    """Return a check of every tie model of the scenarios that learns from the cluster, as far as it is about members.

    Parameters
    ----------
    scenarios : iterable of Scenario
        What might happen.
    base : Cluster
        The current cluster, of one mode.
    """
    from socluster.whatif.ties.checking import checked_model  # knows the models, which take long to load

    if not base.n_ties or not FEWEST <= base.n_actors <= MOST:
        return ()
    asked = dict.fromkeys(each for scenario in scenarios for each in _learning(scenario, base))
    found = [checked_model(base, model, layer, draws=DRAWS, members=MEMBERS) for model, layer in asked]
    return tuple(each for each in found if each is not None)


def _learning(scenario: Scenario, base: Cluster) -> Iterator[tuple[TieModel, str]]:
    from socluster.whatif.ties.left_out import names_a_partner

    for step in scenario.steps:
        model = step.model
        if model is None or names_a_partner(model) or not any(getattr(each, "learns", False) for each in walk(model)):
            continue
        yield model, tie_layer(base.parts, dict(step.columns).get("layer"))
