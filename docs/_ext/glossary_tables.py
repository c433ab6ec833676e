"""The glossary in both directions from one table, glossary.csv: `{glossary-table} en` and `{glossary-table} lt`."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

TABLE = Path(__file__).parents[1] / "glossary.csv"
ALPHABET = "aąbcčdeęėfghiįyjklmnoprsštuųūvzž"
HEADS = {
    "en": ("English", "Lithuanian", "Meaning", "Lithuanian word from"),
    "lt": ("Lithuanian", "English"),
}
WHERE = {
    "project": "documents of the reform and its projects",
    "B": "Baležentis and Skeberdytė 2015",
    "V": "Visuotinė lietuvių enciklopedija",
    "G": "graph theory",
    "": "our proposal",
}


def rows() -> list[dict[str, str]]:
    """Return the terms: en, lt, meaning, source, rejected (Lithuanian words not to use; `*` is any ending)."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rejected(terms: list[dict[str, str]]) -> list[tuple[re.Pattern[str], str]]:
    """Return what to look for in a Lithuanian text, with the word to use instead."""
    return [
        (_pattern(word.strip()), term["lt"]) for term in terms for word in term["rejected"].split(";") if word.strip()
    ]


def _pattern(words: str) -> re.Pattern[str]:
    pieces = (re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return re.compile(r"\b" + r"\s+".join(pieces) + r"\b", re.IGNORECASE)


def lithuanian_order(word: str) -> list[int]:
    """Return what sorts a word as a Lithuanian dictionary does (y stands with i)."""
    return [ALPHABET.find(letter) for letter in word.lower()]


class GlossaryTable(SphinxDirective):
    """`{glossary-table} en` or `{glossary-table} lt`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.env.note_dependency(str(TABLE))
        language = self.arguments[0]
        if language == "en":
            terms = sorted(rows(), key=lambda row: row["en"].lower())
            cells = [
                (_text(t["en"]), _text(t["lt"], "lt"), _text(t["meaning"]), _text(WHERE[t["source"]])) for t in terms
            ]
        else:
            pairs = sorted(
                ((word.strip(), term["en"]) for term in rows() for word in term["lt"].split(";")),
                key=lambda pair: lithuanian_order(pair[0]),
            )
            cells = [(_text(word, "lt"), _text(en)) for word, en in pairs]
        return [_table(HEADS[language], cells)]


def _text(text: str, language: str = "en") -> nodes.inline:
    return nodes.inline("", text, classes=[] if language == "en" else [f"language-{language}"])


def _table(heads: tuple[str, ...], cells: list[tuple[nodes.inline, ...]]) -> nodes.table:
    group = nodes.tgroup(cols=len(heads))
    group += [nodes.colspec(colwidth=1) for _ in heads]
    head, body = nodes.thead(), nodes.tbody()
    head += _row(tuple(_text(text) for text in heads))
    body += [_row(row) for row in cells]
    group += [head, body]
    table = nodes.table(classes=["glossary-table"])
    table += group
    return table


def _row(cells: tuple[nodes.inline, ...]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry, paragraph = nodes.entry(), nodes.paragraph()
        paragraph += cell
        entry += paragraph
        row += entry
    return row


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("glossary-table", GlossaryTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
