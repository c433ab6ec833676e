"""Names of the library in running text lead to their place in the reference: `sc.compare`, `compare(draws=)`."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

import socluster

NAME = re.compile(r"(?:sc\.|socluster\.)?((?:terms|ties|plot|report|learn|Cluster|Scenario|Outcome)\.\w+|\w+)(\(.*\))?")
PREFIXED = re.compile(r"(sc|socluster)\.")
OF_OTHERS = {"coming_from"}  # there, degree(g) is a function of R
TOO_COMMON = {
    "read",
    "write",
    "load",
    "measure",
    "terms",
    "ties",
    "plot",
    "report",
    "reach",
    "information",
    "strength",
    "degree",
    "learn",
}


def target(text: str) -> str | None:
    """Return the full name that a piece of code names, if it is a public one beyond doubt."""
    match = NAME.fullmatch(text)
    if match is None:
        return None
    name, call = match.groups()
    sure = PREFIXED.match(text) or call or "." in name or name not in TOO_COMMON
    known = name.partition(".")[0] in socluster.__all__
    return f"socluster.{name}" if sure and known and not name.startswith("__") else None


def link_names(app: Sphinx, doctree: nodes.document) -> None:
    """Turn names in code font into references, which fall back to plain code where nothing is found."""
    beside_others = app.env.docname in OF_OTHERS
    for literal in list(doctree.findall(nodes.literal)):
        name = target(literal.astext())
        if name is None or (beside_others and not PREFIXED.match(literal.astext())):
            continue
        if isinstance(literal.parent, (nodes.reference, addnodes.pending_xref)):
            continue
        attributes = {"refdomain": "py", "reftype": "obj", "reftarget": name, "refexplicit": True, "refwarn": False}
        reference = addnodes.pending_xref("", **attributes)
        literal.replace_self(reference)
        reference += literal


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at every page after it was read."""
    app.connect("doctree-read", link_names)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
