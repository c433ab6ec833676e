"""The data that come with socluster: real clusters from public documents, and classics to check a measure against."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.coerce import Reader
from socluster.core.errors import InputError, Problem, SoclusterError, nearest
from socluster.core.schema import EVIDENCE
from socluster.core.tables import Origin, Tables
from socluster.io.tables import csv_folder, sidecar
from socluster.words import Language, marked

__all__ = ["dataset_card", "dataset_tables", "list_datasets", "load_dataset"]

DATASETS = (
    "siauliai",
    "norway_project",
    "care_reform",
    "day_centres",
    "knoke",
    "florentine",
    "davis",
    "kite",
    "karate",
)


@checked
def load_dataset(name: str) -> Cluster:
    """Which of the clusters that come with socluster?

    Every tie and affiliation says how well it is founded (`evidence`) and on what (`ref`). Read the card
    (`dataset_card`) before you draw a conclusion: it says what is documented, what is coding by the socluster
    developers, and what the data must not be used for.

    Parameters
    ----------
    name : str
        One of `list_datasets().index`, for example ``"siauliai"`` or ``"knoke"``.

    Returns
    -------
    Cluster

    Raises
    ------
    InputError
        If there is no such dataset; the message names the nearest one and lists all.
    SoclusterError
        If the files of the dataset were changed.

    Notes
    -----
    `davis`, `kite` and `karate` are read from networkx. The files are read once: whoever asks again gets the same
    cluster, which cannot be changed.

    Examples
    --------
    >>> from socluster.io.datasets import load_dataset
    >>> siauliai = load_dataset("siauliai")
    >>> siauliai.n_actors, siauliai.n_groups, siauliai.n_affiliations, siauliai.n_ties
    (38, 8, 46, 0)
    """
    return _loaded(_folder(name))


@cache
def _loaded(folder: Path) -> Cluster:
    """Return the cluster of a dataset: read and checked once, since nobody can change it."""
    name = folder.name
    tables = _FROM_NETWORKX[name](folder) if name in _FROM_NETWORKX else csv_folder.read(folder)
    cluster = Cluster._from(tables)
    if name == "knoke":
        _check_knoke(cluster)
    return cluster


@checked
def list_datasets() -> pd.DataFrame:
    """Which datasets come with socluster, how large are they, and how well are they founded?

    Returns
    -------
    DataFrame
        Index `dataset`; columns title, actors, ties, groups, affiliations (numbers), layers, licence, and evidence (how
        many ties and affiliations there are of each evidence).

    Examples
    --------
    >>> from socluster.io.datasets import list_datasets
    >>> list_datasets().loc["siauliai", "evidence"]
    '45 documented, 1 reported'
    """
    rows = {name: _summary(load_dataset(name)) for name in DATASETS}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("dataset")


@checked
def dataset_tables(name: str) -> dict[str, pd.DataFrame]:
    """Which facts of a dataset are not a network?

    Head counts, plans and outcomes, needs, services, populations: whatever the sources tell that is neither an actor
    nor a tie. Every table has a column `ref` with the source of the row.

    Parameters
    ----------
    name : str
        One of `list_datasets().index`.

    Returns
    -------
    dict of str to DataFrame
        By the name of the table, in alphabetical order; empty if the dataset has none.

    Raises
    ------
    InputError
        If there is no such dataset.

    Examples
    --------
    >>> from socluster.io.datasets import dataset_tables
    >>> dataset_tables("siauliai")["needs"][["at_least", "at_most", "unit"]]
       at_least  at_most     unit
    0       501     <NA>   places
    1        46       53  objects
    """
    paths = sorted((_folder(name) / "tables").glob("*.csv"))
    return {path.stem: _typed(path) for path in paths}


@checked
def dataset_card(name: str, *, language: Language = "en") -> str:
    """What is a dataset, how was it collected, and what must it not be used for?

    Parameters
    ----------
    name : str
        One of `list_datasets().index`.
    language : {"en", "lt"}, default "en"
        Of the card; names of tables and columns are those of the files.

    Returns
    -------
    str
        The card, in Markdown.

    Raises
    ------
    InputError
        If there is no such dataset.

    Examples
    --------
    >>> from socluster.io.datasets import dataset_card
    >>> print(dataset_card("kite").splitlines()[0])
    # Krackhardt's kite
    """
    card = {"en": "card.md", "lt": "card.lt.md"}[check_language(language)]
    return (_folder(name) / card).read_text(encoding="utf-8")


def _folder(name: str) -> Path:
    """Return the folder of a dataset, or say which datasets there are."""
    if name not in DATASETS:
        message, values = marked("there is no such dataset; there are {datasets}"), {"datasets": ", ".join(DATASETS)}
        raise InputError(Problem(message, value=name, nearest=nearest(name, DATASETS), values=values))
    folder = _home() / name
    if not folder.is_dir():
        message = marked("the files of the dataset '{dataset}' are missing; they should be in {folder}")
        raise SoclusterError(message, {"dataset": name, "folder": folder})
    return folder


def _home() -> Path:
    """Return where the data are: part of the package, in an archive too, or beside the package in a bare checkout."""
    try:
        found = resources.files("socluster.datasets")
    except ModuleNotFoundError:
        return Path(__file__).resolve().parents[2] / "datasets"
    return found if isinstance(found, Path) else _unpacked()


@cache
def _unpacked() -> Path:
    """Return a folder with the data of an archive, for as long as the process lives."""
    folder = TemporaryDirectory(prefix="socluster-")
    atexit.register(folder.cleanup)
    _copy(resources.files("socluster.datasets"), Path(folder.name))
    return Path(folder.name)


def _copy(found: Traversable, folder: Path) -> None:
    for each in found.iterdir():
        if each.is_dir():
            (folder / each.name).mkdir()
            _copy(each, folder / each.name)
        else:
            (folder / each.name).write_bytes(each.read_bytes())


def _typed(path: Path) -> pd.DataFrame:
    """Read a table whose columns get the kind that all their cells fit."""
    raw = pd.read_csv(path, dtype="string", keep_default_na=False, encoding="utf-8")
    reader = Reader(path.stem, raw, Origin(path.name), raw_text=True)
    columns = {column: reader.typed(column, None).to_series() for column in raw.columns}
    if reader.problems:
        raise InputError(reader.problems)
    return pd.DataFrame(columns)


def _summary(cluster: Cluster) -> dict[str, object]:
    counts = pd.concat([cluster.ties["evidence"], cluster.affiliations["evidence"]]).value_counts()
    found = [f"{counts[evidence]} {evidence}" for evidence in EVIDENCE if evidence in counts]
    return {
        "title": cluster.info["title"],
        "actors": cluster.n_actors,
        "ties": cluster.n_ties,
        "groups": cluster.n_groups,
        "affiliations": cluster.n_affiliations,
        "layers": ", ".join(cluster.layers),
        "licence": cluster.info["licence"],
        "evidence": ", ".join(found) or "no ties, no affiliations",
    }


def _check_knoke(cluster: Cluster) -> None:
    """Refuse the two relations swapped, as copies in circulation have them."""
    found = cluster.ties["layer"].value_counts().to_dict()
    if found != {"information": 49, "money": 22}:
        message = marked("the Knoke data have 49 arcs of information and 22 of money, but these files have {found}")
        raise SoclusterError(message, {"found": found})


def _davis(folder: Path) -> Tables:
    import networkx as nx

    graph = nx.davis_southern_women_graph()
    # First names are unique and are what the literature uses.
    women = {woman: woman.split()[0] for woman in graph.graph["top"]}
    rows = [(women[woman], event) for woman in women for event in graph.graph["bottom"] if graph.has_edge(woman, event)]
    affiliations = pd.DataFrame(rows, columns=["actor", "group"]).assign(layer="attends")
    groups = pd.DataFrame({"group": graph.graph["bottom"], "kind": "social event"})
    return _described(folder, pd.DataFrame({"actor": list(women.values())}), groups=groups, affiliations=affiliations)


def _kite(folder: Path) -> Tables:
    import networkx as nx

    graph = nx.krackhardt_kite_graph()
    ties = pd.DataFrame([(str(a), str(b)) for a, b in graph.edges], columns=["source", "target"])
    return _described(folder, pd.DataFrame({"actor": [str(node) for node in graph]}), ties=ties.assign(layer="tie"))


def _karate(folder: Path) -> Tables:
    import networkx as nx

    graph = nx.karate_club_graph()
    factions = {"Mr. Hi": "instructor", "Officer": "officers"}
    actors = [(str(node), factions[club]) for node, club in graph.nodes(data="club")]
    rows = [(str(a), str(b), float(weight)) for a, b, weight in graph.edges(data="weight")]
    ties = pd.DataFrame(rows, columns=["source", "target", "weight"]).assign(layer="interaction")
    return _described(folder, pd.DataFrame(actors, columns=["actor", "faction"]), ties=ties)


def _described(
    folder: Path,
    actors: pd.DataFrame,
    *,
    ties: pd.DataFrame | None = None,
    groups: pd.DataFrame | None = None,
    affiliations: pd.DataFrame | None = None,
) -> Tables:
    """Add name, info and layers from the folder, and the published source to every link."""
    about = sidecar.read(folder)
    ties, affiliations = (
        None if links is None else links.assign(evidence="documented", ref=about.info["source"])
        for links in (ties, affiliations)
    )
    return Tables(actors, ties, groups, affiliations, layers=about.layers, name=about.name, info=about.info)


_FROM_NETWORKX: dict[str, Callable[[Path], Tables]] = {"davis": _davis, "kite": _kite, "karate": _karate}
