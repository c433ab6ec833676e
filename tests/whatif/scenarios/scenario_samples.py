"""Scenarios of any kind, and the documents that hold them."""

import json

import pytest
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif import ties
from socluster.whatif.scenarios.scenario import Scenario
from tests.strategies import ids, texts

FORMS = ["json", "yaml"]


def to_text(scenario, form):
    return scenario.to_json() if form == "json" else scenario.to_yaml()


def from_text(text, form):
    return Scenario.from_json(text) if form == "json" else Scenario.from_yaml(text)


def document(*steps, **more):
    return json.dumps({"socluster_scenarios": 1, "name": "s", "steps": list(steps), **more})


def problems(text, form="json"):
    with pytest.raises(InputError) as caught:
        from_text(text, form)
    return [(problem.table, problem.value, problem.nearest) for problem in caught.value.problems]


_SHARES = st.floats(0.01, 1)
VALUES = (
    st.none() | st.booleans() | texts | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
)
_COLUMNS = st.dictionaries(
    ids.filter(lambda name: name.isidentifier() and name not in ("self", "layer", "directed")), VALUES, max_size=3
)
_NAMES = st.lists(ids, min_size=1, max_size=3)
_STATED = st.builds(
    ties.Stated, st.dictionaries(ids, st.floats(0, 1), min_size=1, max_size=3), st.sampled_from(["out", "in", "both"])
)
_RATES = st.builds(ties.Rates, ids | st.lists(ids, min_size=1, max_size=2), st.none() | st.floats(0.1, 0.9))
_SIMPLE = _STATED | _RATES
_MODELS = (
    _SIMPLE | st.builds(ties.Scaled, _SIMPLE, by=_SHARES) | st.lists(_SIMPLE, min_size=1, max_size=2).map(ties.AnyOf)
)
_PARTS = st.dictionaries(ids, _NAMES | st.dictionaries(ids, _SHARES, max_size=2), min_size=2, max_size=3)
_WRITTEN = [
    lambda draw, s: s.with_actor(draw(ids), **_without(draw(_COLUMNS), "actor")),
    lambda draw, s: s.with_group(draw(ids), **_without(draw(_COLUMNS), "group")),
    lambda draw, s: s.with_ties(draw(ids), draw(_NAMES | _MODELS), **_without(draw(_COLUMNS), "source", "targets")),
    lambda draw, s: s.with_affiliation(draw(ids), draw(_NAMES), layer=draw(ids)),
    lambda draw, s: s.with_merger(draw(_NAMES), draw(ids), **_without(draw(_COLUMNS), "actors", "into")),
    lambda draw, s: s.with_split(draw(ids), draw(_PARTS), rest=draw(st.none() | ids), tie=draw(st.none() | ids)),
    lambda draw, s: s.with_strength(draw(ids), draw(ids), weight=draw(_SHARES | ids), layer=draw(st.none() | ids)),
    lambda draw, s: s.with_event(draw(ids), draw(_NAMES), date=draw(texts)),
    lambda draw, s: s.with_capacity(draw(ids), draw(ids), draw(_SHARES)),
    lambda draw, s: s.with_attributes(draw(ids), **_without(draw(_COLUMNS), "actor")),
    lambda draw, s: s.without_actor(draw(_NAMES)),
    lambda draw, s: s.without_ties(draw(st.none() | ids), draw(st.none() | ids), layer=draw(st.none() | ids)),
]


def _without(columns, *names):
    return {name: value for name, value in columns.items() if name not in names}


@st.composite
def scenarios(draw):
    """Any scenario: of all verbs, with all kinds of values and texts that a format could spoil."""
    scenario = Scenario(draw(ids))
    for verb in draw(st.lists(st.sampled_from(_WRITTEN), max_size=4)):
        scenario = verb(draw, scenario)
    return scenario
