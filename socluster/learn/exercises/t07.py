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
    return int(tables["needs"]["at_least"][0]), int(supply["places"].sum()), int(supply["homes"].sum())


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
            Hint(
                lambda: _named_at_follow_up() + 1,
                "Did you code a row for what the report does not name?",
                "Ar neužkodavote eilutės tam, ko pranešimas neįvardija?",
            ),
            Hint(4, "The municipalities are one row each.", "Kiekviena savivaldybė – atskira eilutė."),
            Hint(5, "The municipalities are one row each.", "Kiekviena savivaldybė – atskira eilutė."),
            Hint(
                lambda: _named_at_follow_up() - 1,
                "Somebody named is missing: think also of who presented.",
                "Trūksta vieno įvardyto: pagalvokite ir apie tą, kuris pristatė.",
            ),
        ),
    ),
    Exercise(
        "07.2",
        _other_firsts,
        (
            Hint(
                lambda: len(_events(in_region=True)) - _other_firsts(),
                "In so many cases the expert stays first; the question asks for the others.",
                "Tiek kartų ekspertas lieka pirmas; klausiama apie kitus atvejus.",
            ),
            Hint(
                2,
                "That is what all eight reports give; use `region`, the four events of the region.",
                "Tiek gaunama iš visų aštuonių pranešimų; imkite `region` – keturis regiono renginius.",
            ),
            Hint(
                lambda: len(_events(in_region=True)),
                "Look once more: without one of the events the expert is still first.",
                "Pažiūrėkite dar kartą: išmetus vieną iš renginių, ekspertas vis tiek pirmas.",
            ),
        ),
    ),
    Exercise(
        "07.3",
        lambda: math.ceil(_further_homes()),
        (
            Hint(
                _homes_from_nothing,
                "So many for all places; part of the places are there already.",
                "Tiek reikėtų visoms vietoms; dalis vietų jau yra.",
            ),
            Hint(
                lambda: math.floor(_further_homes()),
                "So many homes are not quite enough.",
                "Tiek namų dar truputį per mažai.",
            ),
            Hint(
                _further_homes,
                "Part of a home is no home: give a whole number that suffices.",
                "Dalis namo – dar ne namas: pateikite sveikąjį skaičių, kurio užtenka.",
            ),
            Hint(
                lambda: _places()[0] - _places()[1],
                "These are places; the question asks for homes.",
                "Tai vietos; klausiama, kiek namų.",
            ),
        ),
    ),
    Exercise(
        "07.4",
        lambda: _places()[1] + _gain(),
        (
            Hint(
                _gain,
                "That is what the three add; the question asks for all, those there already included.",
                "Tiek trys prideda; klausiama, kiek iš viso, kartu su tuo, kas jau yra.",
            ),
            Hint(
                lambda: _places()[1] + _gain(spread="evenly"),
                "That is with the need spread evenly; here it follows population.",
                "Taip būtų, jei poreikis pasiskirstęs po lygiai; čia – pagal gyventojus.",
            ),
            Hint(
                lambda: _places()[1] + _gain(4),
                "That is with all four; choose three.",
                "Tiek būtų su visais keturiais; rinkitės tris.",
            ),
            Hint(
                lambda: _places()[1] + _gain(regional=True),
                "That is the plan with the regional provider; it has withdrawn.",
                "Tai planas su regioniniu teikėju; jis atsisakė.",
            ),
        ),
    ),
    Exercise(
        "07.5",
        lambda: _first(_events(in_region=False)),
        (
            Hint(
                "Telšiai DM",
                "It is at two events too, but at one of them it is the only one named.",
                "Ji irgi minima dviejuose renginiuose, bet viename iš jų – tik ji viena.",
            ),
            Hint(
                "Regional expert Marijampolė",
                "The expert of this region is named at one event only; let the measure decide, not the role.",
                "Šio regiono ekspertas minimas tik viename renginyje; tegul sprendžia matas, o ne vaidmuo.",
            ),
            Hint(
                "MSSL",
                "The ministry is not named at these three events.",
                "Ministerija šiuose trijuose renginiuose neminima.",
            ),
        ),
    ),
)
