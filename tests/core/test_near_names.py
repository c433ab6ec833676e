"""A column called almost like one of ours, in every verb that takes columns; and columns that stand for themselves."""

import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import NearNameWarning
from socluster.core.near_names import near_name


def town():
    actors = pd.DataFrame({"actor": ["A", "B"], "sector": ["public", "civic"], "budget": [1, 2]})
    ties = pd.DataFrame({"source": ["A"], "target": ["B"]})
    return Cluster.from_tables(actors, ties, groups=pd.DataFrame({"group": ["g"]}))


@pytest.mark.parametrize(
    ("change", "said", "meant"),
    [
        (lambda c: c.with_actor("hub", sectr="civic"), "sectr", "sector"),
        (lambda c: c.with_actor("hub", bugdet=3), "bugdet", "budget"),
        (lambda c: c.with_attributes("A", levl="local"), "levl", "level"),
        (lambda c: c.with_group("h", dat="2016"), "dat", None),
        (lambda c: c.with_group("h", knd="event"), "knd", "kind"),
        (lambda c: c.with_ties("A", "B", layer="new", evidnce="documented"), "evidnce", "evidence"),
        (lambda c: c.with_affiliation("A", "g", wieght=2), "wieght", "weight"),
        (lambda c: sc.Scenario("s").with_actor("hub", sectr="civic").apply(c), "sectr", "sector"),
    ],
)
def test_a_slip_is_named(change, said, meant):
    if meant is None:  # the beginning of a word is no slip
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            change(town())
        return
    with pytest.warns(NearNameWarning, match=f"'{said}' became a column of its own; did you mean '{meant}'") as told:
        change(town())
    assert f"gal turėjote omenyje „{meant}“" in str(told[0].message.in_language("lt"))


@pytest.mark.parametrize("name", ["places", "name_lt", "needs", "offers", "sector", "budget", "staff", "sectors"])
def test_a_word_of_its_own_is_none(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        town().with_actor("hub", **{name: None})


def test_near_names():
    assert near_name("sektor", ["sector"]) == "sector"
    assert near_name("colour", ["sector", "kind"]) is None
