"""Tables of pandas as readers like them: one row of heads, numbers to the right, words to the left."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

TABLE = re.compile(r'<table border="1" class="dataframe">.*?</table>', re.DOTALL)
TWO_HEADS = re.compile(
    r"<tr[^>]*>\s*(?P<blank>(?:<th></th>\s*)+)(?P<names>(?:<th>[^<]+</th>\s*)+)</tr>"
    r"\s*<tr>\s*(?P<second>(?:<th>.*?</th>\s*)+)</tr>"
)
HEAD = re.compile(r"<th>(.*?)</th>")
FIRST = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>")
NUMBER = re.compile(r"<td>([+\-\u2212]?\d[\d.,e+\-\u2212\u00a0%]*|-?inf|NaN|&lt;NA&gt;|\u2013)</td>")


def tidy(table: str) -> str:
    """Return the HTML of a table with the names of its index in the row of the columns, and numbers marked."""
    marked = NUMBER.sub(r'<td class="number">\1</td>', TWO_HEADS.sub(_one_head, table))
    head, body_begins, body = marked.partition("<tbody>")
    kinds = FIRST.search(body)
    if not kinds:
        return marked
    numbers = ["number" in cell for cell in CELL.findall(kinds[1])]
    if len(numbers) == head.count("<th>"):
        each = iter(numbers)
        head = HEAD.sub(lambda cell: f'<th class="number">{cell[1]}</th>' if next(each) else cell[0], head)
    return head.replace("_", "_<wbr>") + body_begins + body  # long names of columns break there


def _one_head(rows: re.Match[str]) -> str:
    """Write the names of the index over its columns, if the second row of heads says nothing else."""
    blank, names, second = rows.groups()
    levels = blank.count("<th>")
    heads = HEAD.findall(second)
    if any(heads[levels:]):
        return rows[0]
    index = "".join(f"<th>{each}</th>" for each in heads[:levels])
    return f"<tr>{index}{names}</tr>"


def tidy_page(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any) -> None:
    """Tidy all tables of pandas on a page."""
    if "body" in context:
        context["body"] = TABLE.sub(lambda found: tidy(found[0]), context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to the build."""
    app.connect("html-page-context", tidy_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
