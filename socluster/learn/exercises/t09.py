"""Tutorial 09, validation and ethics: conventions of two measures, silence, recognisable actors, small numbers."""

from __future__ import annotations

from functools import partial

from socluster.core.cluster import Cluster
from socluster.io.datasets import dataset_tables, load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.centralization import centralization
from socluster.measures.centrality.degree import degree
from socluster.words import marked

__all__ = ["EXERCISES"]


def _information() -> Cluster:
    return load_dataset("knoke").layer("information")


def _in_degree_centralization(variant: str) -> float:
    return centralization(_information(), partial(degree, direction="in"), variant=variant)  # type: ignore[arg-type]


def _out_degree_centralization() -> float:
    return centralization(_information(), partial(degree, direction="out"), variant="mutual star")


def _silenced(actor: str) -> Cluster:
    """Return the network as it looks if this actor has not answered."""
    information = _information()
    ties = information.ties
    heard = ties[ties["source"] != actor]
    return Cluster.from_tables(information.actors, heard, layers={"information": {"directed": True}})


def _first_with_one_silent() -> int:
    """Count the organisations whose silence leaves the mayor's office first."""
    return sum(betweenness(_silenced(actor)).idxmax() == "MAYR" for actor in _information().labels)


def _recognisable(*columns: str) -> int:
    """Count the partners of the Norway project who are the only one with their combination of values."""
    sizes = load_dataset("norway_project").actors.groupby(list(columns), dropna=False).size()
    return int((sizes == 1).sum())


def _combinations() -> int:
    return int(load_dataset("norway_project").actors.groupby(["sector", "kind", "place"], dropna=False).ngroups)


def _below(k: int) -> set[str]:
    persons = dataset_tables("siauliai")["telsiai_participants"].set_index("category")["persons"]
    return set(persons.index[persons < k])


def _not_below(k: int) -> set[str]:
    categories = set(dataset_tables("siauliai")["telsiai_participants"]["category"])
    return categories - _below(k)


EXERCISES = (
    Exercise(
        "09.1",
        "in",
        (
            Hint("out", marked("That is what `sc.closeness` does by itself; networkx goes the other way.")),
            Hint("all", marked("Without a direction the values are others still; try each way and compare.")),
        ),
    ),
    Exercise(
        "09.2",
        lambda: _in_degree_centralization("mutual star"),
        (
            Hint(lambda: _in_degree_centralization("star"), marked("That divides by (n - 1)², as R's sna does.")),
            Hint(_out_degree_centralization, marked("That is the centralization of out-degree.")),
            Hint(
                lambda: centralization(_information(), degree),
                marked("Without a direction, out- and in-degree are not told apart; see `partial` in the task."),
            ),
        ),
    ),
    Exercise(
        "09.3",
        _first_with_one_silent,
        (
            Hint(10, marked("Look at the case in which MAYR itself is silent.")),
            Hint(35, marked("That is with two silent; silence one at a time.")),
            Hint(lambda: 10 - _first_with_one_silent(), marked("In so many cases it is not first.")),
        ),
    ),
    Exercise(
        "09.4",
        lambda: _recognisable("sector", "kind", "place"),
        (
            Hint(lambda: _recognisable("sector", "kind"), marked("That is by sector and kind; the place tells more.")),
            Hint(_combinations, marked("So many combinations there are; how many of them have a single partner?")),
            Hint(
                lambda: load_dataset("norway_project").n_actors - _recognisable("sector", "kind", "place"),
                marked("These are hidden among others; how many are not?"),
            ),
        ),
    ),
    Exercise(
        "09.5",
        lambda: _below(3),
        (
            Hint(lambda: _below(2), marked("That is with k = 2; with k = 3, also cells of 2 go.")),
            Hint(lambda: _below(6), marked("Too many: a cell that reaches k may stay.")),
            Hint(lambda: _not_below(3), marked("These are the cells that may stay.")),
        ),
    ),
)
