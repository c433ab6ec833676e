"""What a derived tie says of itself, and what follows for those who ask."""

import pytest

from socluster.core.cluster import Cluster
from socluster.core.derivation import derived_evidence, grounds, is_projected, told_ref
from socluster.core.errors import InputError
from socluster.core.schema import EVIDENCE
from socluster.io.datasets import load_dataset
from tests.core.samples import frame


def test_a_derived_tie_is_never_firmer_than_what_it_follows_from():
    assert [derived_evidence(word) for word in EVIDENCE] == [*["derived"] * 4, "assumed", "simulated"]


@pytest.mark.parametrize("word", ["derived", "Derived", "išvesta", "IŠVESTA"])
def test_derived_is_read_in_both_languages(word):
    ties = frame("source target evidence ref", ("a", "b", word, "derived from attends (documented)"))
    assert Cluster.from_tables(frame("actor", ("a",), ("b",)), ties).ties["evidence"].tolist() == ["derived"]


def test_a_projection_says_from_what_and_calls_itself_derived():
    network = load_dataset("siauliai").project()
    assert network.ties["evidence"].value_counts().to_dict() == {"derived": 146}
    assert set(network.ties["ref"]) == {"derived from attends (documented)"}
    assert "ties: 146 derived; affiliations: 45 documented, 1 reported" in repr(network)
    assert "išvesta – 146" in network.summary("lt") or "146 išvesta" in network.summary("lt")


@pytest.mark.parametrize("shape", ["in place", "with another name"])
def test_the_ties_of_a_merger_are_derived(shape):
    ties = frame("source target evidence ref", ("a", "x", "documented", "p. 1"), ("b", "y", "documented", "p. 2"))
    cluster = Cluster.from_tables(frame("actor", ("a",), ("b",), ("x",), ("y",)), ties)
    into = "a" if shape == "in place" else "m"
    merged = cluster.with_merger(["a", "b"], into=into).ties.set_index("target")
    if into == "a":  # the document about a and x still says what it says
        assert merged.loc["x", ["evidence", "ref"]].tolist() == ["documented", "p. 1"]
    else:
        assert merged.loc["x", "evidence"] == "derived"
    assert merged.loc["y", ["evidence", "ref"]].tolist() == ["derived", "derived from ties: tie (documented); p. 2"]


def test_the_ties_of_a_new_part_are_derived():
    ties = frame("source target evidence", ("a", "x", "documented"), ("a", "y", "assumed"))
    cluster = Cluster.from_tables(frame("actor", ("a",), ("x",), ("y",)), ties.assign(confidence=0.5))
    split = cluster.with_split("a", {"a": ["x"], "p": ["y"]}).ties.set_index("target")
    assert split["evidence"].to_dict() == {"x": "documented", "y": "assumed"}
    renamed = cluster.with_split("a", {"p": ["x"], "q": ["y"]}).ties.set_index("target")
    assert renamed["evidence"].to_dict() == {"x": "derived", "y": "assumed"}


def test_who_asks_for_evidence_may_ask_for_derived_ties():
    network = load_dataset("siauliai").project()
    assert network.select(evidence="derived").n_ties == 146
    assert network.select(evidence="documented").n_ties == 0
    with pytest.raises(InputError, match="derived"):
        network.select(evidence="derved")


def test_a_layer_made_of_observed_ties_is_no_projection():
    network = load_dataset("siauliai").project()
    again = network.with_merger(["MSSL", "Kelmė DM"], into="both")
    assert all(is_projected(*row) for row in again.ties[["evidence", "ref"]].itertuples(index=False, name=None))
    knoke = load_dataset("knoke").symmetrise()
    assert not any(is_projected(*row) for row in knoke.ties[["evidence", "ref"]].itertuples(index=False, name=None))


def test_grounds_are_found_through_several_derivations():
    assert grounds("derived", "derived from ties: x (derived); derived from attends (documented)") == {"documented"}


def test_what_it_refers_to_is_told_in_lithuanian_and_a_user_s_own_words_stay():
    assert told_ref("derived from ties: money (documented); p. 7", "lt").endswith("(dokumentuota); p. 7")
    assert told_ref("my notes", "lt") == "my notes"
    assert told_ref("derived from attends (documented)") == "derived from attends (documented)"
