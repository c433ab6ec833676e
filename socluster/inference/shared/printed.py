"""A table of text for LaTeX and for HTML, with notes below it, and nothing in it that either takes for a command."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import pandas as pd

__all__ = ["as_html", "as_latex"]

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "\N{MINUS SIGN}": "$-$",
    "\N{EN DASH}": "--",
    "\N{NO-BREAK SPACE}": "~",
    "²": "$^2$",
}


def as_latex(table: pd.DataFrame, notes: Sequence[str], *, caption: str | None = None, label: str | None = None) -> str:
    """Return the table in the rules of the package booktabs, numbers flush right, and the notes in small print.

    Parameters
    ----------
    table : DataFrame of str
        What is printed.
    notes : sequence of str
        A sentence each.
    caption, label : str, optional
        With either, the table floats.
    """
    width = table.shape[1] + 1
    lines = [
        rf"\begin{{tabular}}{{l{'r' * table.shape[1]}}}",
        r"\toprule",
        _row([str(table.index.name or ""), *map(str, table.columns)]),
        r"\midrule",
        *(_row([str(name), *row]) for name, row in zip(table.index, table.to_numpy().tolist(), strict=True)),
        r"\bottomrule",
        rf"\multicolumn{{{width}}}{{p{{0.9\linewidth}}}}{{\footnotesize {' '.join(map(_escaped, notes))}}}",
        r"\end{tabular}",
    ]
    if caption is not None or label is not None:
        named = [rf"\caption{{{_escaped(caption)}}}"] if caption is not None else []
        named += [rf"\label{{{label}}}"] if label is not None else []
        lines = [r"\begin{table}", r"\centering", *named, *lines, r"\end{table}"]
    return "\n".join(lines) + "\n"


def as_html(table: pd.DataFrame, notes: Sequence[str]) -> str:
    """Return the table with heads that screen readers know, and the notes in its foot.

    Parameters
    ----------
    table : DataFrame of str
        What is printed.
    notes : sequence of str
        A sentence each.
    """
    heads = "".join(f'<th scope="col">{_plain(each)}</th>' for each in [table.index.name or "", *table.columns])
    rows = "".join(
        f'<tr><th scope="row">{_plain(name)}</th>{"".join(f"<td>{_plain(cell)}</td>" for cell in row)}</tr>'
        for name, row in zip(table.index, table.to_numpy().tolist(), strict=True)
    )
    foot = f'<tr><td colspan="{table.shape[1] + 1}">{_plain(" ".join(notes))}</td></tr>'
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot></table>\n"


def _row(cells: Iterable[str]) -> str:
    return " & ".join(map(_escaped, cells)) + r" \\"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split(" ")))


def _plain(text: object) -> str:
    return html.escape(str(text))
