"""The plain form of a cluster: DataFrames and dictionaries, as readers bring them and writers take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from socluster.core.labels import Originals

__all__ = ["Origin", "Tables"]


@dataclass(frozen=True)
class Origin:
    """Where the rows of a table came from, so that an error can point at the file.

    Parameters
    ----------
    file : str
        File name as the user wrote it.
    sheet : str, optional
        Sheet of a workbook.
    rows : sequence of int, optional
        For each row of the table, its row or line number in the file as a person counts it. Without it, rows are
        taken to follow a header in row 1.
    columns : mapping, optional
        From our column name to the name in the file, where the two differ.
    """

    file: str
    sheet: str | None = None
    rows: Sequence[int] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """File, with the sheet in brackets where there is one."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file

    def row(self, position: int) -> int:
        """Return the row number, as a person counts it, of the table's row at `position` (from 0)."""
        return int(self.rows[position]) if self.rows is not None else position + 2


@dataclass(frozen=True)
class Tables:
    """A cluster as plain tables, not yet validated (from a reader) or handed out (to a writer).

    Parameters
    ----------
    actors : DataFrame
        Column `actor` (text) and any of name, sector, kind, level, place, responded, and further columns.
    ties : DataFrame, optional
        Columns source, target and any of layer, weight, confidence, evidence, ref, wave, and further columns.
    groups : DataFrame, optional
        Column `group` and any of kind, date, level, and further columns.
    affiliations : DataFrame, optional
        Columns actor, group and any of layer, weight, confidence, evidence, ref, wave, and further columns.
    unknown : DataFrame, optional
        Dyads whose state is unknown: source, target and, optionally, layer, wave.
    layers : mapping, optional
        From layer name to its attributes: directed (bool), scale (str), meaning (str).
    name : str, optional
        Name of the cluster.
    info : mapping, optional
        Title, source, licence, boundary, note, as text.
    origins : mapping, optional
        From table name to the `Origin` of its rows.
    kinds : mapping, optional
        From table name to column name to kind, one of text, number, integer, flag, where the source says it.
    raw_text : bool, default False
        The cells are text as in a file, so kinds that `kinds` does not give are inferred from the text.
    own_names : bool, default False
        The source was written by socluster: the columns that `kinds` lists are called as they should be, even if one is
        called by a synonym of a known column.
    originals : Originals
        What actors and groups were called where they came from, if not by their ids.
    """

    actors: pd.DataFrame
    ties: pd.DataFrame | None = None
    groups: pd.DataFrame | None = None
    affiliations: pd.DataFrame | None = None
    unknown: pd.DataFrame | None = None
    layers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    name: str | None = None
    info: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    raw_text: bool = False
    own_names: bool = False
    originals: Originals = field(default_factory=Originals)
