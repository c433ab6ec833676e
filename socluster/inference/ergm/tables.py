"""The coefficients as a table for a paper: LaTeX and HTML."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.errors import InputError
from socluster.words import DASH, Language, marked, number, say

__all__ = ["html_table", "latex_table"]

_HEADS = {
    "estimate": marked("estimate", context="column"),
    "se": marked("std. error", context="column"),
    "mc_error": marked("Monte-Carlo error", context="column"),
    "z": marked("z", context="column"),
    "p": marked("p", context="column"),
    "low": marked("low", context="column"),
    "high": marked("high", context="column"),
}


def latex_table(frame: pd.DataFrame, language: Language, caption: str | None, label: str | None) -> str:
    """Return a table in LaTeX (it needs the package booktabs).

    Parameters
    ----------
    frame : DataFrame
        From `ErgmFit.to_frame`.
    language : {"en", "lt"}
        Language of the heads and numbers.
    caption, label : str or None
        Of the table.
    """
    styled = _styled(frame, language, escape="latex")
    text: str = styled.to_latex(hrules=True, caption=caption, label=label, column_format="l" + "r" * frame.shape[1])
    return text


def html_table(frame: pd.DataFrame, language: Language) -> str:
    """Return a table in HTML; names are escaped."""
    text: str = _styled(frame, language, escape="html").to_html(table_uuid="coefficients")
    return text


def _styled(frame: pd.DataFrame, language: Language, *, escape: str) -> Any:
    try:
        styler = frame.style
    except (AttributeError, ImportError) as error:  # pandas needs jinja2 for it
        raise InputError('a table for papers needs jinja2: pip install "socluster[notebook]"') from error
    written = {column: _writer(column, language) for column in frame}
    heads = [say(_HEADS[column], language, context="column") for column in frame]
    found = styler.format(written, escape=escape).format_index(escape=escape, axis=0)
    return found.relabel_index(heads, axis=1).hide(axis="index", names=True)


def _writer(column: str, language: Language) -> Any:
    decimals = 2 if column == "z" else 3
    return lambda value: number(value, language, decimals=decimals, undefined=DASH)
