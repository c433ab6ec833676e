"""No text runs as a formula, and every text comes back."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from socluster.io.tables.spreadsheet_safety import escape, escape_column, is_risky, unescape, unescape_column

TEXTS = st.text(st.sampled_from("'=+-@\t\r\n＝a1") | st.characters(exclude_categories=["Cs"]), max_size=6)


@given(TEXTS)
def test_escaping_is_safe_and_lossless(text: str) -> None:
    assert not is_risky(escape(text))
    assert unescape(escape(text)) == text


@given(st.lists(st.none() | TEXTS))
def test_columns_are_treated_cell_by_cell(texts: list[str | None]) -> None:
    column = pd.Series(texts, dtype="str")
    escaped = escape_column(column)
    assert escaped.dropna().tolist() == [escape(text) for text in texts if text is not None]
    pd.testing.assert_series_equal(unescape_column(escaped), column)


def test_harmless_text_is_left_alone() -> None:
    assert [escape(text) for text in ("a", "'t", "1-2", "", "a=b")] == ["a", "'t", "1-2", "", "a=b"]
