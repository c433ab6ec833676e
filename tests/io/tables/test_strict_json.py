"""JSON that everybody reads alike."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.io.tables.strict_json import dump, load

PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(PLAIN | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)


@given(VALUES)
def test_what_is_written_is_read(value):
    assert load(dump(value), "x.json") == value
    assert json.loads(dump(value, indent=1)) == value


def test_letters_stay_letters():
    assert dump({"ė": "Š"}) == '{"ė": "Š"}'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_does_not_know_is_not_written(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump([number])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"a": [1,\n 2}',
            "is no valid JSON at line 2, column 3: a comma is missing here, or a bracket is not closed before it",
        ),
        ("NaN", "holds NaN, which JSON does not know; write null for a missing value"),
        ('{"a": {"b": 1, "c": 2, "b": 3}}', "has the key 'b' twice in one object"),
        (r'"\ud83d"', r"holds half a character (an escape from \ud800 to \udfff without its other half)"),
        ("[" * 100_000, "is nested too deeply"),
        ("9" * 5000, f"holds a number that is too large ({'9' * 20}… with 5000 digits)"),
    ],
)
def test_what_is_not_strict_is_told(text, message):
    with pytest.raises(InputError) as caught:
        load(text, "x.json")
    (problem,) = caught.value.problems
    assert (problem.message, problem.file) == (message, "x.json")


def test_an_escaped_pair_is_a_character():
    assert load(r'"\ud83d\ude00"', "x.json") == "😀"
