"""Texts of the steps that need a server (bring, check, take away), by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.words import Phrase, marked

__all__ = ["SERVER_WORDS"]

SERVER_WORDS: Mapping[str, str | Phrase] = MappingProxyType(
    {
        "bring_title": marked("Bring your data"),
        "bring_about": marked("A workbook of yours, or a data set that comes with socluster."),
        "check_title": marked("What was understood?"),
        "check_about": marked("Nothing is mended silently."),
        "take_title": marked("Take it away"),
        "take_about": marked("Report, tables, scenarios, and the page by e-mail."),
    }
)
