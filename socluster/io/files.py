"""Reading and writing files: which format, safely, and all or nothing."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning, Problem, TwoModesWarning, nearest
from socluster.core.paths import is_there, path_of, refuse_special
from socluster.core.schema import TABLES
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.core.whole import settle, whole
from socluster.io.foreign import refuse_foreign
from socluster.io.formats import gexf, gml, graph_json, graphml, ucinet
from socluster.io.known import FORMATS, USES, format_of
from socluster.io.objects.dispatch import as_cluster
from socluster.io.objects.settling import described, settled_tables, without_missing
from socluster.io.objects.two_modes import n_beside_projection
from socluster.io.options import ReadingOptions, refuse_unusable
from socluster.io.signs import signs_passed_over
from socluster.io.survey.pseudonyms import refuse_key_beside, refuse_named_trust
from socluster.io.tables.folder import NO_ACTORS, no_file
from socluster.io.tables.table_names import table_called
from socluster.io.ways_out import with_ways_out
from socluster.words import Language, Phrase, counted, itemised, later, marked

__all__ = ["FORMATS", "USES", "is_same", "read", "read_with", "write"]

_TRIES = 5  # of reading what somebody writes at the same time
_GRAPHS = (graph_json, graphml, gexf, gml)  # these settle directions and repeats themselves, edge by edge


@checked
def read(
    path: str | os.PathLike[str],
    *,
    language: Language = "en",
    name: str | None = None,
    directed: bool | None = None,
    source: str | None = None,
    target: str | None = None,
    weight: str | None = "weight",
    layer: str | None = "layer",
    layers: Mapping[str, Any] | None = None,
    two_mode: bool | None = None,
    duplicates: str | None = None,
    self_ties: str = "refuse",
    zero_weight: str = "refuse",
    missing: Sequence[str] | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    **others: object,
) -> Cluster:
    """Read a cluster from a file or folder.

    ================================  ==========================================================================
    name                              what is read
    ================================  ==========================================================================
    a folder                          the tables of a cluster as CSV files or as Parquet files
    `.csv`, `.tsv`, `.txt`, `.dat`    a list of ties, a list of affiliations, or a matrix
    `.xlsx`                           the tables of a cluster (also Kumu's and NodeXL's), or one sheet as above
    `.json`                           a cluster of ours, or nodes and links (networkx, d3, Cytoscape.js ...)
    `.graphml`, `.xml`, `.gexf`       a graph
    `.gml`                            a graph, as Cytoscape, Gephi, yEd, igraph and networkx write it
    `.net`, `.paj`                    a network of Pajek, with the partitions of a project
    `.dl`                             UCINET text
    `.vna`                            NetDraw
    `.##h` with `.##d`                UCINET system file
    ================================  ==========================================================================

    A `.txt` or `.dat` file that begins as UCINET text, Pajek, NetDraw or JSON is read as such.

    Parameters
    ----------
    path : str or path
        What to read.
    language : {"en", "lt"}, default "en"
        Language in which an error says what is wrong.
    name : str, optional
        Name of the cluster, if the file gives none or another.
    directed : bool, optional
        Whether ties have a direction. Without it the file decides: a graph says so itself, as do the columns Type of
        Gephi and Direction of Kumu; a symmetric matrix is undirected and any other directed; a list of ties is
        undirected.
    source, target : str, optional
        Columns that hold the two ends of a tie, if they are called otherwise than the synonyms that are known; with
        ``two_mode=True``, the columns of actors and of groups.
    weight : str or None, default "weight"
        Column or attribute with the strength of a tie (or a synonym, such as `value`). None: all have the strength 1.
    layer : str or None, default "layer"
        The column or attribute that tells the layer (or a synonym, such as `relation`; a synonym that holds too many
        different texts is asked about). None: all ties are in one layer.
    layers : mapping, optional
        What the layers are, as in ``{"referral": {"directed": True}}``; it comes before `directed`.
    two_mode : bool, optional
        Whether there are actors and groups. Without it the file decides.
    duplicates : {"refuse", "sum", "count", "mean", "max", "min", "first"}, optional
        What to do about ties that stand several times: refuse them, or make one tie that has the sum, mean, largest
        or smallest of their weights, the weight of the first, or their number. Without it they are refused, but for
        parallel edges of a graph (JSON, GraphML, GEXF), which are added up with a `LossWarning`.
    self_ties : {"refuse", "drop"}, default "refuse"
        What to do about ties of an actor with itself, such as a diagonal.
    zero_weight : {"refuse", "drop"}, default "refuse"
        What to do about ties of weight 0.
    missing : sequence of str, optional
        Texts that mean "not known", such as ``["NA"]``: such a cell is empty, a row in which an end is one is no tie,
        and such a cell of a matrix is an unknown dyad. An empty list: no text means that.
    encoding : str, optional
        Encoding of a text file, such as ``"cp1250"``. Without it: UTF-8, UTF-16 or Windows-1257.
    sheet : str, optional
        Sheet of a workbook that holds a list or a matrix.
    **others
        Refused, with the options that there are.

    Returns
    -------
    Cluster

    Raises
    ------
    InputError
        If there is no such file, its format is not known or cannot use an option, or anything in it is wrong; all bad
        rows are listed with their place in the file and, where an option deals with them, with this option.

    Warns
    -----
    LossWarning
        If something in the file is left behind; it is named.

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
        options = ReadingOptions(
            name=name,
            directed=directed,
            two_mode=two_mode,
            self_ties=self_ties,
            weight=weight,
            source=source,
            target=target,
            layer=layer,
            layers=layers if layers is not None else {},
            duplicates=duplicates,
            missing=missing,
            zero_weight=zero_weight,
            encoding=encoding,
            sheet=sheet,
        )
        return read_with(path, options, others)
    except InputError as error:
        if language == "en":
            raise
        raise error.in_language(language) from error.__cause__


