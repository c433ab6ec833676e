"""What happens in a scenario, as a report and a page tell it: who joins, with which ties, and what they would offer."""

from __future__ import annotations

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.measures.services.offers import cell_name, is_provided
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.words import Language, listed, marked, number, say, value_name

__all__ = ["offered_said", "steps_told"]


def steps_told(scenario: Scenario, base: Cluster, language: Language) -> list[str]:
    """Return what happens, step by step; a service that is set up is told where somebody offers it.

    Examples
    --------
    >>> import socluster as sc
    >>> hub = sc.Scenario("hub").with_actor("hub", sector="public").without_actor("9")
    >>> steps_told(hub, sc.load_dataset("kite"), "en")
    ['hub joins (sector public)', '9 leaves']
    """
    provided = {str(group) for step in scenario.steps if _is_offer(step) for group in step.subject[1]}
    return [
        offered_said(step, scenario, base, language) if _is_offer(step) else sentence(step, language)
        for step in scenario.steps
        if not (step.verb == "with_group" and str(step.subject[0]) in provided)
    ]


def _is_offer(step: Step) -> bool:
    return step.verb == "with_affiliation" and is_provided(str(dict(step.columns).get("layer")))


def offered_said(step: Step, scenario: Scenario, base: Cluster, language: Language) -> str:
    """Return what somebody would offer; an amount that nobody stated counts as 1, and that is said.

    Parameters
    ----------
    step : Step
        In which an actor comes to offer services.
    scenario : Scenario
        Of which it is a step.
    base : Cluster
        The current cluster.
    language : {"en", "lt"}
        Language of the sentence.
    """
    actor, groups = step.subject
    services = [_service(str(group), scenario, base) for group in groups]
    offers = listed([name for name, _ in services], language)
    weight = dict(step.columns).get("weight")
    if weight is None:
        message = marked("{actor} offers {offers}; how much was not said, so that 1 is counted")
        return say(message, language, actor=actor, offers=offers)
    unit, amount = services[0][1], number(weight, language, digits=6)
    if not unit:
        return say("{actor} offers {offers}: {amount}", language, actor=actor, offers=offers, amount=amount)
    message = marked("{actor} offers {offers}: {amount} {unit}")
    return say(message, language, actor=actor, offers=offers, amount=amount, unit=value_name("unit", unit, language))


def _service(group: str, scenario: Scenario, base: Cluster) -> tuple[str, str]:
    """Return what a service is called, by what it is and where, and its unit; of the cluster or of the scenario."""
    groups = base.groups
    known = dict(zip(groups.index.astype(str), groups.to_dict("records"), strict=True))
    added = {str(each.subject[0]): dict(each.columns) for each in scenario.steps if each.verb == "with_group"}
    about = {key: str(value) for key, value in {**known, **added}.get(group, {}).items() if not pd.isna(value)}
    name = cell_name(tuple(about.get(key, "") for key in ("service", "place", "target_group")))
    return name or group, about.get("unit", "")
