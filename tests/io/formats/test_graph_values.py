"""Typed attributes of GraphML and GEXF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.io.formats.graph_values import agreed_kinds, kind_of_type, parsed, type_of_value, value_text


@pytest.mark.parametrize(
    ("type_name", "kind"),
    [("long", "integer"), ("INT", "integer"), ("Double", "number"), ("boolean", "flag"), ("liststring", "text")],
)
def test_a_type_of_either_format_is_a_kind_of_ours(type_name, kind):
    assert kind_of_type(type_name) == kind


def test_without_a_type_it_is_text():
    assert kind_of_type(None) == "text"


@given(st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(min_size=1))
def test_a_value_reads_back_exactly_and_as_the_same_type(value):
    back = parsed(value_text(value), kind_of_type(type_of_value(value)))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (" 1 ", "flag", True),
        ("False", "flag", False),
        ("maybe", "flag", "maybe"),
        (" 7 ", "integer", 7),
        ("1.5", "integer", 1.5),
        ("9" * 20, "integer", float("9" * 20)),
        ("many", "number", "many"),
        (" ", "number", None),
        (" ", "text", " "),
        ("", "text", None),
    ],
)
def test_a_text_that_is_none_of_its_kind_stays_text(text, kind, value):
    assert parsed(text, kind) == value
    assert type(parsed(text, kind)) is type(value)


def test_a_kind_that_is_stated_twice_is_not_agreed():
    stated = [("staff", "integer"), ("open", "flag"), ("share", "integer"), ("share", "number"), ("beds", "integer")]
    rows = [{"staff": 3}, {"beds": 1.5, "open": True}]
    assert agreed_kinds(stated, rows) == {"staff": "integer", "open": "flag"}
