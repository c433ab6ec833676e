"""What candidates cover of what is needed: needs and supply, as they are stated."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.scenarios.scenario import Scenario


@pytest.fixture
def region():
    return load_dataset("siauliai")


def hub(name, *groups):
    scenario = Scenario(name).with_actor(name, sector="public")
    return scenario.with_affiliation(name, list(groups), layer="attends") if groups else scenario


def test_who_is_there_already_is_the_base(region):
    supply = {"Venta care home": {"places": 24}, "Šaltinis children's home": {"places": 12}}
    goal = Coverage({"places": 501}, {**supply, "north": {"places": 60}, "south": {"places": 900}})
    problem = goal.problem(region, {"north": hub("north"), "south": hub("south")})
    assert problem.covered_before == 36
    assert problem.needed == 501
    assert problem.gain(["north"]) == 60
    assert problem.gain(["south"]) == 501 - 36


def test_a_need_may_be_a_place_and_a_service(region):
    goal = Coverage({("Kelmė", "case management"): 40}, {"north": [("Kelmė", "case management")]})
    assert goal.problem(region, {"north": hub("north")}).gain(["north"]) == 40


def test_groups_may_be_needs_and_affiliations_serve(region):
    candidates = {"north": hub("north", "Kelmė presentation"), "south": hub("south")}
    problem = Coverage(serves="attends").problem(region, candidates)
    assert problem.covered_before == region.n_groups  # every event was attended by somebody
    assert problem.gain(["north"]) == 0
    fresh = region.with_group("Kelmė forum")
    candidates = {"north": hub("north", "Kelmė forum")}
    assert Coverage().problem(fresh, candidates).gain(["north"]) == 1


def test_amounts_of_groups_come_from_a_column():
    actors = pd.DataFrame({"actor": ["a"]})
    groups = pd.DataFrame({"group": ["g", "h"], "persons": [30.0, 12.0]})
    links = pd.DataFrame({"actor": ["a"], "group": ["h"]})
    cluster = Cluster.from_tables(actors, groups=groups, affiliations=links)
    scenario = Scenario("new").with_actor("new").with_affiliation("new", "g")
    problem = Coverage("persons").problem(cluster, {"new": scenario})
    assert (problem.needed, problem.covered_before, problem.gain(["new"])) == (42, 12, 30)


def test_sentences_tell_amounts_and_the_caveat():
    goal = Coverage({"places": 501, "psychologists": 6}, {"a": ["places"]}, worth={"psychologists": 10})
    assert repr(goal).startswith("Coverage of 2 needs, 507 in all. A unit of psychologists counts 10. It counts what")
    assert goal.sentences("lt")[0] == "Aprėptis: 2 poreikiai, iš viso 507."
    assert Coverage().sentences()[0].startswith("Coverage of the groups")


@pytest.mark.parametrize(
    ("arguments", "more", "said"),
    [
        (({"x": 1},), {}, "both needs and who serves"),
        ((None, {"a": ["x"]}), {}, "both needs and who serves"),
        (({"x": -1}, {"a": ["x"]}), {}, "must be a number from 0"),
        (({"x": 1}, {"a": {"x": "all"}}), {}, "must be a number from 0"),
        (({"x": 1}, {"a": ["y"]}), {}, "is not a need"),
        (({}, {}), {}, "at least one need"),
        (({"x": 1}, {"a": 3}), {}, "mapping from name to amount"),
        (({"x": 1}, {"a": ["x"]}), {"capacity": {"a": -1}}, "must be a number from 0"),
    ],
)
def test_bad_coverage_is_named(arguments, more, said):
    with pytest.raises(InputError, match=said):
        Coverage(*arguments, **more)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (Coverage({"x": 1}, {"nroth": ["x"]}), "did you mean 'north'"),
        (Coverage({"x": 1}, {"north": ["x"]}, capacity={"sooth": 3}), "neither a candidate nor an actor"),
        (Coverage({"x": 1}, {"north": ["x"]}, worth={"y": 3}), "is not a need"),
        (Coverage(serves="attend"), "did you mean 'attends'"),
        (Coverage("persons"), "is not a column of the groups"),
    ],
)
def test_names_that_do_not_fit_the_cluster_are_named(region, goal, said):
    with pytest.raises(InputError, match=said):
        goal.problem(region, {"north": hub("north")})
