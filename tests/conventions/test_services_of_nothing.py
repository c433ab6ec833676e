"""Try to get a confident sentence out of no clients, one place, one rank, one goal or no path, in both languages.

Answers and their pictures say that there is nothing to say, and why.
"""

import pandas as pd
import pytest

import socluster as sc
from tests.development.chains.towns import chain
from tests.measures.services.offering import offering

HOW = {"steps": ["school", "psychologist"], "service_rate": 10, "horizon": 1, "draws": 3, "rng": 1}
STRANDED = chain({"S": None, "P": 0}, []).with_columns(servers={"P": 1}, partial=True)
DESK = chain({"S": None, "P": 0}, ["S P"]).with_columns(servers={"P": 1}, partial=True)
CARE = offering(("A", "K", "care", 5.0))

NOBODY_COMES = ("No client comes", "Neateina nė vienas klientas")
ONE_PLACE = ("All people are in one place", "Visi žmonės yra vienoje vietoje")
ONE_RANK = ("All people are of one rank", "Visi žmonės yra vienoje eilės vietoje")
OUT_OF_REACH = ("Nothing is within reach of V", "Nieko nepasiekiama iš: V")

NOTHING = {
    "delay": (lambda: sc.queues.delay(0, 10, 2), NOBODY_COMES),
    "loss": (lambda: sc.queues.loss(0, 10, 2), NOBODY_COMES),
    "abandonment": (lambda: sc.queues.abandonment(0, 10, 2, 1), NOBODY_COMES),
    "transient": (lambda: sc.queues.transient(0, 10, 2, horizon=1, start=0), NOBODY_COMES),
    "priorities": (lambda: sc.queues.priorities([0, 0], 10, 2), NOBODY_COMES),
    "network": (lambda: sc.queues.network([0, 0], [[0, 1], [0, 0]], [1, 1], [1, 1]), NOBODY_COMES),
    "clients": (lambda: sc.simulate_clients(DESK, demand=0, **HOW), NOBODY_COMES),
    "no path": (
        lambda: sc.simulate_clients(STRANDED, demand=9, **HOW),
        ("found nobody to go to: no tie leads on", "nerado į ką kreiptis: joks ryšys neveda toliau"),
    ),
    "inequality of one place": (lambda: sc.inequality({"a": 3}), ONE_PLACE),
    "inequality where one place is inhabited": (lambda: sc.inequality({"a": 3, "b": 1}, weights=[2, 0]), ONE_PLACE),
    "concentration in one place": (lambda: sc.concentration({"a": 3}, rank=[1]), ONE_RANK),
    "concentration of one rank": (lambda: sc.concentration({"a": 3, "b": 1}, rank=[1, 1]), ONE_RANK),
    "concentration of inhabitants of one rank": (
        lambda: sc.concentration({"a": 3, "b": 1}, rank=[1, 2], weights=[5, 0]),
        ONE_RANK,
    ),
    "access": (
        lambda: sc.access(CARE, population={"V": 9}, distances={("V", "K"): 99}, bands={10: 1}),
        OUT_OF_REACH,
    ),
    "composition": (
        lambda: sc.composition_ranges(total=5, categories=5),
        ("one composition is possible", "galima viena sudėtis"),
    ),
    "one goal": (
        lambda: sc.collective_choice({"x": "A"}),
        ("With one goal alone there is nothing to choose", "Kai tikslas vienas"),
    ),
    "one order": (
        lambda: sc.collective_choice({"x": "A > B"}),
        ("what one prefers, not what many agree on", "o ne dėl ko sutaria daugelis"),
    ),
}
CLAIMS = (
    "on average", "would have to be elsewhere", "neither end of the order", "majority", "equally likely", "per 1000",
    "Priorities shorten", "vidutinis klientų laukimas", "nė vienas eilės galas", "turėtų būti kitur", "dauguma",
    "vienodai tikėtinos",
)  # fmt: skip


@pytest.mark.parametrize("name", NOTHING)
def test_it_claims_nothing(name):
    ask, expected = NOTHING[name]
    found = ask()
    for language, said in zip(("en", "lt"), expected, strict=True):
        text = " ".join(found.sentences(language))
        assert said in text
        assumed = ("Assumed", "Prielaida", "Prielaida:")
        told = " ".join(each for each in found.sentences(language) if not each.startswith(assumed))
        assert [claim for claim in CLAIMS if claim.lower() in told.lower()] == []


@pytest.mark.parametrize("name", [name for name in NOTHING if name not in ("no path", "access")])
def test_its_picture_claims_nothing(name):
    ask, expected = NOTHING[name]
    found = ask()
    for language, said in zip(("en", "lt"), expected, strict=True):
        assert said in found.plot(language=language).layout.title.text.replace(" <br>", " ")


def test_the_picture_of_clients_who_find_nobody_says_so():
    assert sc.simulate_clients(STRANDED, demand=9, **HOW).plot().layout.title.text.startswith("No client is served")


def test_the_pictures_of_nothing_are_drawn():
    nobody = pd.DataFrame({"actor": ["A", "B"]})
    vacant = sc.Cluster.from_tables(nobody).with_group("g", kind="service", service="care", place="K")
    for found in (
        sc.run_chart([]),
        sc.coverage(vacant, needs={}),
        sc.service_overlap(vacant),
        sc.service_matrix(vacant),
        sc.incubate(sc.Cluster.from_tables(nobody), events={}, draws=2, rng=1),
    ):
        for language in ("en", "lt"):
            assert found.plot(language=language).layout.title.text.strip()
