import copy
import functools
import pickle
from dataclasses import replace

import networkx
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import ImmutableError, InputError, SingleEventWarning
from socluster.io.datasets import load_dataset


def frame(columns, *rows):
    return pd.DataFrame(list(rows), columns=columns.split())


@pytest.fixture
def town():
    return Cluster.from_tables(
        frame(
            "actor sector staff",
            ("School", "public", 12),
            ("Clinic", "public", None),
            ("NGO", "civic", 3),
            ("Firm", None, 0),
        ),
        frame(
            "source target layer weight confidence evidence",
            ("School", "Clinic", "referral", 2, 1, "documented"),
            ("Clinic", "School", "referral", 1, 1, "reported"),
            ("Clinic", "NGO", "referral", 3, 0.5, "assumed"),
            ("School", "NGO", "contact", 1, 1, "reported"),
        ),
        layers={"referral": {"directed": True}},
        name="Miestelis",
    )


def test_matrix_adds_layers_up_and_mirrors_undirected_ties(town):
    assert town.matrix("referral").toarray().tolist() == [[0, 2, 0, 0], [1, 0, 3, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert town.matrix("contact").toarray().tolist() == [[0, 0, 1, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    assert town.matrix().toarray().tolist() == [[0, 2, 1, 0], [1, 0, 3, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    assert set(town.matrix(weights="binary").data) == {1.0}


def test_unknown_layer_is_named_with_the_nearest(town):
    with pytest.raises(InputError, match=r"did you mean 'referral'"):
        town.matrix("referal")


def test_repr_answers_the_first_four_questions(town):
    assert repr(town) == (
        "<Cluster 'Miestelis': 4 actors (2 public, 1 civic), 4 ties (3 referral, directed; 1 contact, undirected), "
        f"1 isolate, 2 reported, 1 documented, 1 assumed, fingerprint {town.fingerprint}>"
    )


def test_html_card_escapes_what_the_data_say():
    cluster = Cluster.from_tables(frame("actor sector", ("a", "<b>x</b>")), name="<script>alert(1)</script>")
    card = cluster._repr_html_()
    assert "<script>" not in card
    assert "&lt;script&gt;" in card
    assert "&lt;b&gt;" in card


def test_equality_is_by_content_and_ties_have_no_order(town):
    tables = town.to_tables()
    shuffled = Cluster.from_tables(
        tables.actors, tables.ties.sample(frac=1, random_state=1), layers=tables.layers, name=town.name
    )
    assert shuffled == town
    assert hash(shuffled) == hash(town)
    assert shuffled.fingerprint == town.fingerprint
    assert town != town.renamed("other")
    assert town != "town"


def test_order_of_actors_is_content(town):
    tables = town.to_tables()
    turned = Cluster.from_tables(tables.actors[::-1], tables.ties, layers=tables.layers, name=town.name)
    assert turned != town
    assert turned.labels == town.labels[::-1]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))])
def test_copies_are_equal_and_frozen(town, copied):
    twin = copied(town)
    assert twin == town
    with pytest.raises(ValueError, match="read-only"):
        twin.parts.ties.rest["weight"].values[0] = 9


def test_what_is_kept_is_made_once_and_stays_with_its_cluster(town):
    made = []

    def make():
        made.append(1)
        return len(made)

    assert [town.kept("how many", make) for _ in range(3)] == [1, 1, 1]
    assert town.renamed("other").kept("how many", make) == 2
    assert pickle.loads(pickle.dumps(town)).kept("how many", make) == 3


def test_the_shared_matrix_is_one_and_cannot_be_written_to(town):
    shared = town.shared_matrix()
    assert shared is town.shared_matrix(None, "strength")
    assert shared is not town.shared_matrix(weights="binary")
    assert (shared.toarray() == town.matrix().toarray()).all()
    for array in (shared.data, shared.indices, shared.indptr):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 9


def test_the_inner_face_cannot_be_replaced(town):
    with pytest.raises(ImmutableError):
        town.parts = None


def test_nothing_handed_out_can_change_the_cluster(town):
    before = town.fingerprint
    for handed in (town.actors, town.ties, town.groups, town.affiliations, town.unknown):
        handed["new"] = 1
        handed.iloc[:, 0] = None
    town.matrix().data[:] = 99
    town.info["title"] = "x"
    town.layers.clear()
    tables = town.to_tables()
    tables.ties.loc[:, "weight"] = -1
    for column in (*town.parts.actors.values(), *town.parts.ties.rest.values()):
        with pytest.raises(ValueError, match="WRITEABLE"):
            column.values.flags.writeable = True
    again = Cluster._from(town.to_tables())
    assert again.fingerprint == before == town.parts.digest()[:12]


def test_attributes_cannot_be_set_or_deleted(town):
    with pytest.raises(ImmutableError, match="never changes"):
        town.name = "x"
    with pytest.raises(ImmutableError):
        del town.parts
    with pytest.raises(ImmutableError):
        town.anything = 1


def test_length_is_refused_but_a_cluster_is_true(town):
    with pytest.raises(InputError, match="n_actors"):
        len(town)
    assert bool(Cluster.from_tables(frame("actor")))


def test_frames_have_stable_dtypes(town):
    actors, ties = town.actors, town.ties
    assert actors.index.name == "actor"
    assert actors["sector"].tolist()[:3] == ["public", "public", "civic"]
    assert pd.isna(actors.loc["Firm", "sector"])
    assert actors["staff"].dtype == np.float64  # a gap made it a float before we met it
    assert list(ties.columns[:8]) == ["source", "target", "layer", "weight", "confidence", "evidence", "ref", "wave"]


def test_verbs_are_inverse(town):
    assert town.with_actor("Hub", sector="public").without_actor("Hub") == town
    with_tie = town.with_ties("Firm", ["School", "NGO"], layer="contact")
    assert with_tie.n_ties == 6
    assert with_tie.without_ties("Firm", layer="contact") == town
    assert town.n_actors == 4


def test_verbs_refuse_what_is_not_there(town):
    with pytest.raises(InputError, match="did you mean 'Clinic'"):
        town.without_actor("Clinik")
    with pytest.raises(InputError, match="did you mean 'School'"):
        town.with_ties("Firm", "Schol")
    with pytest.raises(InputError, match="stands already"):
        town.with_actor("Firm")
    with pytest.raises(InputError, match="no such tie"):
        town.without_ties("NGO", "Clinic", layer="referral")
    with pytest.raises(InputError, match="say which ties"):
        town.without_ties()


def test_without_ties_takes_either_end_of_an_undirected_tie_but_the_source_of_a_directed_one(town):
    assert town.without_ties("NGO", "School", layer="contact").n_ties == 3
    assert town.without_ties("School", "Clinic").ties["source"].tolist() == ["Clinic", "Clinic", "School"]


def test_new_layer_is_directed_only_if_said(town):
    assert not town.with_ties("Firm", "NGO", layer="new").layers["new"].directed
    assert town.with_ties("Firm", "NGO", layer="new", directed=True).layers["new"].directed
    with pytest.raises(InputError, match="already"):
        town.with_layer("contact")


def test_select_by_attribute_mark_id_and_tie(town):
    assert town.select(actors={"sector": "public"}).labels == ("School", "Clinic")
    assert town.select(actors={"sector": ["public", "civic"]}).n_actors == 3
    mark = pd.Series([True, False, True, False], index=town.index)
    assert town.select(actors=mark).labels == ("School", "NGO")
    assert town.select(actors=["Firm", "School"]).labels == ("School", "Firm")
    assert town.select(evidence="documented").n_ties == 1
    assert town.select(min_weight=2).n_ties == 2
    assert town.layer("contact").tie_layers == ("contact",)


def test_select_refuses_unknown_conditions(town):
    for wrong in (
        functools.partial(town.select, actors=["Nobody"]),
        functools.partial(town.select, actors={"secter": "public"}),
        functools.partial(town.select, layers="phone"),
        functools.partial(town.select, evidence="rumour"),
        functools.partial(town.select, wave="2020"),
        functools.partial(town.select, actors=pd.Series([True], index=["School"])),
    ):
        with pytest.raises(InputError):
            wrong()


def test_flatten_adds_weights_and_keeps_the_weakest_ground(town):
    flat = town.flatten()
    assert flat.tie_layers == ("tie",)
    assert flat.is_directed()
    assert (flat.matrix() - town.matrix()).nnz == 0
    rows = flat.ties.set_index(["source", "target"])
    assert rows.loc[("Clinic", "NGO"), "evidence"] == "assumed"
    assert rows.loc[("Clinic", "NGO"), "confidence"] == 0.5


@pytest.mark.parametrize(
    ("rule", "weights", "evidence"),
    [
        ("any", {("School", "Clinic"): 2, ("Clinic", "NGO"): 3}, "reported"),
        ("all", {("School", "Clinic"): 1}, "confirmed"),
        ("mean", {("School", "Clinic"): 1.5, ("Clinic", "NGO"): 1.5}, "reported"),
    ],
)
def test_symmetrise(town, rule, weights, evidence):
    result = town.layer("referral").symmetrise(rule)
    assert not result.is_directed()
    rows = result.ties.set_index(["source", "target"])
    assert rows["weight"].to_dict() == weights
    assert rows.loc[("School", "Clinic"), "evidence"] == evidence


def test_sample_keeps_sure_ties_and_draws_the_uncertain_one(town):
    kept = [town.sample(seed).n_ties for seed in range(400)]
    assert set(kept) == {3, 4}
    assert 0.4 < np.mean(np.array(kept) == 4) < 0.6
    assert town.sample(5) == town.sample(5)
    assert town.sample(5).n_uncertain == 0


def test_ego_takes_both_directions(town):
    assert town.layer("referral").ego("NGO").labels == ("Clinic", "NGO")
    assert town.layer("referral").ego("NGO", radius=2).labels == ("School", "Clinic", "NGO")


def test_waves_must_not_add_up():
    actors = frame("actor", ("a",), ("b",))
    cluster = Cluster.from_tables(actors, frame("source target wave", ("a", "b", 1), ("a", "b", 2)))
    with pytest.raises(InputError, match="several waves"):
        cluster.matrix()
    assert cluster.select(wave="1").matrix().nnz == 2


def two_mode(*attended):
    people = sorted({actor for actor, _ in attended})
    events = sorted({event for _, event in attended})
    return Cluster.from_tables(
        pd.DataFrame({"actor": people}),
        groups=pd.DataFrame({"group": events}),
        affiliations=pd.DataFrame(attended, columns=["actor", "group"]).assign(layer="attends"),
    )


def test_projection_counts_shared_groups():
    cluster = two_mode(*[(a, e) for e, who in {"1": "abc", "2": "abd", "3": "cd"}.items() for a in who])
    ties = cluster.project().ties.set_index(["source", "target"])["weight"]
    assert ties.to_dict() == {("a", "b"): 2, ("a", "c"): 1, ("a", "d"): 1, ("b", "c"): 1, ("b", "d"): 1, ("c", "d"): 1}
    newman = cluster.project(weights="newman").ties.set_index(["source", "target"])["weight"]
    assert newman[("a", "b")] == 1.0
    assert newman[("c", "d")] == 1.0
    jaccard = cluster.project(weights="jaccard").ties.set_index(["source", "target"])["weight"]
    assert jaccard[("a", "b")] == 1.0
    assert jaccard[("c", "d")] == pytest.approx(1 / 3)
    assert cluster.project().tie_layers == ("co-attends",)


def test_single_event_is_a_clique_and_says_so():
    people = [f"person {n:02}" for n in range(34)]
    cluster = two_mode(*[(person, "round table") for person in people])
    with pytest.warns(SingleEventWarning, match="'round table' ties each of its 34 members"):
        projected = cluster.project()
    assert projected.n_ties == 561


def test_projection_is_as_sure_as_its_affiliations():
    cluster = Cluster.from_tables(
        frame("actor", ("a",), ("b",), ("c",)),
        groups=frame("group", ("x",), ("y",)),
        affiliations=frame(
            "actor group confidence evidence",
            ("a", "x", 1, "documented"),
            ("b", "x", 0.5, "assumed"),
            ("a", "y", 1, "documented"),
            ("c", "y", 1, "documented"),
        ),
    )
    ties = cluster.project().ties.set_index(["source", "target"])
    assert ties.loc[("a", "b"), ["confidence", "evidence"]].tolist() == [0.5, "assumed"]
    assert ties.loc[("a", "c"), ["confidence", "evidence"]].tolist() == [1.0, "documented"]


def test_silent_actors_leave_dyads_unknown():
    actors = frame("actor responded", ("a", True), ("b", False), ("c", False))
    directed = Cluster.from_tables(actors, frame("source target", ("a", "b")), layers={"tie": {"directed": True}})
    assert directed.unknown_matrix().toarray().tolist() == [[0, 0, 0], [1, 0, 1], [1, 1, 0]]
    undirected = Cluster.from_tables(actors, frame("source target", ("a", "b")))
    assert undirected.unknown_matrix().toarray().tolist() == [[0, 0, 0], [0, 0, 1], [0, 1, 0]]
    documented = Cluster.from_tables(actors, frame("source target evidence", ("a", "b", "documented")))
    assert documented.unknown_matrix().nnz == 0


def test_listed_unknown_dyads():
    actors = frame("actor", ("a",), ("b",), ("c",))
    cluster = Cluster.from_tables(
        actors, frame("source target", ("a", "b")), unknown=frame("source target", ("c", "a"))
    )
    assert cluster.unknown_matrix().toarray().tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    with pytest.raises(InputError, match="listed as unknown although"):
        Cluster.from_tables(actors, frame("source target", ("a", "b")), unknown=frame("source target", ("b", "a")))


@pytest.mark.parametrize("name", ["knoke", "siauliai", "care_reform"])
def test_leaving_actors_take_their_rows_with_them(name):
    """What is cut from the frozen parts equals what validation makes of the rows that remain."""
    cluster = load_dataset(name)
    gone = list(cluster.labels[::3])
    tables = cluster.to_tables()
    inside = {
        "actors": tables.actors[~tables.actors["actor"].isin(gone)],
        "ties": tables.ties[~tables.ties[["source", "target"]].isin(gone).any(axis="columns")],
        "affiliations": tables.affiliations[~tables.affiliations["actor"].isin(gone)],
    }
    assert cluster.without_actor(gone) == Cluster._from(replace(tables, **inside))


@pytest.mark.parametrize("radius", [1, 2, 3])
def test_an_ego_network_is_that_of_networkx(radius):
    rng = np.random.default_rng(5)
    graph = networkx.gnp_random_graph(14, 0.1, seed=3, directed=True)
    names = [f"a{node}" for node in graph]
    edges = [(names[a], names[b], layer) for a, b in graph.edges for layer in rng.choice(["x", "y"], 2)]
    ties = pd.DataFrame(edges, columns=["source", "target", "layer"]).drop_duplicates()
    cluster = Cluster.from_tables(pd.DataFrame({"actor": names}), ties, layers={"x": {"directed": True}, "y": {}})
    for node, name in enumerate(names):
        near = networkx.ego_graph(graph, node, radius=radius, undirected=True)
        assert set(cluster.ego(name, radius=radius).labels) == {names[each] for each in near}


def test_two_reports_of_which_neither_is_sure_are_both_right_less_often():
    ties = frame("source target confidence", ("a", "b", 0.5), ("b", "a", 0.8))
    cluster = Cluster.from_tables(frame("actor", ("a",), ("b",)), ties, layers={"tie": {"directed": True}})
    for rule, confidence in (("all", 0.5 * 0.8), ("any", 1 - 0.5 * 0.2)):
        assert cluster.symmetrise(rule).ties["confidence"].tolist() == pytest.approx([confidence])
