"""The public names, as the stub of the package lists them: where each is defined, and which question it answers.

`socluster/__init__.pyi` is the one list. Type checkers and editors read it directly; the package reads it here, so that
a name is loaded on first use only, and so that the guide and the reference hold every name under its question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import get_data
from types import MappingProxyType
from typing import Any

__all__ = ["CHAPTERS", "HOME", "homes", "no_such_name", "public_object"]

_SLIP = 0.85  # more alike than two names are by chance
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


def _stub(package: str) -> str:
    """Return the stub of a package, from a folder, or from the archive in which it is."""
    return (get_data(package, "__init__.pyi") or b"").decode("utf-8")


_homes, _chapters = _read(_stub("socluster"))

HOME: Mapping[str, str] = MappingProxyType(_homes)
"""Public name -> package or module that holds it."""

CHAPTERS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {chapter: MappingProxyType(questions) for chapter, questions in _chapters.items()}
)
"""Chapter -> question -> public names, in the order of reading."""


def homes(package: str) -> dict[str, str]:
    """Return public name -> module that holds it, as the stub of a package below socluster lists them."""
    return {found["name"]: found["home"] for found in map(_NAME.fullmatch, _stub(package).splitlines()) if found}


def no_such_name(module: str, name: str, known: Iterable[str]) -> AttributeError:
    """Return the error for a name that a module does not have, with the name that was probably meant."""
    near = None if name.startswith("_") else _meant(name, known)  # nobody means those with an underscore
    hint = f"; did you mean {near!r}?" if near else ""
    return AttributeError(f"module {module!r} has no attribute {name!r}{hint}")


def _meant(name: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant: one that is a part of it, one of which it is a part, or the most alike.

    Other libraries say betweenness_centrality and clustering where we say betweenness and local_clustering.
    """
    from difflib import SequenceMatcher, get_close_matches  # only who slips needs them, and everybody imports this

    known = list(known)
    words = f"_{name.casefold()}_"
    parts = [each for each in known if f"_{each.casefold()}_" in words]
    wholes = [each for each in known if words in f"_{each.casefold()}_"]
    folded = {each.casefold(): each for each in known}
    near = next((folded[each] for each in get_close_matches(name.casefold(), folded, n=1)), None)
    slips = [near] if near and SequenceMatcher(None, name.casefold(), near.casefold()).ratio() > _SLIP else []
    return next(iter([*sorted(parts, key=len, reverse=True), *slips, *sorted(wholes, key=len), near]), None)


def public_object(name: str) -> Any:
    """Return what a public name stands for: something that a module holds, or a module itself."""
    home = HOME[name]
    if home == "socluster":  # the package has its modules once they are imported
        return import_module(f"{home}.{name}")
    holder = import_module(home)
    return getattr(holder, name) if hasattr(holder, name) else import_module(f"{home}.{name}")
