"""Losses of one actor and of two: by hand, by networkx, and recomputed without the actors."""

import itertools

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError, ProjectionWarning, UncertainTiesWarning
from socluster.whatif.leaving import losses as module
from socluster.whatif.leaving.losses import losses
from tests.examples import examples
from tests.whatif.leaving.leaving_samples import (
    KINDS,
    LABELS,
    REFERRALS,
    broken,
    cluster_of,
    few,
    graph_of,
    small_clusters,
)


def components(cluster):
    graph = graph_of(cluster)
    return (
        nx.number_weakly_connected_components(graph) if graph.is_directed() else nx.number_connected_components(graph)
    )


def literal_row(cluster, gone):
    without = cluster.without_actor(gone)
    row = {
        "ties": cluster.n_ties - without.n_ties,
        "components": components(without),
        "more_components": components(without) - components(cluster),
        **{kind: len(lost) for kind, lost in broken(cluster, gone).items()},
    }
    if len(gone) == 2:
        alone = [broken(cluster, [each]) for each in gone]
        for kind, lost in broken(cluster, gone).items():
            row[f"beyond_{kind}"] = len(lost - alone[0][kind] - alone[1][kind])
    return row


def test_one_actor_at_a_time_by_hand():
    frame = losses(REFERRALS).to_frame()
    assert frame.index.name == "actor"
    assert list(frame) == ["ties", "components", "more_components", *KINDS]
    assert frame.dtypes.unique().tolist() == [np.dtype("int64")]
    assert frame.index.tolist() == ["Office", "Shelter", "Bureau", "Clinic", "School"]  # the worst first, then by name
    assert frame.loc["Office"].tolist() == [3, 2, 1, 3, 2, 0, 1]  # the school reaches nobody, hence no service
    assert frame.loc["Shelter"].tolist() == [2, 1, 0, 0, 4, 1, 0]  # help is gone for the four who reached it
    assert frame.loc["Clinic"].tolist() == [2, 1, 0, 0, 0, 0, 0]  # the bureau stands in


def test_what_two_break_only_together():
    frame = losses(REFERRALS, order=2).to_frame()
    assert frame.index.names == ["actor", "other"]
    assert frame.index[0] == ("Clinic", "Bureau")
    worst = frame.loc[("Clinic", "Bureau")]
    assert worst[KINDS].tolist() == [2, 4, 1, 1]  # school and office: no shelter, no help, no advice
    assert worst[[f"beyond_{kind}" for kind in KINDS]].tolist() == [2, 4, 1, 1]
    assert worst["ties"] == 4
    others = frame.drop(("Clinic", "Bureau")).filter(like="beyond")
    assert others.loc[("Office", "Shelter")].tolist() == [0, 0, 0, 2]  # clinic and bureau are left to themselves
    assert others.to_numpy().sum() == 2


def test_names_of_what_breaks():
    found = losses(REFERRALS, order=2).what_breaks("Clinic", "Bureau")
    rows = found.fillna("-").apply(tuple, axis="columns").tolist()
    assert rows == [
        ("broken_pairs", "School", "Shelter"),
        ("broken_pairs", "Office", "Shelter"),
        ("chains", "School", "advice"),
        ("chains", "School", "help"),
        ("chains", "Office", "advice"),
        ("chains", "Office", "help"),
        ("services", "-", "advice"),
        ("isolated", "Shelter", "-"),
    ]


def test_a_layer_a_choice_of_actors_and_what_is_worst():
    knoke = sc.load_dataset("knoke")
    public = losses(knoke, layer="information", actors={"sector": "public"})
    assert sorted(public.to_frame().index) == ["COUN", "EDUC", "MAYR", "WELF"]
    pairs = losses(knoke, order=2, actors=["COUN", "EDUC", "MAYR"]).to_frame()
    assert set(pairs.index) == {("COUN", "EDUC"), ("COUN", "MAYR"), ("EDUC", "MAYR")}
    assert public.worst(1, by="ties").index.tolist() == ["MAYR"]
    assert len(public.worst(2)) == 2


@few
@given(small_clusters())
def test_losses_are_those_of_the_cluster_without_the_actor(cluster):
    frame = losses(cluster).to_frame()
    assert sorted(frame.index) == sorted(cluster.labels)
    for actor in cluster.labels:
        assert frame.loc[actor].to_dict() == literal_row(cluster, [actor])


