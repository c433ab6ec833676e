"""Folder of Parquet files, one per table, with a description file; every column keeps its type."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pandas as pd

from socluster.core.errors import InputError, Problem, SoclusterError
from socluster.core.tables import Origin, Tables
from socluster.io.options import ReadingOptions
from socluster.io.tables import sidecar
from socluster.io.tables.folder import prepare_folder, table_files
from socluster.io.tables.frames import tables_to_write
from socluster.words import Phrase, marked

__all__ = ["losses", "read", "write"]


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a folder of Parquet files.

    Parameters
    ----------
    path : Path
        Folder with `actors.parquet` and, optionally, a file per further table and `cluster.json`.
    options : ReadingOptions, optional
        None of them changes how the files are read.

    Returns
    -------
    Tables
        Cells as they are typed; rows are counted from 1.

    Raises
    ------
    InputError
        If a file is damaged or missing.
    SoclusterError
        If pyarrow is not installed.
    """
    del options  # whatever they ask for is asked of the tables
    files = table_files(path, ".parquet")
    files.pop("layers", None)  # layers are in the description
    description = sidecar.read(path)
    frames: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for table, file in files.items():
        try:
            frames[table] = _read_frame(file, table)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    origins = {table: Origin(str(files[table]), rows=range(1, len(frame) + 1)) for table, frame in frames.items()}
    return sidecar.described_tables(description, frames, origins)


def write(tables: Tables, path: Path) -> None:
    """Write a folder of Parquet files; empty tables are left out."""
    arrow = _pyarrow()
    prepare_folder(path)
    for table, frame in tables_to_write(tables, all_columns=True).items():
        content = arrow.Table.from_pandas(frame, preserve_index=False)
        arrow.parquet.write_table(content, path / f"{table}.parquet", write_page_checksum=True)
    sidecar.write(tables, path, layers=True)


def losses(tables: Tables) -> list[Phrase]:
    """Return what the format cannot carry: nothing."""
    return []


def _read_frame(file: Path, table: str) -> pd.DataFrame:
    arrow = _pyarrow()
    try:
        content = arrow.parquet.ParquetFile(file, page_checksum_verification=True).read()
        frame: pd.DataFrame = content.to_pandas()
    except (arrow.ArrowException, OSError, ValueError, TypeError, KeyError) as error:
        reason = {"reason": str(error).partition("\n")[0]}
        message = marked("is no Parquet file, or it is damaged: {reason}")
        raise InputError(Problem(message, table, file=str(file), values=reason)) from None
    return frame


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        message = marked('Parquet needs pyarrow; install it with: pip install "socluster[parquet]"')
        raise SoclusterError(message) from None
    module: ModuleType = pyarrow
    return module
