"""Reading UCINET's data language."""

from __future__ import annotations

from pathlib import Path

from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.formats.cells import cell_problems, relation_of
from socluster.io.formats.dl.header import DlHeader, read_header
from socluster.io.formats.dl.lists import read_lists
from socluster.io.formats.dl.matrices import Content, read_matrices
from socluster.io.formats.plain_text import read_text
from socluster.io.formats.relations import (
    FileNetwork,
    check_self_ties,
    label_problems,
    matrix_names,
    tables_of_network,
    warn_of_unknown_affiliations,
)

__all__ = ["read"]


def read(path: Path, *, self_ties: str = "refuse", encoding: str | None = None) -> Tables:
    """Read a text file in UCINET's data language.

    Each matrix becomes a layer: undirected if it is symmetric, else directed. A missing cell (`na`, `.` or `?`) is a
    unknown tie. Rows and columns that are different things (`nr=` and `nc=`, or `nodelist2` and
    `edgelist2`) are actors and groups.

    Parameters
    ----------
    path : Path
        The file (`.dl`, `.dat`, `.txt`).
    self_ties : {"refuse", "drop"}, default "refuse"
        What to do about a diagonal with numbers other than zero, which a cluster cannot hold.
    encoding : str, optional
        Encoding of the text. Without it: UTF-8, else Windows-1257, else Latin-1.

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
    check_self_ties(self_ties)
    header = read_header(read_text(path, encoding), path)
    is_list = header.format.startswith(("nodelist", "edgelist"))
    content = (read_lists if is_list else read_matrices)(header, path)
    return _tables(header, content, path, self_ties)


def _tables(header: DlHeader, content: Content, path: Path, self_ties: str) -> Tables:
    rows, columns = content.rows, content.columns
    two_mode = header.two_mode or list(rows.names) != list(columns.names)
    file = str(path)
    problems = label_problems(rows, table="actors", file=file)
    if two_mode:
        problems += label_problems(columns, table="groups", file=file)
    for cells in content.matrices:
        problems += cell_problems(cells, rows, columns, two_mode=two_mode, self_ties=self_ties, file=file)
    names = header.labels.get("matrices") or matrix_names(len(content.matrices), two_mode)
    problems += label_problems(names, table="layers", file=file, what="matrix")
    if problems:
        raise InputError(problems)
    named = zip(names.names, content.matrices, strict=True)
    relations = [relation_of(name, cells, two_mode=two_mode) for name, cells in named]
    network = FileNetwork(rows, relations, columns if two_mode else None)
    warn_of_unknown_affiliations(network, path)
    return tables_of_network(network, path)
