from functools import partial

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster, InputError, measure
from socluster.core.errors import ProjectionWarning
from socluster.measures.table import _Table


def uncertain(confidence, **columns):
    """A path A-B-C whose ties are as sure as said."""
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": confidence, **columns})
    return Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), ties)


# -- one cluster ------------------------------------------------------------------------------------------------------


def test_measures_of_actors_stand_side_by_side_in_the_order_given(kite):
    table = measure(kite, [sc.constraint, sc.degree, sc.components])
    assert table.columns.tolist() == ["constraint", "degree", "components"]
    assert table.index.equals(kite.actors.index)
    assert table["constraint"].equals(sc.constraint(kite))
    assert table["components"].equals(sc.components(kite))


def test_measures_of_the_whole_cluster_stand_below_each_other(kite):
    table = measure(kite, [sc.global_efficiency, sc.density])
    assert table.index.tolist() == ["global_efficiency", "density"]
    assert table.index.name == "measure"
    assert table["value"].tolist() == [sc.global_efficiency(kite), sc.density(kite)]


def test_one_measure_need_not_be_a_list(kite):
    assert measure(kite, sc.degree).equals(measure(kite, [sc.degree]))
    assert measure(kite, (each for each in [sc.degree])).equals(measure(kite, [sc.degree]))


def test_a_frame_contributes_its_columns(knoke):
    roles = partial(sc.brokerage_roles, group="sector")
    table = measure(knoke, [sc.degree, roles])
    expected = ["degree", "coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
    assert table.columns.tolist() == expected
    assert table[expected[1:]].equals(sc.brokerage_roles(knoke, group="sector"))


def test_a_partial_is_named_after_its_options(knoke):
    inverse = partial(sc.closeness, cost=np.reciprocal)
    nested = partial(partial(sc.degree, layer="money"), direction="in", normalized=False)
    by_code = partial(sc.ei_index, group=knoke.actors["code"])
    assert measure(knoke, [sc.degree, nested, inverse]).columns.tolist() == [
        "degree",
        "degree(layer=money, direction=in, normalized=False)",
        "closeness(cost=reciprocal)",
    ]
    assert measure(knoke, by_code).index.tolist() == ["ei_index(group=code)"]


def test_a_function_of_ones_own_is_a_measure(kite):
    def isolation(cluster):
        return 1 - sc.degree(cluster)

    class Reach:
        def __call__(self, cluster):
            return sc.closeness(cluster).sort_values()

    table = measure(kite, [isolation, Reach(), lambda cluster: sc.strength(cluster)])
    assert table.columns.tolist() == ["isolation", "Reach", "strength"]
    assert table["Reach"].tolist() == sc.closeness(kite).tolist()
    assert measure(kite, lambda cluster: cluster.n_ties).loc["<lambda>", "value"] == 18


def test_kinds_are_not_mixed(kite):
    with pytest.raises(InputError, match=r"whole cluster: density; these its actors: degree.*call measure\(\) once"):
        measure(kite, [sc.degree, sc.density])


def test_a_name_stands_once(kite, knoke):
    with pytest.raises(InputError, match="two measures give a column 'degree'"):
        measure(kite, [sc.degree, sc.degree])
    roles = [partial(sc.brokerage_roles, group=group) for group in ("sector", "partition3")]
    with pytest.raises(InputError, match="two measures give a column 'coordinator'"):
        measure(knoke, roles)


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("text", "'answer' must return a number, or a Series or DataFrame"),
        ([1] * 10, "'answer' must return a number"),
        (None, "'answer' must return a number"),
        (pd.Series(range(10)), "'answer' must return a row for every actor"),
        (pd.Series([1.0], index=["0"]), "'answer' must return a row for every actor"),
        (pd.DataFrame({"x": [1]}), "'answer' must return a row for every actor"),
    ],
    ids=["text", "list", "nothing", "other index", "some actors", "other frame"],
)
def test_other_results_are_refused(kite, result, message):
    def answer(cluster):
        return result

    with pytest.raises(InputError, match=message):
        measure(kite, [sc.degree, answer])


