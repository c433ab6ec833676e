"""The files of the page, and all modules as one script where a page must hold them itself."""

from __future__ import annotations

import re
from importlib.resources import files

from socluster.words import Language

__all__ = ["FILES", "joined", "served", "text_of"]

FILES = (
    "ask.js",
    "asking.js",
    "bars.js",
    "bring.js",
    "candidates.js",
    "check.js",
    "choosing.js",
    "compare.js",
    "earlier.js",
    "elements.js",
    "fitting.js",
    "form.js",
    "frame.js",
    "goals.js",
    "keep.js",
    "main.js",
    "missed.js",
    "numbers.js",
    "offered.js",
    "opening.js",
    "outcome.js",
    "page.css",
    "picture.js",
    "plan.js",
    "ranges.js",
    "scenario.js",
    "state.js",
    "steady.js",
    "tables.js",
    "take.js",
    "tokens.css",
    "understand.js",
    "whatif.js",
    "words.js",
)  # that a server may give out: nothing else is there

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)
_NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|class) (\w+)", re.MULTILINE)
_HELD = re.compile(r"^(?:export )?(?:const|let) .*$", re.MULTILINE)
_EACH = re.compile(r"(?:^(?:export )?(?:const|let) |, )(\w+) = ")


def text_of(name: str) -> str:
    """Return a file of the page.

    Raises
    ------
    FileNotFoundError
        If there is none of that name.
    """
    return (files("socluster.app.page") / name).read_text(encoding="utf-8")


def served(opens_in: Language | None = None) -> str:
    """Return the page as a server gives it out, with its modules and styles beside it.

    Parameters
    ----------
    opens_in : {"en", "lt"}, optional
        In which it opens at a first visit; default that of the browser.
    """
    page = text_of("index.html")
    if opens_in is None:
        return page
    return page.replace('<html lang="en"', f'<html lang="{opens_in}" data-opens-in="{opens_in}"', 1)


def joined(*modules: str) -> str:
    """Return modules and all that they import as one script, each after those that it needs.

    Raises
    ------
    ValueError
        If two modules name the same thing, which one script could not hold.

    Examples
    --------
    >>> "import {" in joined("words.js"), "function number(" in joined("words.js")
    (False, True)
    """
    order: list[str] = []
    for module in modules:
        _visit(module, order)
    named: dict[str, str] = {}
    pieces = []
    for module in order:
        text = text_of(module)
        for name in _names_in(text):
            if name in named:
                raise ValueError(f"{module} and {named[name]} both name {name}")
            named[name] = module
        pieces.append(re.sub(r"^export ", "", _IMPORT.sub("", text), flags=re.MULTILINE))
    return "\n".join(pieces)


def _names_in(text: str) -> list[str]:
    """Return what a module names at its top: functions, classes and constants, of which a line may hold several."""
    return [*_NAMED.findall(text), *(name for line in _HELD.findall(text) for name in _EACH.findall(line))]


def _visit(module: str, order: list[str]) -> None:
    """Put a module behind those that it imports."""
    if module in order:
        return
    for needed in _IMPORT.findall(text_of(module)):
        _visit(needed, order)
    order.append(module)
