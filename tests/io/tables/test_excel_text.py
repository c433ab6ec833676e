"""How workbooks spell what their XML cannot hold."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socluster.io.tables.excel_text import key_of_info, key_shown, spell, unspell


@given(st.lists(st.sampled_from(["_x", "_x000D_", "_x005F", "_", "x", "0041", "ė"]) | st.text(max_size=3)).map("".join))
@example("_x005F_x000D_")
def test_every_text_reads_back(text):
    assert unspell(spell(text)) == text


@pytest.mark.parametrize(
    ("spelled", "text"),
    [
        ("a_x0009_b", "a\tb"),
        ("_x000d_", "\r"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD800_", "_xD800_"),
        ("_x12_", "_x12_"),
    ],
)
def test_what_excel_spells(spelled, text):
    assert unspell(spelled) == text


@given(
    st.none() | st.text(), st.dictionaries(st.sampled_from(["name", "info.name", "Name", "title", "info.x"]), st.text())
)
def test_the_name_of_the_cluster_and_a_key_called_name_stay_apart(name, info):
    rows = {} if name is None else {"name": name}
    assert key_of_info({**rows, **{key_shown(key): value for key, value in info.items()}}) == (name, info)