def test_an_error_says_which_measure_it_came_from(kite):
    def broken(cluster):
        return 1 / 0

    with pytest.raises(ZeroDivisionError) as caught:
        measure(kite, [sc.degree, broken])
    assert caught.value.__notes__ == ["this came from the measure 'broken'"]


def test_what_is_no_function_is_refused(kite):
    with pytest.raises(InputError, match="a measure is a function"):
        measure(kite, "degree")
    with pytest.raises(InputError, match="2 problems"):
        measure(kite, ["degree", sc.degree, 3])
    with pytest.raises(InputError, match="at least one measure"):
        measure(kite, [])


# -- draws ------------------------------------------------------------------------------------------------------------


def test_draws_give_median_and_range_for_every_actor():
    table = measure(uncertain([0.5, 1.0]), [sc.degree, sc.betweenness], draws=200, rng=1)
    assert table.columns.names == ["measure", "statistic"]
    statistics = ["median", "low", "high"]
    assert table.columns.tolist() == [(name, each) for name in ("degree", "betweenness") for each in statistics]
    assert table.index.tolist() == ["A", "B", "C"]
    assert table.loc["A", "degree"].tolist()[1:] == [0, 0.5]
    assert table.loc["C", "degree"].tolist() == [0.5, 0.5, 0.5]
    assert table.loc["B", "betweenness"].tolist()[1:] == [0, 1]


def test_draws_give_median_and_range_for_the_whole_cluster():
    table = measure(uncertain([0.9, 1.0]), [sc.density, sc.global_efficiency], draws=200, rng=1)
    assert table.columns.tolist() == ["median", "low", "high"]
    assert table.index.tolist() == ["density", "global_efficiency"]
    assert table.loc["density"].tolist() == pytest.approx([2 / 3, 1 / 3, 2 / 3])


def test_a_tie_is_drawn_as_often_as_it_is_sure():
    seen = []
    measure(uncertain([0.3, 1.0]), lambda cluster: seen.append(cluster.n_ties) or 0.0, draws=2000, rng=5)
    assert len(seen) == 2001  # a look at what it gives, then the draws
    assert np.mean(np.array(seen) - 1) == pytest.approx(0.3, abs=0.04)


def test_the_same_seed_gives_the_same_answer_and_another_another():
    cluster = uncertain([0.4, 0.6])
    first, same, other = (measure(cluster, sc.strength, draws=5, rng=rng) for rng in (3, np.random.default_rng(3), 4))
    assert first.equals(same)
    assert not first.equals(other)


def test_draws_of_a_tie_do_not_depend_on_other_ties():
    small = uncertain([0.5, 1.0])
    large = small.with_actor("D").with_ties("D", ["A", "B"], confidence=0.5)
    seen = {small: [], large: []}
    for cluster in (small, large):
        measure(cluster, lambda drawn: seen[cluster].append(drawn.matrix()[0, 1]) or 0.0, draws=50, rng=9)  # noqa: B023
    assert seen[small] == seen[large]
    assert len(set(seen[small])) == 2


def test_certain_ties_give_no_range(kite):
    table = measure(kite, sc.betweenness, draws=3, rng=1)
    for statistic in ("median", "low", "high"):
        assert table["betweenness", statistic].tolist() == sc.betweenness(kite).tolist()


def test_draws_in_which_a_value_is_undefined_are_left_out():
    table = measure(uncertain([0.5, 1.0]), sc.constraint, draws=100, rng=1)
    assert table.loc["A", "constraint"].tolist() == [1, 1, 1]
    never = measure(uncertain([0.0, 1.0]), sc.constraint, draws=10, rng=1)
    assert never.loc["A", "constraint"].isna().all()


