"""What lies between two clusters: all edits together make the other, some of them a cluster of their own."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.attribution.between import BetweenStates, Edit
from socluster.whatif.scenarios.scenario import Scenario


def everything(cluster):
    labels = cluster.labels
    return (
        Scenario("everything")
        .with_actor("hub", sector="public")
        .with_ties("hub", labels[:2], layer="referral", directed=True)
        .with_event("Forum", ["hub", labels[1]])
        .without_actor(labels[3])
        .with_merger(labels[4:6], into="both")
        .with_attributes(labels[2], sector="science")
    )


@pytest.mark.parametrize("name", ["knoke", "florentine", "norway_project", "care_reform"])
def test_all_edits_together_make_the_other_cluster(name):
    before = sc.load_dataset(name)
    after = everything(before).apply(before)
    between = BetweenStates(before, after)
    assert between.cluster(()) == before
    full = between.cluster(between.edits)
    assert set(full.labels) == set(after.labels)
    tables = after.to_tables()
    actors = tables.actors.set_index("actor").loc[list(full.labels)].reset_index()
    groups = tables.groups.set_index("group").loc[list(full.groups.index)].reset_index()
    same = Cluster.from_tables(
        actors,
        tables.ties,
        groups=groups,
        affiliations=tables.affiliations,
        unknown=tables.unknown,
        layers={layer: after.layers[layer] for layer in full.layers},
        name=before.name,
        info=before.info,
    )
    assert full == same
    back = BetweenStates(after, before)
    assert {edit.key for edit in back.edits} == {edit.key for edit in between.edits}


def test_edits_are_told_apart(town):
    after = (
        town.with_strength("A", "B", by=2).without_ties("C", "D").with_ties("B", "E").with_attributes("E", sector="x")
    )
    told = {(edit.what, edit.names, edit.how) for edit in BetweenStates(town, after).edits}
    assert told == {
        ("tie", ("tie", "A", "B"), "other"),
        ("tie", ("tie", "C", "D"), "gone"),
        ("tie", ("tie", "B", "E"), "new"),
        ("actor", ("E",), "other"),
    }


def test_some_of_the_edits_make_a_cluster_of_their_own(town):
    after = town.with_strength("A", "B", by=2).with_ties("B", "E")
    between = BetweenStates(town, after)
    one = [edit for edit in between.edits if edit.how == "new"]
    assert between.cluster(one) == town.with_ties("B", "E")


def test_unknown_dyads_are_known_once_their_tie_is():
    actors = pd.DataFrame({"actor": list("ABC")})
    ties, unknown = pd.DataFrame({"source": ["A"], "target": ["B"]}), pd.DataFrame({"source": ["B"], "target": ["C"]})
    before = Cluster.from_tables(actors, ties, unknown=unknown)
    after = Cluster.from_tables(actors, pd.concat([ties, unknown]))
    between = BetweenStates(before, after)
    assert len(between.cluster(()).unknown) == 1
    assert between.cluster(between.edits) == after


def test_directions_and_kinds_must_agree(town):
    one = town.with_layer("help", directed=True)
    other = town.with_ties("A", "E", layer="help")
    with pytest.raises(InputError, match="direction"):
        BetweenStates(one, other)
    with pytest.raises(InputError, match="kind"):
        BetweenStates(town.with_attributes("A", note=1), town.with_attributes("A", note="x"))


def test_an_edit_belongs_to_a_phase():
    """Who joins does so before any tie, who leaves does so after; what only changes goes with the ties."""
    hows = ("new", "other", "gone")
    assert [Edit("actor", ("A",), how).phase for how in hows] == [0, 1, 2]
    assert [Edit("tie", ("tie", "A", "B"), how).phase for how in hows] == [1, 1, 1]
    assert Edit("group", ("A",), "new").key != Edit("actor", ("A",), "new").key


def test_ties_that_other_draws_may_have_are_possible_edits_too(town):
    between = BetweenStates(town, town.with_ties("A", "E"))
    assert [edit.names for edit in between.edits] == [("tie", "A", "E")]
    assert {edit.names for edit in between.possible} == {("tie", "A", "E"), ("tie", "A", "B"), ("tie", "C", "D")}
