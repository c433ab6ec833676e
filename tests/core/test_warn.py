"""A warning names the line of the caller's own code, whichever of our functions stand between."""

import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SingleEventWarning

CLUSTER = sc.Cluster.from_tables(
    pd.DataFrame({"actor": list("abcd")}),
    pd.DataFrame({"source": list("ab"), "target": list("bc"), "confidence": [1, 0.5], "evidence": "assumed"}),
    unknown=pd.DataFrame({"source": ["a"], "target": ["d"]}),
)
MEETINGS = sc.Cluster.from_tables(
    pd.DataFrame({"actor": list("abc")}),
    groups=pd.DataFrame({"group": ["x"]}),
    affiliations=pd.DataFrame({"actor": list("abc"), "group": "x", "confidence": 0.5, "evidence": "assumed"}),
)
LEAVING = sc.Scenario("b leaves").without_actor("b")
CALLS = {
    "a measure": lambda: sc.density(CLUSTER),
    "measure": lambda: sc.measure(CLUSTER, [sc.density]),
    "measure of layers": lambda: sc.layer_overlap(CLUSTER),
    "measure with draws": lambda: sc.measure(MEETINGS, [sc.density], draws=3, rng=1),
    "compare": lambda: sc.compare(MEETINGS, LEAVING, measures=[sc.density], draws=3, rng=1),
    "two-mode": lambda: sc.twomode_density(MEETINGS),
    "projection": lambda: MEETINGS.project(),
    "a function of one's own": lambda: sc.measure(CLUSTER, lambda c: pd.Series(sc.degree(c), name="own")),
}


@pytest.mark.parametrize("call", CALLS)
def test_it_names_this_file(call):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        CALLS[call]()
    assert told
    assert {each.filename for each in told} == {__file__}
    assert {each.category.__module__ for each in told} == {"socluster.core.errors"}


def test_a_warning_keeps_its_values_for_the_other_language():
    town = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abc")}),
        groups=pd.DataFrame({"group": ["x"]}),
        affiliations=pd.DataFrame({"actor": list("abc"), "group": "x"}),
    )
    with pytest.warns(SingleEventWarning) as told:
        town.project()
    warning = told[0].message
    assert str(warning).startswith("'x' ties each of its 3 members to all others (the only one with several members)")
    assert str(warning.in_language("lt")).startswith("grupė „x“ kiekvieną iš savo dalyvių (3) susieja su visais kitais")
    assert "tik joje yra daugiau nei vienas dalyvis" in str(warning.in_language("lt"))
