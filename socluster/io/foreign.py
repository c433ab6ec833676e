"""Files of formats that are not read, told by their ending or by their first bytes, and how to bring them in."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["refuse_foreign"]

_SPREADSHEET = marked(
    "the format '{suffix}' is not read; open the file in a spreadsheet program and save it as .xlsx, without a password"
)
_PACKED = marked("the file is packed ({suffix}); unpack it and read the file or folder that was in it")
_ROWS = marked(
    "the format '{suffix}' is not read; socluster.as_cluster(pandas.read_json(path, lines=True)) takes a list of ties "
    "with one in each line"
)
_OF_R = marked(
    "the format '{suffix}' is not read; in R, write a table with write.csv or a graph with "
    'igraph::write_graph(graph, path, "graphml")'
)
_STATISTICS = marked(
    "the format '{suffix}' is not read; save the table as .csv or .xlsx in the program that wrote it, or give it to "
    "socluster.as_cluster as a table of pandas"
)
_PROJECT = marked(
    "the format '{suffix}' is not read; export the network as GraphML (.graphml) from the program that wrote it, "
    "or from Gephi or Cytoscape"
)
_OF_A_LIBRARY = marked(
    "the format '{suffix}' is not read; let the library that reads it (networkx, igraph, scipy) write the network as "
    "GraphML (.graphml), or as a list of ties with the words source and target above it"
)
_DATABASE = marked("the format '{suffix}' is a database; save its table of ties as .csv")
_PLAIN_LIST = marked(
    "the format '{suffix}' is not known; if it is a list of ties as text, give it the ending .txt and write a row with "
    "the words source and target above it"
)
_DOCUMENT = marked(
    "the format '{suffix}' is a document; copy its table into a spreadsheet and save that as .xlsx or .csv"
)
_WAYS = {
    _SPREADSHEET: ".xls .xlsb .xlsm .xltx .ods .fods .numbers",
    _PACKED: ".gz .zip .bz2 .xz .zst .7z .rar .tar .tgz .graphmlz",
    _ROWS: ".jsonl .ndjson",
    _OF_R: ".rds .rda .rdata",
    _STATISTICS: ".sav .zsav .por .dta .sas7bdat .feather",
    _PROJECT: ".gephi .cys .cx .cx2 .sif .gdf .gt .tgf .dot .gv .graphmlx",
    _OF_A_LIBRARY: ".mtx .g6 .s6 .lgl .leda",
    _DATABASE: ".sqlite .sqlite3 .db .mdb .accdb",
    _PLAIN_LIST: ".edges .edgelist .edg .ncol .prn",
    _DOCUMENT: ".pdf .doc .docx .odt .rtf .html .htm .md .pptx",
}
_WAY_OF = {suffix: way for way, suffixes in _WAYS.items() for suffix in suffixes.split()}

_TEXTS = (".csv", ".tsv", ".txt", ".dat", ".json", ".graphml", ".xml", ".gexf", ".gml", ".net", ".paj", ".dl", ".vna")
_OLD_OFFICE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_BEGINNINGS = {
    _OLD_OFFICE: marked(
        "is a workbook of an older kind or with a password; open it in a spreadsheet program and save it as .xlsx, "
        "without a password"
    ),
    b"\x1f\x8b": marked("is packed with gzip; unpack it and read the file that was in it"),
    b"%PDF-": marked("is a PDF document; copy its table into a spreadsheet and save that as .xlsx or .csv"),
    b"SQLite format 3": marked("is a database; save its table of ties as .csv"),
    _ZIP: marked("is a workbook or packed with zip; give a workbook the ending .xlsx, and unpack anything else"),
}
_TEXT_IN_WORKBOOK = marked(
    "is text and no workbook; give it the ending .csv or, if it is a page of the web, open it in a spreadsheet program "
    "and save it as .xlsx"
)
_BEGINNING = 512  # bytes


def refuse_foreign(path: Path) -> None:
    """Refuse a file that is of another format than those that are read, by name and way out.

    Raises
    ------
    InputError
        If its ending is that of such a format, or its first bytes are.
    """
    suffix = path.suffix.casefold()
    if not path.is_file():
        return
    if suffix in _WAY_OF:
        raise InputError(Problem(_WAY_OF[suffix], file=str(path), values={"suffix": suffix}))
    if suffix not in (*_TEXTS, ".xlsx"):
        return
    with path.open("rb") as file:
        begins = file.read(_BEGINNING)
    for mark, message in _BEGINNINGS.items():
        if begins.startswith(mark) and not (mark == _ZIP and suffix == ".xlsx"):
            raise InputError(Problem(message, file=str(path)))
    if suffix == ".xlsx" and (b"\n" in begins or begins.startswith(b"<")) and _is_text(begins):
        raise InputError(Problem(_TEXT_IN_WORKBOOK, file=str(path)))


def _is_text(begins: bytes) -> bool:
    """Whether bytes are printable, in any encoding that keeps the English letters."""
    return all(byte > 31 or byte in b"\t\r\n" for byte in begins)
