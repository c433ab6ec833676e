"""Reading and writing files: which format, safely, and all or nothing."""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType
from typing import Any

from socluster.core.arguments import check_language
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning, Problem, nearest
from socluster.core.schema import TABLES
from socluster.core.warn import warn
from socluster.core.whole import whole
from socluster.io.formats import dl, gexf, graphml, pajek, ucinet
from socluster.io.objects import as_cluster
from socluster.io.tables import csv_folder, excel, json_file, parquet
from socluster.words import Language, itemised, later, marked

__all__ = ["FORMATS", "read", "write"]

# Suffix -> module with read(path), write(tables, path), losses(tables). The empty suffix is a folder.
FORMATS: dict[str, ModuleType] = {
    "": csv_folder,
    ".csv": csv_folder,
    ".xlsx": excel,
    ".parquet": parquet,
    ".json": json_file,
    ".graphml": graphml,
    ".gexf": gexf,
    ".net": pajek,
    ".dl": dl,
    ".##h": ucinet,
    ".##d": ucinet,
}


def read(path: str | os.PathLike[str], *, language: Language = "en", **options: Any) -> Cluster:
    """Read a cluster from a file or folder.

    The format follows from the name: a folder of CSV or Parquet tables, `.csv` (an edge list), `.xlsx`, `.json`,
    `.graphml`, `.gexf`, `.net` (Pajek), `.dl` (UCINET text), `.##h` or `.##d` (UCINET system file).

    Parameters
    ----------
    path : str or path
        What to read.
    language : {"en", "lt"}, default "en"
        Language in which an error says what is wrong.
    **options
        Options of the format, such as ``self_ties="drop"`` for matrices with a diagonal.

    Returns
    -------
    Cluster

    Raises
    ------
    InputError
        If there is no such file, its format is not known, or anything in it is wrong; all bad rows are listed with
        their place in the file.

    Examples
    --------
    >>> import socluster as sc, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = sc.write(sc.load_dataset("knoke"), f"{folder}/knoke.json")
    ...     sc.read(f"{folder}/knoke.json") == sc.load_dataset("knoke")
    True
    """
    check_language(language)
    try:
        return _read(Path(path), options)
    except InputError as error:
        if language == "en":
            raise
        raise error.in_language(language) from error.__cause__


def _read(source: Path, options: dict[str, Any]) -> Cluster:
    if not source.exists():
        raise InputError(Problem("there is no such file or folder", file=str(source), nearest=_neighbour(source)))
    try:
        return Cluster._from(_module(source).read(source, **options))
    except OSError as error:
        reason = {"reason": error.strerror or error}
        raise InputError(Problem("cannot be read: {reason}", file=str(source), values=reason)) from error


def write(cluster: Any, path: str | os.PathLike[str]) -> Path:
    """Write a cluster to a file or folder, whole or not at all.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to write.
    path : str or path
        Where to; the format follows from the name as in `read` (a folder that ends in `.parquet` holds Parquet
        tables). An existing file is replaced only when everything has been written.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InputError
        If the format is not known, or the place cannot be written to.

    Warns
    -----
    LossWarning
        If the format cannot carry a part of this cluster; every such part is named.
    """
    target = Path(path)
    module = _module(target)
    tables = as_cluster(cluster).to_tables()
    lost = module.losses(tables)
    with whole(target) as scratch:
        module.write(tables, scratch)
        _refuse_foreign(target)
    if lost:
        warn("{file} cannot carry: {lost}", LossWarning, file=target.name, lost=later(itemised, lost))
    return target


def _module(path: Path) -> ModuleType:
    suffix = path.suffix.casefold()
    if path.is_dir() and suffix != ".parquet":
        suffix = ".parquet" if any(path.glob("*.parquet")) else ""
    elif suffix in (".txt", ".dat") and _begins_with_dl(path):
        suffix = ".dl"
    elif suffix == ".xml" and path.is_file():
        suffix = ".graphml"
    if suffix not in FORMATS:
        message = marked("the format '{suffix}' is not known; there are {known}, and folders")
        values = {"suffix": suffix, "known": ", ".join(key for key in FORMATS if key)}
        raise InputError(Problem(message, file=str(path), nearest=nearest(suffix, FORMATS), values=values))
    return FORMATS[suffix]


def _begins_with_dl(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(b"dl")


def _refuse_foreign(target: Path) -> None:
    """Never replace a folder that holds anything but a cluster's own tables."""
    if not target.is_dir():
        return
    own = {f"{table}{suffix}" for table in (*TABLES, "layers") for suffix in (".csv", ".parquet")} | {"cluster.json"}
    foreign = [each.name for each in target.iterdir() if each.name not in own]
    if foreign:
        values = {"files": ", ".join(sorted(foreign)[:5])}
        message = marked("the folder holds other files ({files}); write to a new one")
        raise InputError(Problem(message, file=str(target), values=values))


def _neighbour(path: Path) -> str | None:
    if not path.parent.is_dir():
        return None
    return nearest(path.name, [each.name for each in path.parent.iterdir()])
