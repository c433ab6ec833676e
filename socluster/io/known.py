"""Which formats are known, which options of reading each can use, and which of them a file is in."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from socluster.core.errors import InputError, Problem, nearest
from socluster.io.formats import dl, gexf, gml, graph_json, graphml, pajek, reading_only, ucinet, vna
from socluster.io.sheets import delimited, workbook
from socluster.io.tables import csv_folder, parquet
from socluster.words import marked

__all__ = ["FORMATS", "USES", "WRITTEN", "format_of"]

# Suffix -> module with read(path, options), write(tables, path), losses(tables). The empty suffix is a folder.
FORMATS: dict[str, ModuleType] = {
    "": csv_folder,
    ".csv": delimited,
    ".tsv": delimited,
    ".txt": delimited,
    ".dat": delimited,
    ".xlsx": workbook,
    ".parquet": parquet,
    ".json": graph_json,
    ".graphml": graphml,
    ".gexf": gexf,
    ".gml": gml,
    ".net": pajek,
    ".paj": pajek,
    ".dl": dl,
    ".vna": vna,
    ".##h": ucinet,
    ".##d": ucinet,
}
WRITTEN = [suffix for suffix, module in FORMATS.items() if module.write is not reading_only.write]

_RELATIONS = ("name", "directed", "layers", "layer", "weight", "duplicates", "self_ties", "zero_weight")
_ANY = (*_RELATIONS, "missing")
_TABLES = (*_ANY, "source", "target")

# Which options a format can use; all others are refused, as they would be passed over.
USES: dict[ModuleType, tuple[str, ...]] = {
    csv_folder: (*_TABLES, "encoding"),
    delimited: (*_TABLES, "two_mode", "encoding"),
    workbook: (*_TABLES, "two_mode", "sheet"),
    parquet: _TABLES,
    graph_json: (*_TABLES, "two_mode", "encoding"),
    graphml: (*_ANY, "two_mode"),
    gexf: (*_ANY, "two_mode"),
    gml: (*_ANY, "two_mode", "encoding"),
    pajek: (*_RELATIONS, "encoding"),
    dl: (*_RELATIONS, "encoding"),
    vna: (*_ANY, "encoding"),
    ucinet: (*_RELATIONS, "two_mode"),
}
_BEGINNINGS = {
    b"dl": ".dl",
    b"*vertices": ".net",
    b"*network": ".net",
    b"*node": ".vna",
    b"*tie": ".vna",
    b"{": ".json",
}


def format_of(path: Path) -> ModuleType:
    """Return the module that reads or writes such a file or folder.

    Raises
    ------
    InputError
        If there is none; says which endings are known.
    """
    suffix = path.suffix.casefold()
    if path.is_dir() and suffix != ".parquet":
        suffix = ".parquet" if any(path.glob("*.parquet")) else ""
    elif suffix in (".txt", ".dat"):
        suffix = _told_by_its_beginning(path) or suffix
    elif suffix == ".xml" and path.is_file():
        suffix = ".graphml"
    if suffix not in FORMATS:
        message = marked("the format '{suffix}' is not known; there are {known}, and folders")
        values = {"suffix": suffix, "known": ", ".join(key for key in FORMATS if key)}
        raise InputError(Problem(message, file=str(path), nearest=nearest(suffix, FORMATS), values=values))
    return FORMATS[suffix]


def _told_by_its_beginning(path: Path) -> str | None:
    """Return the ending that a text file should have, by its first word; None for a plain table."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        begins = file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    is_word = not begins.startswith(b"dl") or not begins[2:3].isalpha()  # a name may begin with these letters
    return next((suffix for word, suffix in _BEGINNINGS.items() if begins.startswith(word) and is_word), None)
