"""What stands for a value in the help of a command, as in `--needs FILE`, and for what is typed without an option."""

from __future__ import annotations

from socluster.words import Language, marked, translated

__all__ = ["PLACEHOLDERS", "placeholder"]

PLACEHOLDERS = (
    marked("ADDRESS", context="placeholder"),
    marked("BUDGET", context="placeholder"),
    marked("COLUMN", context="placeholder"),
    marked("DIR", context="placeholder"),
    marked("DRAWS", context="placeholder"),
    marked("ENCODING", context="placeholder"),
    marked("FILE", context="placeholder"),
    marked("HOST", context="placeholder"),
    marked("IN", context="placeholder"),
    marked("LAYER", context="placeholder"),
    marked("LAYER:DIRECTION", context="placeholder"),
    marked("MEASURE", context="placeholder"),
    marked("MODEL", context="placeholder"),
    marked("N", context="placeholder"),
    marked("NAME", context="placeholder"),
    marked("NAME=AMOUNT", context="placeholder"),
    marked("OUT", context="placeholder"),
    marked("OUTPUT", context="placeholder"),
    marked("PARTNERS", context="placeholder"),
    marked("PORT", context="placeholder"),
    marked("SEED", context="placeholder"),
    marked("SHEET", context="placeholder"),
    marked("TEXT", context="placeholder"),
    marked("TITLE", context="placeholder"),
    marked("UNIT", context="placeholder"),
    marked("URL", context="placeholder"),
    marked("WORKERS", context="placeholder"),
    marked("command", context="placeholder"),
    marked("layer", context="placeholder"),
    marked("measure", context="placeholder"),
    marked("needs", context="placeholder"),
    marked("path", context="placeholder"),
    marked("scenarios", context="placeholder"),
    marked("term", context="placeholder"),
)


def placeholder(name: str, language: Language) -> str:
    """Return what stands for a value, in the language; an option, or what is none of these, as it is typed."""
    return translated(name, language, context="placeholder") if name in PLACEHOLDERS else name
