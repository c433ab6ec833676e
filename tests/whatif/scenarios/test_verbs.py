"""The verbs of a scenario are verbs of a cluster, and take what they say they take."""

import inspect

import pytest

from socluster import Cluster, Scenario
from socluster.core.errors import InputError
from socluster.whatif.scenarios.verbs import VERBS, misfit, verb_named
from socluster.whatif.ties import Stated
from socluster.whatif.ties.values import FrozenMapping


@pytest.mark.parametrize("name", VERBS)
@pytest.mark.parametrize("owner", [Cluster, Scenario])
def test_a_verb_takes_the_arguments_of_the_method_in_their_order(name, owner):
    parameters = inspect.signature(getattr(owner, name)).parameters
    verb = VERBS[name]
    positional = [each for each, one in parameters.items() if one.kind is not inspect.Parameter.KEYWORD_ONLY]
    assert positional[1 : len(verb.subject) + 1] == list(verb.subject)
    takes_columns = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters.values())
    assert takes_columns == verb.has_columns
    assert takes_columns or set(verb.options) <= set(parameters)
    assert {*verb.subject, "self"} == set(verb.reserved)


def test_what_changes_is_simulated_and_what_forms_is_sure_of_it():
    assert {name for name, verb in VERBS.items() if dict(verb.marks) == {"evidence": "simulated"}} == {
        "with_strength",
        "with_capacity",
    }
    new = {name for name, verb in VERBS.items() if dict(verb.marks) == {"evidence": "simulated", "confidence": 1.0}}
    assert new == {"with_ties", "with_affiliation", "with_split", "with_event"}
    assert not any(verb.marks for name, verb in VERBS.items() if name.startswith("without"))


@pytest.mark.parametrize(("name", "near"), [("with_actr", "with_actor"), ("apply", None), (None, None), (["a"], None)])
def test_another_verb_is_refused_with_the_nearest(name, near):
    with pytest.raises(InputError, match="is not a verb of a scenario") as error:
        verb_named(name)
    assert [(problem.column, problem.value, problem.nearest) for problem in error.value.problems] == [
        ("verb", name, near)
    ]


MODEL = Stated({"A": 0.5})


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("name", ["A", "a b"], ["", " ", 5, None, ("A",), MODEL]),
        ("names", [("A",), ("A", "B"), ()], ["A", ("A", ""), ("A", 5), None, MODEL]),
        ("name or nothing", ["A", None], ["", 5, ("A",)]),
        ("names or model", [("A", "B"), MODEL], ["A", ("A", None), 7, None]),
        (
            "parts",
            [FrozenMapping({"A": ["X"], "B": {"Y": 0.5}}), FrozenMapping({"A": []})],
            [
                FrozenMapping({"A": ["X", 1]}),
                FrozenMapping({"A": {"Y": "half"}}),
                FrozenMapping({" ": []}),
                ("A",),
                "A",
            ],
        ),
    ],
)
def test_an_argument_is_of_its_kind_or_it_is_said_what_it_must_be(kind, right, wrong):
    assert [misfit(value, kind) for value in right] == [None] * len(right)
    for value in wrong:
        assert misfit(value, kind).startswith("{argument} of {verb} must "), value