def read_with(path: str | os.PathLike[str], options: ReadingOptions, others: Collection[str] = ()) -> Cluster:
    """Read a cluster with options that are one value; see `read`. What is in `others` is refused by name."""
    given = path_of(path)
    refuse_special(given)
    settle(*_files_of(given))
    if not is_there(given):
        if given.is_symlink():
            raise InputError(no_file(given))
        raise InputError(Problem("there is no such file or folder", file=str(given), nearest=_neighbour(given)))
    refuse_foreign(given)
    module = format_of(given)
    refuse_unusable([*options.given, *others], USES[module], given.suffix or "a folder")
    losses: list[Phrase] = []
    try:
        tables = _tables(given, module, options)
        if module in _GRAPHS:
            tables = described(without_missing(tables, options), options)
        else:
            tables = settled_tables(tables, options, losses)
        cluster = Cluster._from(tables)
        losses += signs_passed_over(cluster)
    except OSError as error:
        reason = {"reason": error.strerror or error}
        raise InputError(Problem("cannot be read: {reason}", file=str(given), values=reason)) from error
    except InputError as error:
        found = InputError([_with_file_inside(problem, given) for problem in error.problems])
        raise with_ways_out(found, options, USES[module]) from error.__cause__
    if losses:
        warn("{file}: left out {lost}", LossWarning, file=str(given), lost=later(itemised, losses))
    return cluster


def _tables(path: Path, module: ModuleType, options: ReadingOptions) -> Tables:
    """Return the tables, all of them from before or all from after a rewriting by somebody else."""
    for _ in range(_TRIES):
        before = _stamps(path)
        try:
            tables: Tables = module.read(path, options)
        except (InputError, OSError):
            if _stamps(path) == before:
                raise
        else:
            if _stamps(path) == before:
                return tables
    raise InputError(Problem("was written to while it was read; try again", file=str(path)))


def _with_file_inside(problem: Problem, folder: Path) -> Problem:
    """Name a file of the folder that can be read by itself, such as the workbook of `socluster new`."""
    if problem.template != NO_ACTORS or not folder.is_dir():
        return problem
    inside = [
        file
        for file in sorted(folder.iterdir())
        if file.suffix and file.is_file() and FORMATS.get(file.suffix.casefold())
    ]
    if not inside or any(table_called(file.stem) for file in inside):
        return problem
    named = next((file for file in inside if file.stem.casefold() == "cluster"), inside[0])
    message = marked("the folder has no {file}, the table with one row per actor; did you mean the file {path} in it?")
    return replace(problem, template=message, values={**problem.values, "path": str(named)})


