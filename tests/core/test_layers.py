"""What may be said of a layer."""

import pytest

from socluster.core.layers import Layer, read_layers
from tests.core.samples import frame, problems


def test_layers_are_checked():
    found = problems(layers={"a": {"directed": "perhaps"}, "b": {"scale": "fry"}, "c": {"direction": True}, "d": 3})
    assert [p.row for p in found] == ["a", "b", "c", "d"]
    assert found[1].nearest == "frey"
    assert found[2].nearest == "directed"


def test_a_wrong_ladder_is_named_also_where_ties_use_it():
    ties = frame("source target weight layer", ("Kelmė", "Šiauliai", 3, "x"))
    (problem,) = problems(ties=ties, layers={"x": {"scale": "frei"}})
    assert problem.nearest == "frey"


@pytest.mark.parametrize(
    ("said", "directed"),
    [(True, True), ("taip", True), (" YES ", True), (1, True), ("ne", False), (0, False), ("", False), (None, False)],
)
def test_a_direction_is_said_in_both_languages(said, directed):
    layers, problems = read_layers({"referral": {"directed": said}})
    assert (layers, problems) == ({"referral": Layer("referral", directed=directed)}, [])


def test_a_layer_is_read_from_its_own_description():
    layer = Layer("referral", directed=True, scale="frey", meaning="sends families to")
    for description in (layer, layer.to_dict(), {**layer.to_dict(), "scale": "Frey"}):
        assert read_layers({"referral": description}) == ({"referral": layer}, [])


def test_what_is_missing_is_not_said():
    layers, problems = read_layers({" a ": {"scale": float("nan"), "meaning": "  "}})
    assert (layers, problems) == ({"a": Layer("a")}, [])
