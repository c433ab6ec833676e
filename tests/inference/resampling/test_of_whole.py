"""What resampling takes and refuses."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.resampling.of_whole import of_whole, seen


def test_numbers_of_the_whole_are_asked_and_others_refused():
    kite = sc.load_dataset("kite")
    assert of_whole([sc.density], kite)[1].tolist() == [sc.density(kite)]
    with pytest.raises(InputError, match="degree gives a value by actor"):
        of_whole(sc.degree, kite)


def test_a_layer_is_taken_and_too_few_actors_are_refused():
    knoke = sc.load_dataset("knoke")
    assert seen(knoke, "money").tie_layers == ("money",)
    assert seen(knoke, None) is knoke
    with pytest.raises(InputError, match="is no layer"):
        seen(knoke, "monny")
    with pytest.raises(InputError, match="at least 4 actors, and the cluster has 2"):
        seen(sc.load_dataset("kite").ego("9"), None)
