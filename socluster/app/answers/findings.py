"""What the report finds, section by section, as plain values: a finding, then tables and what to keep in mind."""

from __future__ import annotations

from typing import Any

from socluster.report.blocks import Aside, Bullets, Paragraph, Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cohesion import cohesion
from socluster.report.sections.connectors import connectors
from socluster.report.sections.members import members
from socluster.report.sections.sound import sound

__all__ = ["findings_of", "part_of"]

_SECTIONS = (members, cohesion, connectors, sound)  # losses and services have views of their own


def findings_of(facts: Facts) -> list[dict[str, Any]]:
    """Return what was found, in the order of reading, in the language of the facts."""
    parts = [(section.__name__, section(facts)) for section in _SECTIONS]
    return [{"id": name, **part_of(part)} for name, part in parts if part is not None]


def part_of(part: Part) -> dict[str, Any]:
    """Return a section as plain values; its pictures are those of the page, so they are left out."""
    tables = [_table(block) for block in part.blocks if isinstance(block, ShownTable)]
    notes: list[str] = []
    for block in part.blocks:
        if isinstance(block, Bullets | Aside):
            notes += block.items
        elif isinstance(block, Paragraph):
            notes.append(block.text)
    return {"heading": part.heading, "finding": part.finding, "tables": tables, "notes": notes}


def _table(table: ShownTable) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "heads": [{"text": head.text, "isNumber": head.is_number} for head in table.heads],
        "rows": [[cell.text for cell in row] for row in table.rows],
        "note": table.note,
    }
