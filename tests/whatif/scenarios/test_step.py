"""One step of a scenario: plain values, names that are text, and what it says of its evidence."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties import Stated
from socluster.whatif.ties.values import FrozenMapping


def test_what_a_step_says_of_its_evidence_holds(village):
    after = Scenario("s").with_strength("School", "NGO", weight=3, evidence="documented").apply(village)
    assert set(after.ties["evidence"]) == {"documented", "reported"}


def test_values_are_plain():
    step = Scenario("s").with_actor(
        "Hub", beds=np.int64(3), share=np.float64(0.5), gap=float("nan"), day=pd.Timestamp("2016-11-04"), none=pd.NA
    )
    assert dict(step.steps[0].columns) == {"beds": 3, "share": 0.5, "gap": None, "day": "2016-11-04", "none": None}
    assert type(dict(step.steps[0].columns)["beds"]) is int
    with pytest.raises(InputError) as caught:
        Scenario("s").with_actor("Hub", a=[1], b={"x": 1}, c=float("inf"), d=object())
    assert [problem.column for problem in caught.value.problems] == list("abcd")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda s: s.with_actor(["A"]),
        lambda s: s.with_actor(" "),
        lambda s: s.with_ties("A", [["B"]]),
        lambda s: s.with_ties("A", None),
        lambda s: s.without_actor([None]),
        lambda s: s.with_split("A", ["B", "C"]),
        lambda s: s.with_split("A", {"B": [None], "C": []}),
        lambda s: s.with_split("A", {"B": {"X": "half"}, "C": []}),
    ],
)
def test_names_are_text(wrong):
    with pytest.raises(InputError, match=r"must|text"):
        wrong(Scenario("s"))


def test_numbers_name_the_actor_with_that_id():
    one = Scenario("s").with_actor(5).with_ties(5, [1, np.int64(2)]).with_split((0, 1), {"B": [1], "C": {2: 1.0}})
    other = Scenario("s").with_actor("5").with_ties("5", ["1", "2"])
    assert one == other.with_split("(0, 1)", {"B": ["1"], "C": {"2": 1.0}})


def test_a_step_is_a_value_whatever_the_order_of_its_columns():
    one = Step("with_actor", ("Hub",), (("sector", "civic"), ("beds", 3)))
    other = Step("with_actor", ("Hub",), (("beds", np.int64(3)), ("sector", "civic")))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Step("with_actor", ("Hub",), (("beds", 4), ("sector", "civic")))
    assert one != Step("with_attributes", ("Hub",), (("beds", 3), ("sector", "civic")))
    assert one != "with_actor('Hub', sector='civic', beds=3)"
    assert str(one) == "with_actor('Hub', sector='civic', beds=3)"
    assert str(Step("without_actor", (("A", "B"),))) == "without_actor(['A', 'B'])"


def test_a_day_is_a_date_and_a_time_of_day_is_kept():
    times = [dt.date(2016, 11, 4), dt.datetime(2016, 11, 4), dt.datetime(2016, 11, 4, 12, 30)]
    columns = dict(Step("with_actor", ("A",), tuple(zip("abc", times, strict=True))).columns)
    assert columns == {"a": "2016-11-04", "b": "2016-11-04", "c": "2016-11-04T12:30:00"}


@pytest.mark.parametrize(
    ("verb", "subject", "columns", "found"),
    [
        ("with_actr", ("A",), {}, [("verb", "with_actr", "with_actor")]),
        ("with_actor", ("A", "B"), {}, [(None, ("A", "B"), None)]),
        ("with_actor", (5,), {"self": 1, "beds": [1]}, [("actor", 5, None), ("self", 1, None), ("beds", [1], None)]),
        ("without_ties", ("A", None), {"layr": "help"}, [("layr", "help", "layer")]),
        ("with_strength", ("", ("B",)), {}, [("source", "", None), ("target", ("B",), None)]),
    ],
)
def test_all_that_a_verb_does_not_take_is_named(verb, subject, columns, found):
    with pytest.raises(InputError) as error:
        Step(verb, subject, tuple(columns.items()))
    assert [(problem.column, problem.value, problem.nearest) for problem in error.value.problems] == found


def test_links_are_marked_as_simulated_unless_the_step_says_otherwise():
    marks = {"evidence": "simulated", "confidence": 1.0}
    assert dict(Step("with_ties", ("A", ("B",))).marked.columns) == marks
    half = Step("with_ties", ("A", ("B",)), (("confidence", 0.5),))
    assert dict(half.marked.columns) == {"confidence": 0.5, "evidence": "simulated"}
    assert dict(Step("with_strength", ("A", "B"), (("by", 2),)).marked.columns) == {"by": 2, "evidence": "simulated"}
    modelled = Step("with_ties", ("A", Stated({"B": 0.5})))
    assert modelled.marked is modelled
    assert modelled.model == Stated({"B": 0.5})
    assert half.model is None
    apart = Step("with_split", ("A", FrozenMapping({"B": [], "C": []})))
    assert apart.marked is apart
    tied = replace(apart, columns=(("tie", "tie"),))
    assert dict(tied.marked.columns) == {"tie": "tie", **marks}
    gone = Step("without_actor", (("A",),))
    assert gone.marked is gone


def test_what_a_step_settles():
    split = Step("with_split", ("A", FrozenMapping({"B": [], "C": []})))
    assert set(split.settles) == {("actor", "B"), ("actor", "C")}
    assert set(Step("with_merger", (("A", "B"), "C")).settles) == {("actor", "C")}
    changed = Step("with_attributes", ("A",), (("beds", 3), ("sector", None)))
    assert changed.settles == {("attribute", "A", "beds"): 3, ("attribute", "A", "sector"): None}
    weaker = Step("with_strength", ("A", "B"), (("by", 0.5), ("layer", "help")))
    assert weaker.settles == {("with_strength", "A", "B", "help"): weaker}
    assert Step("with_ties", ("A", ("B",))).settles == {}
    assert Step("without_actor", (("A",),)).settles == {}
