"""Every measure's page names the other answers to the same question, as the list of public names groups them."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from socluster.core.public_names import CHAPTERS

LATER = ("Notes", "References", "Examples")  # sections that follow "See Also" in numpydoc's order


def others(name: str) -> list[str]:
    """Return the other answers to the question under which a measure stands."""
    return [each for names in CHAPTERS["Measures"].values() if name in names for each in names if each != name]


def add(_app: Sphinx, what: str, name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Put the section into the docstring of a measure, before napoleon reads it."""
    package, _, function = name.rpartition(".")
    answers = others(function) if (what, package) == ("function", "socluster") else []
    if not answers or "See Also" in lines:
        return
    starts = [place for place, line in enumerate(lines[:-1]) if line in LATER and set(lines[place + 1]) == {"-"}]
    section = ["See Also", "--------", ", ".join(answers), ""]
    place = min(starts, default=len(lines))
    lines[place:place] = section


def setup(app: Sphinx) -> dict[str, bool]:
    """Go before napoleon."""
    app.connect("autodoc-process-docstring", add, priority=300)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