def test_numbers_of_roles_can_be_drawn():
    cluster = uncertain([0.5, 1.0])
    roles = partial(sc.brokerage_roles, group=pd.Series(["x", "x", "x"], index=list("ABC")))
    table = measure(cluster, roles, draws=100, rng=1)
    assert table.loc["B", ("coordinator", "low")] == 0
    assert table.loc["B", ("coordinator", "high")] == 1


def test_a_membership_has_no_median(kite):
    with pytest.raises(InputError, match="'components' is not numeric"):
        measure(kite, sc.components, draws=2, rng=1)


def test_columns_must_be_there_in_every_draw():
    def by_ties(cluster):
        return pd.DataFrame({f"with {cluster.n_ties}": 1.0}, index=cluster.actors.index)

    with pytest.raises(InputError, match="is missing in some of the draws"):
        measure(uncertain([0.5, 1.0]), by_ties, draws=50, rng=1)


def test_affiliations_are_projected_before_the_draws():
    actors, groups = pd.DataFrame({"actor": list("ABC")}), pd.DataFrame({"group": ["x", "y"]})
    rows = [("A", "x", 1.0), ("B", "x", 0.5), ("B", "y", 1.0), ("C", "y", 1.0)]
    affiliations = pd.DataFrame(rows, columns=["actor", "group", "confidence"])
    cluster = Cluster.from_tables(actors, groups=groups, affiliations=affiliations)
    with pytest.warns(ProjectionWarning):
        table = measure(cluster, partial(sc.degree, normalized=False), draws=100, rng=1)
    assert table.loc["B"].tolist()[1:] == [1, 2]
    assert table.loc["C"].tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"draws": 10}, "rng must be a seed"),
        ({"rng": 1}, "rng has no effect without draws"),
        ({"draws": 0, "rng": 1}, "draws must be a whole number from 1 to"),
        ({"draws": 2.5, "rng": 1}, "draws must be a whole number"),
    ],
)
def test_draws_and_seed_belong_together(kite, options, message):
    with pytest.raises(InputError, match=message):
        measure(kite, sc.degree, **options)


def test_a_draw_that_loses_every_tie_is_not_projected_again():
    links = pd.DataFrame({"actor": list("abbc"), "group": list("xxyy"), "confidence": 0.5, "evidence": "assumed"})
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": list("abc")}), groups=pd.DataFrame({"group": list("xy")}), affiliations=links
    ).project()
    table = measure(cluster, [sc.degree], draws=50, rng=1)
    assert (table["degree", "low"] == 0).all()


def test_a_mapping_gives_the_names(kite):
    table = measure(kite, {"chosen": partial(sc.degree, direction="in"), "between": sc.betweenness})
    assert list(table.columns) == ["chosen", "between"]
    assert measure(kite, {"dense": sc.density}).loc["dense", "value"] == sc.density(kite)
    for wrong in ({"a": 3}, {sc.degree: 1}, {"": sc.degree}):
        with pytest.raises(InputError, match="a mapping gives measures names"):
            measure(kite, wrong)
    with pytest.raises(InputError, match="at least one measure"):
        measure(kite, {})


def test_what_a_measure_needs_is_said(kite):
    with pytest.raises(
        InputError, match=r"'brokerage_roles' needs group=; .*partial\(brokerage_roles, group='sector'\)"
    ):
        measure(kite, [sc.brokerage_roles])
    with pytest.raises(InputError, match=r"'ei_test' needs group=, rng="):
        measure(kite, [sc.ei_test])


def test_the_error_of_a_measure_is_that_of_its_least_exact_value(kite):
    of_actors = _Table(measure(kite, [sc.degree, sc.betweenness]), [("degree", sc.degree)])
    spreads = pd.DataFrame({"error": np.arange(20.0)})
    assert of_actors.errors(spreads) == {"degree": 9.0, "betweenness": 19.0}
    of_whole = _Table(measure(kite, [sc.density, sc.global_efficiency]), [("density", sc.density)])
    assert of_whole.errors(spreads[:2]) == {"density": 0.0, "global_efficiency": 1.0}
