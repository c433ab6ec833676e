"""What all tie models share: checked when made, joined, varied, and told as they would be written."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif.ties import AnyOf, AtMost, Closure, Committee, Rates, Scaled, Stated
from socluster.whatif.ties.base import shifted_odds, varied_parts, walk
from tests.whatif.ties.tie_samples import fitted, to, town, with_hub


def test_all_wrong_parameters_are_named_at_once():
    with pytest.raises(InputError) as caught:
        Committee({"spring": 2}, probability=-1, further=7, elsewhere="much")
    assert len(caught.value.problems) == 4
    with pytest.raises(InputError) as caught:
        Closure("no model", 3, rounds=0)
    assert len(caught.value.problems) == 3


def test_or_joins_models_and_flattens():
    a, b, c = Stated({"School": 0.5}), Rates(), Stated({"NGO": 0.5})
    assert a | b | c == AnyOf((a, b, c)) == a | (b | c)
    with pytest.raises(TypeError):
        a | 3


def test_values_are_frozen_when_a_model_is_made():
    told = {"spring": 0.5}
    model = Committee(told, probability=np.float64(0.4))
    told["spring"] = 1.0
    assert model.events == {"spring": 0.5}
    assert type(model.probability) is float
    assert {model: "found"}[Committee({"spring": 0.5}, probability=0.4)] == "found"


@pytest.mark.parametrize(
    ("model", "written"),
    [
        (Rates(), "Rates()"),
        (Rates(by=["sector"], prior_dyads=4.0), "Rates()"),
        (Closure(Stated({"NGO": 1.0}), 0.4), "Closure(Stated({'NGO': 1.0}), probability=0.4)"),
        (Stated({"NGO": 1.0}) | Rates(by="place"), "AnyOf((Stated({'NGO': 1.0}), Rates('place')))"),
    ],
)
def test_what_is_left_at_its_default_is_not_told(model, written):
    assert repr(model) == written


def test_walking_goes_through_all_parts_from_the_outside():
    stated, rates = Stated({"NGO": 1.0}), Rates()
    closure = Closure(stated | rates, 0.4)
    assert list(walk(Scaled(closure, 0.5))) == [Scaled(closure, 0.5), closure, stated | rates, stated, rates]


def test_any_of_several_models():
    """School by both, Court by the first only, NGO by the second only."""
    one, other = Stated({"School": 0.5, "Court": 0.3}), Stated({"School": 0.6, "NGO": 0.2})
    assert to(one | other) == pytest.approx({"School": 1 - 0.5 * 0.4, "NGO": 0.2, "Court": 0.3})
    ties = (one | other | Rates()).fit(with_hub(town()), "Hub", "tie")
    assert ties.independent
    assert not (one | AtMost(other, 1)).fit(with_hub(town()), "Hub", "tie").independent


def test_any_of_directed_models_keeps_the_directions():
    there_and_back = Stated({"School": 0.5}, direction="out") | Stated({"School": 0.25}, direction="in")
    assert fitted(there_and_back, directed=True) == {("Hub", "School"): 0.5, ("School", "Hub"): 0.25}


@pytest.mark.parametrize("wrong", [(), None, "rates"])
def test_a_model_of_no_models_is_refused(wrong):
    with pytest.raises(InputError, match="AnyOf needs at least one tie model"):
        AnyOf(wrong)
    with pytest.raises(InputError) as caught:
        AnyOf((Rates(), "rates", 3))
    assert [problem.value for problem in caught.value.problems] == ["rates", 3]


@given(st.floats(0.01, 0.99), st.floats(0.1, 10))
def test_odds_are_multiplied(probability, factor):
    shifted = shifted_odds(probability, factor)
    assert shifted / (1 - shifted) == pytest.approx(factor * probability / (1 - probability))
    assert shifted_odds(shifted, 1 / factor) == pytest.approx(probability)


def test_variants_of_parts_name_the_part_and_its_place_where_two_are_of_one_kind():
    one, other = Stated({"NGO": 0.5}), Stated({"School": 0.5})
    found = varied_parts((one, Rates(), other), AnyOf, "en")
    assert [name.split(":")[0] for name in found] == ["Stated 1", "Rates", "Rates", "Stated 3"]
    low, high = found["Stated 3: odds of the stated ties, times (0.5 to 2)"]
    assert low.models[:2] == high.models[:2] == (one, Rates())
    assert low.models[2].targets["School"] == pytest.approx(1 / 3)
    assert high.models[2].targets["School"] == pytest.approx(2 / 3)
