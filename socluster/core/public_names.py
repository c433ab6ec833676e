"""The public names, as the stub of the package lists them: where each is defined, and which question it answers.

`socluster/__init__.pyi` is the one list. Type checkers and editors read it directly; the package reads it here, so that
a name is loaded on first use only, and so that the guide and the reference hold every name under its question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pkgutil import get_data
from types import MappingProxyType
from typing import Any

__all__ = ["CHAPTERS", "HOME", "public_object"]

_CHAPTER = re.compile(r"# == (?P<title>.+)")
_QUESTION = re.compile(r"# -- (?P<title>.+)")
_NAME = re.compile(r"from (?P<home>[\w.]+) import (?P<name>\w+) as (?P=name)")


def _read(stub: str) -> tuple[dict[str, str], dict[str, dict[str, tuple[str, ...]]]]:
    """Return the home of every name, and the names by chapter and question, in the order of the stub."""
    homes: dict[str, str] = {}
    chapters: dict[str, dict[str, tuple[str, ...]]] = {}
    chapter = question = ""
    for line in stub.splitlines():
        if found := _CHAPTER.fullmatch(line):
            chapter, question = found["title"], ""
            chapters[chapter] = {}
        elif found := _QUESTION.fullmatch(line):
            question = found["title"]
            chapters[chapter][question] = ()
        elif found := _NAME.fullmatch(line):
            homes[found["name"]] = found["home"]
            chapters[chapter][question] += (found["name"],)
    return homes, chapters


_stub = get_data("socluster", "__init__.pyi") or b""  # from a folder, or from the archive in which the package is
_homes, _chapters = _read(_stub.decode("utf-8"))

HOME: Mapping[str, str] = MappingProxyType(_homes)
"""Public name -> package or module that holds it."""

CHAPTERS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {chapter: MappingProxyType(questions) for chapter, questions in _chapters.items()}
)
"""Chapter -> question -> public names, in the order of reading."""


def public_object(name: str) -> Any:
    """Return what a public name stands for: something that a module holds, or a module itself."""
    home = HOME[name]
    if home == "socluster":  # the package has its modules once they are imported
        return import_module(f"{home}.{name}")
    holder = import_module(home)
    return getattr(holder, name) if hasattr(holder, name) else import_module(f"{home}.{name}")