@settings(max_examples=examples(8, 24), deadline=None)
@given(small_clusters())
def test_losses_of_pairs_are_those_of_the_cluster_without_both(cluster):
    found = losses(cluster, order=2)
    frame = found.to_frame()
    assert set(frame.index) == set(itertools.combinations(cluster.labels, 2))
    for pair in frame.index:
        assert frame.loc[pair].to_dict() == literal_row(cluster, list(pair))
    for pair in frame.index[:2]:
        named = found.what_breaks(*pair)
        for kind, lost in broken(cluster, list(pair)).items():
            rows = named.loc[named["what"] == kind, ["source", "target"]].to_numpy().tolist()
            assert {tuple(each for each in row if isinstance(each, str)) for row in rows} == lost


def test_losses_that_break_as_much_stand_in_the_order_of_the_alphabet():
    ring = pd.DataFrame({"source": list("ZšBY"), "target": list("šBYZ")})
    actors = pd.DataFrame({"actor": list("ZšBYS")})
    for order in ([0, 1, 2, 3, 4], [4, 2, 0, 3, 1]):
        cluster = sc.Cluster.from_tables(actors.iloc[order], ring)
        assert losses(cluster).to_frame().index.tolist() == ["B", "Y", "š", "Z", "S"]
        pairs = losses(cluster, order=2).to_frame().index
        assert [set(each) for each in pairs[:2]] == [{"B", "Z"}, {"Y", "š"}]


@few
@given(small_clusters())
def test_who_has_no_ties_breaks_no_path(cluster):
    frame = losses(cluster.with_actor("alone")).to_frame()
    assert frame.loc["alone", ["ties", *KINDS]].tolist() == [0, 0, 0, 0, 0]


