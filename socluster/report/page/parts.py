"""The pieces of a page as HTML, in which every text that came from outside is escaped."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from socluster.plot.numbers import decimals_for, shown_number
from socluster.words import DASH, Language, number, say
from socluster.words.headings import cell_name, heading_name
from socluster.words.plain import on_page

__all__ = ["data_script", "hash_of", "list_html", "paragraph_html", "table_html"]


def text_html(text: object) -> str:
    """Return text as HTML that shows it letter by letter; characters that HTML cannot have are left out."""
    return escape(on_page(text))


def paragraph_html(text: str) -> str:
    """Return one or more paragraphs (an empty line starts the next)."""
    pieces = [piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    return "\n".join(f"<p>{text_html(piece)}</p>" for piece in pieces)


def list_html(items: list[str] | tuple[str, ...]) -> str:
    """Return a list with bullets."""
    return "<ul>\n" + "\n".join(f"<li>{text_html(item)}</li>" for item in items) + "\n</ul>"


def table_html(frame: pd.DataFrame, caption: str | None, heading: str, language: Language) -> str:
    """Return a table that scrolls sideways where the screen is narrow; its numbers have as many decimals as they need.

    Parameters
    ----------
    frame : DataFrame
        The index becomes the first columns, unless it is a mere count without a name.
    caption : str or None
        Above the table.
    heading : str
        What the table is called where it has no caption.
    language : {"en", "lt"}
        Of numbers, of yes and no, and in Lithuanian of headings and values that are ours.
    """
    counted = isinstance(frame.index, pd.RangeIndex) and frame.index.name is None
    index = [] if counted else [frame.index.get_level_values(level) for level in range(frame.index.nlevels)]
    keys = [pd.Series(level.to_numpy(), dtype=level.dtype) for level in index]
    columns = [frame.iloc[:, place] for place in range(frame.shape[1])]
    names = [*("" if counted else str(name or "") for name in ([] if counted else frame.index.names))]
    names += [" / ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in frame.columns]
    written = [_cells(values, name, language) for name, values in zip(names, (*keys, *columns), strict=True)]
    names = [heading_name(name, language) for name in names]
    right = [_is_number(values) for values in (*keys, *columns)]
    head = "".join(_cell("th", text, number_like, "col") for text, number_like in zip(names, right, strict=True))
    body = []
    for row in zip(*written, strict=True):
        cells = [
            _cell("th" if place < len(keys) else "td", text, right[place], "row" if place < len(keys) else None)
            for place, text in enumerate(row)
        ]
        body.append(f"<tr>{''.join(cells)}</tr>")
    above = f"<figcaption>{text_html(caption)}</figcaption>\n" if caption else ""
    label = text_html(say("Table: {caption}", language, caption=caption or heading))
    return (
        f'<figure class="table">\n{above}<div class="scroll" role="region" aria-label="{label}" tabindex="0">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{chr(10).join(body)}\n</tbody>\n</table>\n</div>\n</figure>"
    )


def _cell(tag: str, text: str, number_like: bool, scope: str | None) -> str:
    attributes = f' scope="{scope}"' if scope else ""
    attributes += ' class="number"' if number_like else ""
    return f"<{tag}{attributes}>{text_html(text)}</{tag}>"


def _is_number(values: pd.Series[Any]) -> bool:
    return pd.api.types.is_numeric_dtype(values.dtype) and not pd.api.types.is_bool_dtype(values.dtype)


def _cells(values: pd.Series[Any], column: str, language: Language) -> list[str]:
    if _is_number(values):
        numbers = values.astype(float).to_numpy()
        places = decimals_for(numbers)
        return [number(value, language, decimals=places, undefined=DASH) for value in numbers]
    written = [_cell_text(value, language) for value in values]
    pairs = zip(values, written, strict=True)
    return [cell_name(column, text, language) if isinstance(value, str) else text for value, text in pairs]


def _cell_text(value: Any, language: Language) -> str:
    if not pd.api.types.is_scalar(value):
        return str(value)
    if pd.isna(value):
        return DASH
    if isinstance(value, bool | np.bool_):
        return say("yes", language) if value else say("no", language)
    return shown_number(value, language) if isinstance(value, float) else str(value)


def data_script(identity: str, content: Any) -> str:
    """Return JSON in a script element that nothing inside it can close."""
    written = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    for letter in "<>&\u2028\u2029":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    return f'<script type="application/json" id="{identity}">{written}</script>'


def hash_of(script: str) -> str:
    """Return how a content security policy names a script that may run."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
