"""Which kinds of file can be brought, told by the end of their names: known to the server, which reads none of them."""

from __future__ import annotations

__all__ = ["KINDS", "suffix_of"]

# One file only: the pair of UCINET is not among them.
KINDS = (
    *(".xlsx", ".csv", ".tsv", ".txt", ".dat", ".json"),
    *(".graphml", ".xml", ".gexf", ".gml", ".net", ".paj", ".dl", ".vna"),
)


def suffix_of(name: str) -> str | None:
    """Return which of the known kinds a file is, or None.

    Examples
    --------
    >>> suffix_of("Our cluster.XLSX"), suffix_of("../../etc/passwd")
    ('.xlsx', None)
    """
    end = name[name.rfind(".") :].casefold() if "." in name else ""
    return next((kind for kind in KINDS if kind == end), None)