@few
@given(small_clusters(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    order = list(cluster.labels)
    random.shuffle(order)
    names = {actor: f"n{place}" for place, actor in enumerate(order)}
    tables = cluster.to_tables()
    renamed = sc.Cluster.from_tables(
        pd.DataFrame({"actor": [names[actor] for actor in order]}, dtype=object),
        tables.ties.replace({"source": names, "target": names}),
        groups=tables.groups,
        affiliations=tables.affiliations.replace({"actor": names}),
        layers=tables.layers,
    )
    before, after = (losses(each).to_frame() for each in (cluster, renamed))
    assert after.sort_index().equals(before.rename(index=names).sort_index())
    before, after = (losses(each, order=2).to_frame() for each in (cluster, renamed))
    pairs = [frozenset(names[each] for each in pair) for pair in before.index]
    expected = dict(zip(pairs, before.to_numpy().tolist(), strict=True))
    assert {frozenset(pair): row for pair, row in zip(after.index, after.to_numpy().tolist(), strict=True)} == expected


@pytest.mark.parametrize("name", ["florentine", "karate", "kite"])
def test_cutpoints_are_those_who_break_pairs(name):
    cluster = sc.load_dataset(name)
    graph = graph_of(cluster)
    frame = losses(cluster).to_frame()
    assert set(frame.index[frame["broken_pairs"] > 0]) == set(nx.articulation_points(graph))
    removal = sc.removal(cluster).loc[frame.index]
    assert frame["broken_pairs"].tolist() == removal["broken_pairs"].tolist()
    assert frame["components"].tolist() == removal["components"].tolist()


def test_more_than_one_word_of_bits_and_more_than_one_run(monkeypatch):
    graph = nx.gnm_random_graph(90, 110, seed=5)
    cluster = sc.as_cluster(nx.relabel_nodes(graph, {place: f"a{place:02}" for place in graph}))
    whole = losses(cluster, order=2, actors=list(cluster.labels[:12])).to_frame()
    monkeypatch.setattr("socluster._kernels.losing.losses.WORDS", 500)
    parts = losses(cluster, order=2, actors=list(cluster.labels[:12])).to_frame()
    assert parts.equals(whole)
    for pair in whole.index[:6]:
        assert whole.loc[pair].to_dict() == literal_row(cluster, list(pair))


def test_a_cluster_of_affiliations_is_projected_and_keeps_its_groups():
    siauliai = sc.load_dataset("siauliai")
    with pytest.warns(ProjectionWarning):
        frame = losses(siauliai).to_frame()
    assert frame.equals(losses(siauliai.project()).to_frame())
    assert frame.loc["Telšiai DM", "services"] == 1  # the only one at the round table of its region


def test_uncertain_ties_are_counted_with_a_warning():
    cluster = cluster_of("ABC", ["AB"]).with_ties("B", "C", layer="referral", confidence=0.5)
    with pytest.warns(UncertainTiesWarning):
        found = losses(cluster)
    assert found.to_frame().loc["B", "broken_pairs"] == 1
    assert "1 uncertain tie was counted as if it existed." in found.sentences()


def test_bad_input_is_named():
    with pytest.raises(InputError, match=r"did you mean 'Office'"):
        losses(REFERRALS, actors=["Ofice", "Clinic"])
    with pytest.raises(InputError, match="order must be 1"):
        losses(REFERRALS, order=3)
    with pytest.raises(InputError, match=r"did you mean 'referral'"):
        losses(REFERRALS, layer="referal")
    with pytest.raises(InputError, match=r"did you mean 'provides'"):
        losses(REFERRALS, provides="provide")
    with pytest.raises(InputError, match="10 pairs of actors to compute, more than the limit of 3; state with actors="):
        losses(REFERRALS, order=2, limit=3)
    with pytest.raises(InputError, match="by must be one of"):
        losses(REFERRALS).worst(2, by="tie")
    with pytest.raises(InputError, match=r"did you mean 'Clinic'"):
        losses(REFERRALS).what_breaks("Clinik")


def test_the_limit_follows_the_work(monkeypatch):
    monkeypatch.setattr(module, "WORK", 0)
    graph = nx.path_graph(60)
    cluster = sc.as_cluster(nx.relabel_nodes(graph, {place: f"a{place}" for place in graph}))
    with pytest.raises(InputError, match="1\xa0770 pairs of actors to compute, more than the limit of 1\xa0000"):
        losses(cluster, order=2)
    assert len(losses(cluster, order=2, limit=1770).to_frame()) == 1770


def test_nobody_and_one():
    for n in (0, 1):
        assert len(losses(cluster_of(LABELS[:n], [])).to_frame()) == n
        assert losses(cluster_of(LABELS[:n], []), order=2).to_frame().shape == (0, 11)


def test_sentences():
    assert losses(REFERRALS).sentences() == [
        "What if one actor were lost? (5 actors, 5 ties; paths run over all layers.)",
        "Without Office, 3 ties are lost; the others fall into 2 components (now 1); "
        "3 ways from one of the others to another are cut; 2 chains to advice and help break; "
        "left without ties: School.",
        "Without Shelter, 2 ties are lost; 4 chains to help break; nobody is left for help.",
        "2 of 5 losses break something for the others.",
        "A chain leads from an actor along ties to somebody in a group (a service, an event).",
        "These are structural losses: others may step in, and a connected cluster need not work. "
        "Structure is not effectiveness.",
    ]
    assert repr(losses(REFERRALS)) == "\n".join(losses(REFERRALS).sentences())


def test_sentences_about_pairs_in_both_languages():
    found = losses(REFERRALS, order=2, layer="referral")
    english, lithuanian = found.sentences(), found.sentences("lt")
    assert english[1].startswith(
        "Without Clinic and Bureau together, 4 ties are lost; the others fall into 2 components"
    )
    assert "nobody is left for advice, only because both are gone" in english[1]
    assert english[2].endswith("left without ties: School, Clinic and Bureau, 2 of them only because both are gone.")
    assert english[3] == "2 of 10 pairs break more than the two break one at a time."
    assert "keliai eina sluoksniu „nukreipimas“" in lithuanian[0]
    assert lithuanian[1].startswith("Jei kartu pasitraukia Clinic ir Bureau: prarandami 4 ryšiai; ")
    assert len(lithuanian) == len(english)


def test_sentences_when_nothing_breaks():
    whole = cluster_of("ABCD", itertools.combinations("ABCD", 2))
    assert losses(whole).sentences()[1] == (
        "None of 4 losses cuts a way between others, breaks a chain to a group, ends a service or leaves anybody "
        "without ties."
    )
    assert losses(whole, order=2).sentences()[1] == "None of 6 pairs breaks more than the two break one at a time."


def test_it_says_that_losses_are_no_places_where_services_are_offered():
    ties = pd.DataFrame({"source": ["A"], "target": ["B"]})
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties)
    assert not any("how much is offered" in said for said in losses(town).sentences())
    town = town.with_group("help", kind="service").with_affiliation("A", "help", layer="provides", weight=25)
    assert any("not how much is offered" in said for said in losses(town).sentences())
    assert any("o ne tai, kiek" in said for said in losses(town).sentences("lt"))


def test_five_losses_are_the_worst_unless_told_otherwise():
    found = losses(sc.load_dataset("kite"))
    assert found.worst().equals(found.to_frame().head(5))
    assert len(found.worst(2)) == 2
