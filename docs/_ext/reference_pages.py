"""The reference: one page per question, made from the docstrings, complete over the public names."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import socluster as sc
from socluster.core.public_names import CHAPTERS

INNER = ("parts", "kept", "shared_matrix")  # the face of a cluster that the package itself looks at
FOLDER = Path(__file__).parents[1] / "reference"

HEAD = """# Reference

Every public name, grouped by the question that it answers. In all measures the first argument is the cluster (or
anything that `sc.as_cluster` takes), and everything else is given by name. If you are looking for a measure, see
[](../measures.md), a table of all of them; if you know its name, see [](a_to_z.md).

```{toctree}
:hidden:

a_to_z
```
"""
ALPHABET_HEAD = """# A to Z

Every public name in the order of the alphabet, what it answers, and under which question it stands.
"""


def sections() -> dict[str, dict[str, list[str]]]:
    """Return the public names, each once, as chapter -> page title -> full names; of a module, those that it holds."""
    return {
        chapter: {title: [each for name in names for each in _members(name)] for title, names in pages.items()}
        for chapter, pages in CHAPTERS.items()
    }


def _members(name: str) -> Iterator[str]:
    thing = getattr(sc, name)
    if inspect.ismodule(thing):
        yield from (f"{name}.{each}" for each in thing.__all__ if not inspect.ismodule(getattr(thing, each)))
    else:
        yield name


def found(name: str) -> Any:
    """Return the object of a name such as "ties.Rates"."""
    thing: Any = sc
    for part in name.split("."):
        thing = getattr(thing, part)
    return thing


def result_classes(names: list[str]) -> list[type]:
    """Return the classes of this library that the functions return and that have no public name of their own."""
    public = [found(name) for pages in sections().values() for page in pages.values() for name in page]
    classes: dict[type, None] = {}
    for function in filter(inspect.isfunction, map(found, names)):
        words = re.findall(r"\w+", str(function.__annotations__.get("return", "")))
        for each in (function.__globals__.get(word) for word in words):
            ours = inspect.isclass(each) and each.__module__.startswith("socluster")
            if ours and not any(each is other for other in public):
                classes[each] = None
    return list(classes)


def alphabet() -> str:
    """Return a page of all names by letter as Markdown."""
    titles = {name: title for pages in sections().values() for title, names in pages.items() for name in names}
    letters: dict[str, list[str]] = {}
    for name in sorted(titles, key=lambda name: (name.lower(), name)):
        letters.setdefault(name[0].upper(), []).append(name)
    parts = [ALPHABET_HEAD, " · ".join(f"[{letter}](#{letter.lower()})" for letter in letters) + "\n"]
    for letter, names in letters.items():
        rows = [_alphabet_row(name, titles[name]) for name in names]
        parts.append("\n".join([f"## {letter}\n", "| name | answers | question |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _alphabet_row(name: str, title: str) -> str:
    thing = found(name)
    answers = summary(thing) if inspect.isclass(thing) or inspect.isroutine(thing) else ""
    return f"| {{py:obj}}`{name} <socluster.{name}>` | {answers} | [{title}]({slug(title)}.md) |"


def _plain(name: str) -> bool:
    return inspect.isclass(found(name)) or inspect.isfunction(found(name))


def page(title: str, names: list[str]) -> str:
    """Return a page of the reference as Markdown."""
    parts = [f"# {title}\n"]
    if all(_plain(name) for name in names):
        rows = [f"| {{py:obj}}`{name} <socluster.{name}>` | {summary(found(name))} |" for name in names]
        parts.append("\n".join(["| name | answers |", "|---|---|", *rows]) + "\n")
    parts += [_entry(f"socluster.{name}", found(name)) for name in names]
    returned = result_classes(names)
    if returned:
        parts.append("## What is returned\n")
        parts += [_entry(f"{each.__module__}.{each.__qualname__}", each) for each in returned]
    return "\n".join(parts)


def summary(thing: object) -> str:
    """Return the first line of a docstring, fit for a cell of a table."""
    return (inspect.getdoc(thing) or "").partition("\n")[0].replace("|", "\\|")


def _entry(name: str, thing: object) -> str:
    if inspect.isclass(thing):
        directive = f".. autoclass:: {name}\n   :members:\n   :inherited-members: {_foreign(thing)}"
        directive += f"\n   :exclude-members: {', '.join(INNER)}" if thing is sc.Cluster else ""
    elif inspect.isfunction(thing):
        directive = f".. autofunction:: {name}"
    else:
        directive = f".. autodata:: {name}\n   :no-value:"
    return f"```{{eval-rst}}\n{directive}\n```\n"


def _foreign(thing: type) -> str:
    """Name the bases whose members are not ours (those of tuples, exceptions and the like)."""
    return ", ".join(base.__name__ for base in thing.__mro__ if not base.__module__.startswith("socluster"))


def slug(title: str) -> str:
    """Return a title as a file name."""
    return re.sub(r"[^a-z0-9]+", "_", title.lower().replace("'", "")).strip("_")


def write_pages(_app: Sphinx) -> None:
    """Write the pages that have changed, and drop those that are gone."""
    pages = {"index.md": HEAD, "a_to_z.md": alphabet()}
    for chapter, titles in sections().items():
        entries = [slug(title) for title in titles] + (["../measures"] if chapter == "Measures" else [])
        tree = "\n".join(
            ["```{toctree}", f":caption: {chapter}", ":maxdepth: 1", "", *sorted(entries, key=_first), "```"]
        )
        pages["index.md"] += f"\n## {chapter}\n\n{tree}\n"
        pages |= {f"{slug(title)}.md": page(title, names) for title, names in titles.items()}
    FOLDER.mkdir(exist_ok=True)
    for stale in FOLDER.glob("*.md"):
        if stale.name not in pages:
            stale.unlink()
    for name, text in pages.items():
        place = FOLDER / name
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.write_text(text, encoding="utf-8")


def _first(entry: str) -> bool:
    return entry != "../measures"


def setup(app: Sphinx) -> dict[str, bool]:
    """Write before Sphinx looks for pages."""
    app.connect("builder-inited", write_pages, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
