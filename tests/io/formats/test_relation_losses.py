from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from socluster.core.tables import Tables
from socluster.io.formats import dl, pajek, ucinet
from socluster.io.formats.relation_losses import common_losses
from tests.io.formats.network_samples import TEXT, actor_table, assert_same_network, text

MODULES = {pajek: "x.net", dl: "x.dl", ucinet: "x.##h"}


def losses(tables: Tables, **options: bool) -> list[str]:
    return [*map(str, common_losses(tables, **{"keeps_name": False, "keeps_unknown": True, **options}))]


def test_columns_that_say_something_are_named(layered):
    ties = layered.ties.assign(confidence=0.5, evidence="documented", since=[2001.0, None, None, None, None])
    actors = actor_table(sector=["civic"] + [None] * 5, kind=[""] * 6)
    assert losses(replace(layered, actors=actors, ties=ties)) == [
        "of the actors: sector",
        "of the ties: confidence, evidence, since",
    ]


def test_groups_beside_ties_are_named(layered, two_mode):
    both = replace(
        layered,
        groups=two_mode.groups,
        affiliations=two_mode.affiliations,
        layers={**layered.layers, **two_mode.layers},
    )
    assert losses(both) == [
        "2 groups and 3 affiliations (a file holds either ties or affiliations)",
        "the layers affiliation",
    ]


def test_name_information_scale_and_meaning(layered):
    layers = {**layered.layers, "empty": {"directed": False, "scale": "frey", "meaning": None}}
    given = replace(layered, name="Šiauliai", info={"title": "T", "note": ""}, layers=layers)
    assert losses(given) == [
        "of the layers: empty: scale",
        "the name of the cluster (Šiauliai)",
        "the information about the cluster: title",
    ]
    assert losses(given, keeps_name=True)[1] == "the information about the cluster: title"


def test_layers_of_ties_and_unknown_ties_beside_affiliations(two_mode, layered):
    given = replace(two_mode, unknown=layered.unknown.head(1), layers={**two_mode.layers, **layered.layers})
    assert losses(given) == [
        "the layers nukreipimas, 1, „info“",
        "unknown: 1 tie (will look like no tie)",
    ]


def test_a_single_wave_loses_its_name_only(layered):
    assert losses(replace(layered, ties=layered.ties.assign(wave="2020"), unknown=None)) == ["the wave"]


@pytest.fixture
def waved() -> Tables:
    ties = pd.DataFrame(
        {
            "source": text(["a", "a", "b"]),
            "target": text(["b", "b", "a"]),
            "layer": text(["x", "x", "y"]),
            "weight": [1.0, 2.0, 3.0],
            "wave": text(["2020", "2021", "2021"]),
        }
    )
    layers = {"x": {"directed": False}, "y": {"directed": False}}
    return Tables(pd.DataFrame({"actor": text(["a", "b"])}), ties, layers=layers)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_several_waves_become_layers(tmp_path, waved, module):
    assert [*map(str, module.losses(waved))] == [
        "the waves as such (each becomes a layer: x becomes x (2020), x (2021))"
    ]
    module.write(waved, tmp_path / MODULES[module])
    back = module.read(tmp_path / MODULES[module])
    split = waved.ties.assign(layer=pd.array(["x (2020)", "x (2021)", "y"], dtype=TEXT)).drop(columns="wave")
    layers = {name: {"directed": False} for name in ("x (2020)", "x (2021)", "y")}
    assert_same_network(back, Tables(waved.actors, split, layers=layers))


def test_wave_names_avoid_layers_that_exist(waved):
    taken = replace(waved, layers={**waved.layers, "x (2020)": {"directed": False}})
    assert losses(taken) == ["the waves as such (each becomes a layer: x becomes x (2020)', x (2021))"]
