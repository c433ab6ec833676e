"""A chain is the kinds in their order and the ties that lead on; what is wrong is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.chains.chain import chain_of
from tests.development.chains.towns import STEPS, chain, town


def led(found):
    return {
        f"{one} {other}" for one, other in zip(found.labels(found.sources), found.labels(found.targets), strict=True)
    }


def test_it_holds_the_ties_that_lead_on():
    found = chain_of(town(), STEPS)
    assert found.labels(found.entries) == ("S1", "S2")
    assert found.labels(found.services) == ("V1", "V2")
    assert led(found) == {"S1 C1", "S1 C2", "S2 C2", "C1 P1", "C2 P1", "C2 P2", "P1 V1", "P2 V1", "P2 V2"}
    assert found.notes == ()


def test_undirected_ties_lead_on_and_parallel_ones_are_one_tie():
    both = chain({"S": 1, "V": 1}, ["V S"], directed=False)
    assert led(chain_of(both, ["school", "service"])) == {"S V"}
    twice = town().with_ties("S1", "C1", layer="advice", directed=True, weight=3)
    found = chain_of(twice, STEPS)
    assert len(found.sources) == 9
    assert found.weights.max() == 4
    assert len(chain_of(twice, STEPS, "advice").sources) == 1


def test_a_step_that_ends_in_a_question_mark_may_be_skipped():
    skips = chain({"S": 1, "C": 1, "P": 1, "V": 1}, ["S C", "C P", "P V", "C V", "S P"])
    assert led(chain_of(skips, STEPS)) == {"S C", "C P", "P V"}
    assert "2 ties pass over a step that no client can skip" in chain_of(skips, STEPS).notes[0].said("en")
    assert led(chain_of(skips, ["school", "case manager", "psychologist?", "service"])) == {"S C", "C P", "P V", "C V"}
    assert len(led(chain_of(skips, ["school", "case manager?", "psychologist?", "service"]))) == 5


def test_ties_that_lead_back_are_left_out_and_told():
    back = town().with_ties("P1", "C1", layer="referral")
    found = chain_of(back, STEPS)
    assert len(found.sources) == 9
    assert found.notes[0].said("en") == "1 tie leads back to an earlier step and was left out."


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (["service", "psychologist", "case manager", "school"], "3 ties go from psychologist to service; is the layer"),
        (["school", "psycologist"], "did you mean 'psychologist'"),
        (["school", "school"], "stands twice"),
        (["school"], "name at least two kinds"),
        ("school", "name at least two kinds"),
        (["school", 5], "name at least two kinds"),
        (["school", "service?"], "is the first or the last step"),
    ],
)
def test_what_is_no_chain_is_refused_in_words(steps, told):
    with pytest.raises(InputError, match=told):
        chain_of(town(), steps)


def test_a_layer_that_there_is_not_and_actors_without_kinds_are_refused():
    with pytest.raises(InputError, match="is no layer of this cluster"):
        chain_of(town(), STEPS, "referal")
    with pytest.raises(InputError, match=r"no actor states its kind; give the actors a column kind, with_columns"):
        chain_of(sc.load_dataset("kite"), ["school", "service"])
