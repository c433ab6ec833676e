"""A small town to try tie models on, one of each model, and how often ties are there over many draws."""

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.whatif.ties import (
    AnyOf,
    AtMost,
    Closure,
    Committee,
    Complement,
    DistanceDecay,
    LikeActor,
    Logit,
    Mixture,
    Preferential,
    Proximity,
    Rates,
    Scaled,
    Stated,
)

ACTORS = pd.DataFrame(
    [
        ("School", "public", "Kelmė", 40.0, "psychologist; lawyer", None),
        ("Clinic", "public", "Kelmė", 90.0, None, "psychologist"),
        ("NGO", "civic", "Šiauliai", 8.0, "psychologist", "volunteers"),
        ("Parish", "civic", "Joniškis", 5.0, None, "volunteers"),
        ("Firm", "private", "Šiauliai", 60.0, "volunteers", None),
        ("Court", "public", "Joniškis", 70.0, None, "lawyer"),
    ],
    columns=["actor", "sector", "place", "staff", "needs", "offers"],
)
TIES = pd.DataFrame(
    [
        ("School", "Clinic", 1.0),
        ("School", "NGO", 1.0),
        ("NGO", "Parish", 0.5),
        ("Clinic", "Firm", 1.0),
        ("Clinic", "Court", 1.0),
        ("NGO", "Firm", 1.0),
    ],
    columns=["source", "target", "confidence"],
)
ATTENDS = pd.DataFrame(
    [("School", "spring"), ("Clinic", "spring"), ("Clinic", "autumn"), ("NGO", "autumn"), ("Court", "winter")],
    columns=["actor", "group"],
)
KM = {"Kelmė": {"Šiauliai": 43, "Joniškis": 82}, "Šiauliai": {"Joniškis": 41}}
HUB = {"sector": "civic", "place": "Kelmė", "staff": 12.0, "needs": "lawyer", "offers": "psychologist"}


def town(*, directed=False, order=None, names=None):
    """The town; its actors in another order, or under other names."""
    actors, ties, attends = ACTORS, TIES, ATTENDS
    if names is not None:
        actors = actors.replace({"actor": names})
        ties, attends = ties.replace({"source": names, "target": names}), attends.replace({"actor": names})
    if order is not None:
        actors = actors.iloc[list(order)]
    groups = pd.DataFrame({"group": ["spring", "autumn", "winter"]})
    layers = {"tie": {"directed": directed}}
    return Cluster.from_tables(actors, ties, groups=groups, affiliations=attends, layers=layers, name="Town")


def with_hub(cluster):
    return cluster.with_actor("Hub", **HUB)


def models(names=None):
    """One model of each kind, and several of those that are made of others."""
    call = (names or {}).get
    school, ngo, parish, firm = (call(each, each) for each in ("School", "NGO", "Parish", "Firm"))
    stated = Stated({school: 0.5, parish: 0.25, firm: 1.0})
    return [
        stated,
        LikeActor(ngo, share=0.8, itself=0.3),
        Rates(by=["sector", "place"]),
        Rates(activity=0.8),
        Proximity(activity=0.5),
        Logit(match=["sector"], level=["staff"], firth=True),
        Proximity(neighbours={"Kelmė": ["Šiauliai"]}, same=0.6),
        DistanceDecay(KM, p0=0.7),
        Complement("needs", "offers", rate=0.5, otherwise=0.1),
        Committee({"spring": 0.5, "autumn": 1.0}, probability=0.4, further=0.5, elsewhere=0.8),
        Preferential(2.5, power=1.5),
        Closure(stated, 0.3),
        Closure(Rates(), 0.3, rounds=2),
        stated | Preferential(1),
        AnyOf([AtMost(stated, 1), Committee(["spring"], probability=0.5)]),
        Mixture({stated: 2, Preferential(2): 1}),
        Scaled(Rates(), 1.5),
        Scaled(Closure(stated, 0.3), 0.5),
        AtMost(Preferential(3), 2),
        AtMost(Closure(stated, 0.5), 2),
    ]


def expected(ties):
    """Average probability by (source, target)."""
    pairs = zip(ties.sources, ties.targets, strict=True)
    return dict(zip(pairs, ties.probabilities(None).tolist(), strict=True))


def frequencies(ties, draws=4000):
    """Share of the draws in which each possible tie is there."""
    there = np.zeros(len(ties.sources))
    rng = np.random.default_rng(2)
    for uniforms in np.random.default_rng(1).random((draws, len(there))):
        there += ties.realised(uniforms, rng)
    return there / draws


def fitted(model, *, directed=False, cluster=None):
    return expected(model.fit(cluster or with_hub(town(directed=directed)), "Hub", "tie"))


def to(model, **more):
    """Probabilities by the other end, in an undirected layer."""
    return {target: p for (_, target), p in fitted(model, **more).items()}
