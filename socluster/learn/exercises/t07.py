"""Tutorial 07, a region as a case: coding reports, leaving out events, needs against supply, another region."""

from __future__ import annotations

import math
from typing import Any

from socluster.core.cluster import Cluster
from socluster.io.datasets import dataset_tables, load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.twomode.centrality import twomode_betweenness, twomode_degree
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import marked

__all__ = ["EXERCISES"]

EXPERT = "Regional expert Šiauliai"
OFFERS = {
    "city provider": (80, ("Šiauliai city M",)),
    "Kelmė provider": (50, ("Kelmė DM", "Radviliškis DM")),
    "Pakruojis provider": (60, ("Pakruojis DM", "Joniškis DM")),
    "Akmenė provider": (65, ("Akmenė DM", "Joniškis DM")),
}
REGIONAL = "regional provider"
REGIONAL_PLACES = 12.0  # in each municipality


def _named_at_follow_up() -> int:
    sizes = twomode_degree(load_dataset("siauliai"), mode="groups", normalized=False)
    return int(sizes["Šiauliai follow-up"])


def _events(*, in_region: bool) -> list[str]:
    groups = load_dataset("siauliai").groups
    held_there = groups["region"].eq("Šiauliai").fillna(value=False)
    return list(groups.index[held_there if in_region else ~held_there & groups["region"].notna()])


def _first(events: list[str]) -> str:
    cluster: Cluster = load_dataset("siauliai").select(groups=events)
    return str(twomode_betweenness(cluster).idxmax())


def _other_firsts() -> int:
    events = _events(in_region=True)
    return sum(_first([other for other in events if other != event]) != EXPERT for event in events)


def _places() -> tuple[int, int, int]:
    """Return how many places are needed, how many are there, and in how many homes."""
    tables = dataset_tables("siauliai")
    supply = tables["supply"]
    return int(tables["needs"]["at_least"][0]), int(supply["residents"].sum()), int(supply["homes"].sum())


def _further_homes() -> float:
    needed, there, homes = _places()
    return (needed - there) / (there / homes)


def _homes_from_nothing() -> int:
    needed, there, homes = _places()
    return math.ceil(needed / (there / homes))


def _gain(k: int = 3, *, spread: str = "population", regional: bool = False) -> float:
    """Return the places that the best k providers add, with the need spread by population or evenly."""
    needed, _, _ = _places()
    municipalities = dataset_tables("siauliai")["municipalities"].set_index("municipality")
    people = municipalities["population"].astype(float)
    shares = (needed * people / people.sum()).round() if spread == "population" else people * 0 + needed / len(people)
    serves: dict[str, Any] = {name: where for name, (_, where) in OFFERS.items()}
    if regional:
        serves[REGIONAL] = dict.fromkeys(people.index, REGIONAL_PLACES)
    existing = {"Venta care home": {"Akmenė DM": 24.0}, "Šaltinis children's home": {"Šiauliai city M": 12.0}}
    goal = Coverage(
        shares.to_dict(),
        {**existing, **serves},
        capacity={name: most for name, (most, _) in OFFERS.items()},
    )
    candidates = [Scenario(name).with_actor(name, sector="civic") for name in serves]
    plan = plan_partners(load_dataset("siauliai"), candidates, goals=goal, k=k)
    return float(plan.to_frame()["mean_total"].iloc[-1])


EXERCISES = (
    Exercise(
        "07.1",
        _named_at_follow_up,
        (
            Hint(lambda: _named_at_follow_up() + 1, marked("Did you code a row for what the report does not name?")),
            Hint(4, marked("The municipalities are one row each.")),
            Hint(5, marked("The municipalities are one row each.")),
            Hint(lambda: _named_at_follow_up() - 1, marked("Somebody named is missing: think also of who presented.")),
        ),
    ),
    Exercise(
        "07.2",
        _other_firsts,
        (
            Hint(
                lambda: len(_events(in_region=True)) - _other_firsts(),
                marked("In so many cases the expert stays first; the question asks for the others."),
            ),
            Hint(2, marked("That is what all eight reports give; use `region`, the four events of the region.")),
            Hint(
                lambda: len(_events(in_region=True)),
                marked("Look once more: without one of the events the expert is still first."),
            ),
        ),
    ),
    Exercise(
        "07.3",
        lambda: math.ceil(_further_homes()),
        (
            Hint(_homes_from_nothing, marked("So many for all places; part of the places are there already.")),
            Hint(lambda: math.floor(_further_homes()), marked("So many homes are not quite enough.")),
            Hint(_further_homes, marked("Part of a home is no home: give a whole number that suffices.")),
            Hint(lambda: _places()[0] - _places()[1], marked("These are places; the question asks for homes.")),
        ),
    ),
    Exercise(
        "07.4",
        lambda: _places()[1] + _gain(),
        (
            Hint(_gain, marked("That is what the three add; the question asks for all, those there already included.")),
            Hint(
                lambda: _places()[1] + _gain(spread="evenly"),
                marked("That is with the need spread evenly; here it follows population."),
            ),
            Hint(lambda: _places()[1] + _gain(4), marked("That is with all four; choose three.")),
            Hint(
                lambda: _places()[1] + _gain(regional=True),
                marked("That is the plan with the regional provider; it has withdrawn."),
            ),
        ),
    ),
    Exercise(
        "07.5",
        lambda: _first(_events(in_region=False)),
        (
            Hint("Telšiai DM", marked("It is at two events too, but at one of them it is the only one named.")),
            Hint(
                "Regional expert Marijampolė",
                marked("The expert of this region is named at one event only; let the measure decide, not the role."),
            ),
            Hint("MSSL", marked("The ministry is not named at these three events.")),
        ),
    ),
)
