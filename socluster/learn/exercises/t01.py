"""The exercises of tutorial 01, initiation."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.io.datasets import dataset_tables, load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density
from socluster.words import marked

__all__ = ["EXERCISES"]

_SILENT = 3  # organisations that do not answer in the experiment with Knoke's data


def _distribution() -> pd.DataFrame:
    return dataset_tables("day_centres")["distribution"].set_index("municipality")


def _centres_per_100000() -> pd.Series[Any]:
    table = _distribution()
    return table["centres"] / table["inhabitants"] * 100_000


def _inhabitants_per_centre() -> pd.Series[Any]:
    table = _distribution()
    return table["inhabitants"] / table["centres"]


def _centres_per_eldership() -> pd.Series[Any]:
    table = _distribution()
    return table["centres"] / table["elderships"]


def _in_press() -> Cluster:
    return load_dataset("norway_project").select(actors={"named_in_press": True})


def _density_in_press() -> float:
    return density(_in_press())


def _density_of_all() -> float:
    return density(load_dataset("norway_project"))


def _press_ties_of_all_pairs() -> float:
    n = load_dataset("norway_project").n_actors
    return _in_press().n_ties / (n * (n - 1) / 2)


def _press_ties_of_ordered_pairs() -> float:
    press = _in_press()
    return press.n_ties / (press.n_actors * (press.n_actors - 1))


def _tied_in(layer: str) -> set[str]:
    partners = degree(load_dataset("norway_project").layer(layer))
    return set(partners.index[partners > 0])


def _tied_in_both() -> set[str]:
    return _tied_in("contract") & _tied_in("parent")


def _tied_in_contract() -> set[str]:
    return _tied_in("contract")


def _municipalities() -> set[str]:
    actors = load_dataset("norway_project").actors
    return set(actors.index[actors["kind"] == "municipality"])


def _institutions() -> set[str]:
    return _tied_in("parent") - _municipalities()


def _information() -> Cluster:
    return load_dataset("knoke").layer("information")


def _unknown_arcs() -> int:
    return _SILENT * (_information().n_actors - 1)


def _arcs_to_everybody() -> int:
    return _SILENT * _information().n_actors


def _arcs_both_ways() -> int:
    return 2 * _unknown_arcs() - _SILENT * (_SILENT - 1)


def _arcs_not_told() -> int:
    return int(_information().ties["source"].isin(["NEWS", "WEST", "WRO"]).sum())


EXERCISES = (
    Exercise(
        key="01.1",
        expected=_centres_per_100000,
        hints=(
            Hint(
                answer=_inhabitants_per_centre,
                text=marked(
                    "That is inhabitants per centre. The question asks for centres per inhabitants: the other way up."
                ),
            ),
            Hint(
                answer=_centres_per_eldership,
                text=marked("That is centres per eldership. Elderships differ in size; divide by inhabitants."),
            ),
            Hint(
                answer=lambda: _centres_per_100000() / 100,
                text=marked("That is per 1,000 inhabitants; the question asks for another number of them."),
            ),
            Hint(
                answer=lambda: _centres_per_100000() / 100_000,
                text=marked("That is per single inhabitant; the question asks for a number of them at a time."),
            ),
        ),
    ),
    Exercise(
        key="01.2",
        expected=_density_in_press,
        hints=(
            Hint(
                answer=_density_of_all,
                text=marked(
                    "That is the density of all thirteen. Take the part of the cluster first, then measure it."
                ),
            ),
            Hint(
                answer=_press_ties_of_all_pairs,
                text=marked("The ties are those of the nine, but the pairs are those of all thirteen."),
            ),
            Hint(
                answer=_press_ties_of_ordered_pairs,
                text=marked("Each pair was counted twice: these ties have no direction."),
            ),
            Hint(
                answer=lambda: _in_press().n_ties,
                text=marked(
                    "That is how many ties there are among them. Density divides by the number of possible ties."
                ),
            ),
        ),
    ),
    Exercise(
        key="01.3",
        expected=_tied_in_both,
        hints=(
            Hint(
                answer=_municipalities,
                text=marked("These are one end of the ties in the layer `parent`. Who stands at the other end?"),
            ),
            Hint(
                answer=_institutions,
                text=marked("These are one end of the ties in the layer `parent`. Who stands at the other end?"),
            ),
            Hint(
                answer=_tied_in_contract,
                text=marked("These have a tie in the layer `contract`. Some of them have none in the other layer."),
            ),
        ),
    ),
    Exercise(
        key="01.4",
        expected=_unknown_arcs,
        hints=(
            Hint(
                answer=_arcs_to_everybody,
                text=marked("Nobody gives information to itself: leave out the diagonal."),
            ),
            Hint(
                answer=_arcs_not_told,
                text=marked("That is how many ties were lost. Nobody can tell these from the ones that never were."),
            ),
            Hint(
                answer=_arcs_both_ways,
                text=marked("What the others give to the silent ones, the others told. Count one direction only."),
            ),
            Hint(
                answer=_SILENT * (_SILENT - 1),
                text=marked(
                    "That would be right if either side could tell. Here only the giver can, whoever receives."
                ),
            ),
        ),
    ),
)
