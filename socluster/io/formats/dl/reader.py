"""Reading UCINET's data language."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.formats.cells import cell_problems, relation_of
from socluster.io.formats.dl.header import DlHeader, read_header
from socluster.io.formats.dl.lists import read_lists
from socluster.io.formats.dl.matrices import DlContent, read_matrices
from socluster.io.formats.plain_text import read_text
from socluster.io.formats.relations import (
    FileNetwork,
    Labels,
    label_problems,
    matrix_names,
    tables_of_network,
    warn_of_unknown_affiliations,
)
from socluster.io.options import ReadingOptions

__all__ = ["read"]


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a text file in UCINET's data language.

    Each matrix becomes a layer: undirected if it is symmetric, else directed. A missing cell (`na`, `.` or `?`) is a
    unknown tie. Rows and columns that are different things (`nr=` and `nc=`, or `nodelist2` and
    `edgelist2`) are actors and groups.

    Parameters
    ----------
    path : Path
        The file (`.dl`, `.dat`, `.txt`).
    options : ReadingOptions, optional
        The encoding (without it: UTF-8, else Windows-1257, else Latin-1), and what to do about ties of an actor with
        itself, which a cluster cannot hold.

    Returns
    -------
    Tables
        With actors, ties and unknown or, from a two-mode file, with actors, groups and affiliations.

    Raises
    ------
    InputError
        With the line of what is wrong: too few or too many numbers or labels, letters where numbers should be,
        weights below zero, ties of an actor with itself.

    Notes
    -----
    Read are the formats fullmatrix, upperhalf, lowerhalf (with or without diagonal), nodelist1, nodelist1b, nodelist2,
    edgelist1 and edgelist2, with labels in lists or embedded. In the lists, a line with `!` begins the next matrix. A
    comma separates, so decimals are written with a point. A missing diagonal says nothing and is passed over.

    References
    ----------
    S. Borgatti, M. Everett, L. Freeman (2002): UCINET 6 for Windows, User's Guide, chapter 3.
    """
    options = options or ReadingOptions()
    header = read_header(read_text(path, options.encoding), path)
    is_list = header.format.startswith(("nodelist", "edgelist"))
    content = (read_lists if is_list else read_matrices)(header, path)
    return _tables(header, content, path, options)


def _tables(header: DlHeader, content: DlContent, path: Path, options: ReadingOptions) -> Tables:
    rows, columns = content.rows, content.columns
    file = str(path)
    two_mode = header.two_mode or list(rows.names) != list(columns.names)
    if two_mode and header.says_one_mode:
        columns = _one_spelling(rows, columns, file)
        two_mode = False
    problems = label_problems(rows, table="actors", file=file)
    if two_mode:
        problems += label_problems(columns, table="groups", file=file)
    for cells in content.matrices:
        problems += cell_problems(cells, rows, columns, two_mode=two_mode, options=options, file=file)
    names = header.labels.get("matrices") or matrix_names(len(content.matrices), two_mode)
    problems += label_problems(names, table="layers", file=file, what="matrix")
    if problems:
        raise InputError(problems)
    named = zip(names.names, content.matrices, strict=True)
    relations = [relation_of(name, cells, two_mode=two_mode) for name, cells in named]
    network = FileNetwork(rows, relations, columns if two_mode else None)
    warn_of_unknown_affiliations(network, path)
    return tables_of_network(network, path)


def _one_spelling(rows: Labels, columns: Labels, file: str) -> Labels:
    """Return the labels of the rows for the columns of a file that says n=, where the two differ in case only."""
    wrong = [
        Problem(
            "the header says n=, so rows and columns are the same; this column is called '{column}', its row '{row}'",
            row=columns.line(position),
            file=file,
            values={"column": column, "row": row},
        )
        for position, (row, column) in enumerate(zip(rows.names, columns.names, strict=True))
        if row.casefold() != column.casefold()
    ]
    if wrong:
        raise InputError(wrong)
    return rows
