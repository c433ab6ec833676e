"""Models that predict ties from the groups that these were made of."""

import pytest

from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Committee, Complement, Logit, Rates, check, suggest
from socluster.whatif.ties.base import walk
from socluster.whatif.ties.shared_groups import shared_groups

ATTENDANCE = Committee(probability=0.99, layer="attends")
CIRCULAR = [
    ATTENDANCE,
    Committee(probability=0.99),
    ATTENDANCE | Rates(),
    Complement(needs="attends", offers="attends", rate=0.5),
]


def projected():
    return load_dataset("siauliai").project()


def test_suggest_leaves_out_models_of_the_groups_that_ties_were_derived_from():
    found = suggest(projected(), members=6, draws=10)
    assert not any(isinstance(part, Committee) for model in found.models for part in walk(model))
    assert "146 of 146 ties of the layer 'co-attends' are derived from shared groups" in str(found)
    assert "Left out: AnyOf((Committee(" in str(found)
    assert "Praleista: AnyOf((Committee(" in " ".join(found.sentences("lt"))
    with pytest.raises(InputError, match="circular"):
        suggest(projected(), models=[ATTENDANCE])


@pytest.mark.parametrize("model", CIRCULAR, ids=repr)
def test_check_says_that_it_is_a_circle(model):
    assert shared_groups(projected(), "co-attends").makes_circular(model)
    found = check(projected(), model, members=4, draws=5)
    assert "that is circular" in str(found)
    assert any("that is circular" in each for each in found.warnings())


def test_other_models_are_no_circle_but_the_ties_are_still_no_cooperation():
    found = check(projected(), Rates(), members=4, draws=5)
    assert "circular" not in str(found)
    groups = shared_groups(projected(), "co-attends")
    assert groups.makes_circular(Logit(shared=["attends"]))
    assert not groups.makes_circular(Logit(shared=["board"]))
    assert "who shares groups, not who cooperates" in str(found)


def test_groups_that_observed_ties_were_not_made_of_may_predict_them():
    found = shared_groups(load_dataset("karate"), None)
    assert not found.note()
    assert not found.makes_circular(Committee(probability=0.5))


def test_comparison_says_the_circle_and_sends_nobody_around():
    cluster = projected()
    partner = Scenario("partner").with_actor("Partner").with_affiliation("Partner", cluster.groups.index[0])
    partner = partner.with_ties("Partner", ATTENDANCE | Rates(missing="category"), layer="co-attends")
    said = str(compare(cluster, [partner], measures=[density], draws=20, rng=1))
    assert "that is circular" in said
    assert "better model" not in said


def test_a_complement_of_what_actors_state_looks_at_no_groups():
    stated = Complement(needs="kind", offers="sector", rate=0.5)
    assert not shared_groups(projected(), "co-attends").makes_circular(stated)