def is_same(one: Any, other: Any) -> bool:
    """Whether two names lead to the same file or folder, or to the two files of one UCINET dataset.

    Raises
    ------
    InputError
        If one of them is no name of a file.
    """
    first, second = (
        {(found.st_dev, found.st_ino) for file in _files_of(path_of(path)) if is_there(file) for found in [file.stat()]}
        for path in (one, other)
    )
    return bool(first & second)


def _files_of(path: Path) -> list[Path]:
    """Return what is written together under this name: the two files of UCINET, or a single file or folder."""
    return [path, ucinet.partner(path)] if FORMATS.get(path.suffix.casefold()) is ucinet else [path]


def _stamps(path: Path) -> list[tuple[int, int, int] | None]:
    """Return what changes when something is written in the place of a file or folder."""
    return [_stamp(each) for each in _files_of(path)]


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


@checked
def write(cluster: Any, path: str | os.PathLike[str], *, names: bool = False) -> Path:
    """Write a cluster to a file or folder, whole or not at all.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to write.
    path : str or path
        Where to; the format follows from the name as in `read` (a folder that ends in `.parquet` holds Parquet
        tables). An existing file is replaced only when everything has been written.
    names : bool, default False
        Whether who trusts or distrusts whom may be written by name. It matters only if a layer is called so, and is
        refused otherwise; `pseudonymise` takes the names away.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InputError
        If the format is not known, the place cannot be written to, ties of trust would be written by name, or the key
        to the pseudonyms stands in the same folder.

    Warns
    -----
    LossWarning
        If the format cannot carry a part of this cluster; every such part is named.
    TwoModesWarning
        If a graph file holds a projection and, beside it, the groups and affiliations that it was made of.
    """
    target = path_of(path)
    refuse_special(target)
    module = format_of(target)
    given = as_cluster(cluster)
    if not names:
        refuse_named_trust(given)
    refuse_key_beside(target, given)
    tables = given.parts.to_tables()  # files hold ids
    lost = module.losses(tables)
    _refuse_torn_pair(target)
    with whole(target) as scratch:
        module.write(tables, scratch)
        _refuse_foreign(target)
    if lost:
        warn("{file} cannot carry: {lost}", LossWarning, file=target.name, lost=later(itemised, lost))
    if module in (graphml, gexf, gml):
        _warn_of_two_modes(tables, target)
    return target


def _warn_of_two_modes(tables: Tables, target: Path) -> None:
    """Warn where other programs would count affiliations twice: as edges, and in the ties of their projection."""
    n_affiliations = n_beside_projection(tables)
    if n_affiliations:
        warn(
            "{file} holds the ties of the projection and, beside them, {affiliations} with groups as nodes; for the "
            "ties alone, write cluster.select(keep_groups=False)",
            TwoModesWarning,
            file=target.name,
            affiliations=counted("{n} affiliation", "{n} affiliations", n_affiliations),
        )


def _refuse_foreign(target: Path) -> None:
    """Never replace a folder that holds anything but a cluster's own tables."""
    if not target.is_dir():
        return
    own = {f"{table}{suffix}" for table in (*TABLES, "layers") for suffix in (".csv", ".parquet")} | {"cluster.json"}
    links = [each.name for each in target.iterdir() if each.is_symlink()]
    if links:
        values = {"files": ", ".join(sorted(links)[:5])}
        message = marked("the folder holds links to files that stand elsewhere ({files}); write to a new one")
        raise InputError(Problem(message, file=str(target), values=values))
    foreign = [each.name for each in target.iterdir() if each.name not in own]
    if foreign:
        values = {"files": ", ".join(sorted(foreign)[:5])}
        message = marked("the folder holds other files ({files}); write to a new one")
        raise InputError(Problem(message, file=str(target), values=values))


def _refuse_torn_pair(target: Path) -> None:
    """Refuse two files of one dataset that are links to places which do not belong together."""
    _, *partners = _files_of(target)
    for partner in partners:
        place = Path(os.path.realpath(target))
        if os.path.realpath(partner) != str(_files_of(place)[1]):
            message = marked("{one} and {other} are links to files that do not stand side by side; write to a new name")
            raise InputError(Problem(message, file=str(target), values={"one": target.name, "other": partner.name}))


def _neighbour(path: Path) -> str | None:
    try:
        return nearest(path.name, [each.name for each in path.parent.iterdir()])
    except (OSError, ValueError):
        return None
