"""Tutorial 04, social economy and multiplexity: who pays, do layers go together, and where a ladder is cut."""

from __future__ import annotations

import pandas as pd

from socluster.core.columns import Array
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.closure import reciprocity
from socluster.measures.multiplex.actors import layer_exclusivity, layer_relevance
from socluster.words import marked

__all__ = ["EXERCISES"]


def _arrows(direction: str) -> pd.Series[float]:
    return degree(load_dataset("knoke"), layer="money", direction=direction, normalized=False)  # type: ignore[arg-type]


def _chosen(mark: pd.Series[bool]) -> set[str]:
    return set(mark.index[mark])


def _only_give() -> set[str]:
    return _chosen((_arrows("out") > 0) & (_arrows("in") == 0))


def _receive_nothing() -> set[str]:
    return _chosen(_arrows("in") == 0)


def _only_receive() -> set[str]:
    return _chosen((_arrows("in") > 0) & (_arrows("out") == 0))


def _give_more() -> set[str]:
    return _chosen(_arrows("out") > _arrows("in"))


def _matrix(layer: str) -> Array:
    matrix: Array = load_dataset("knoke").matrix(layer).toarray()
    return matrix


def _hits_by_chance(pairs: int) -> float:
    return float(_matrix("money").sum() * _matrix("information").sum() / pairs)


def _same_direction() -> int:
    return int((_matrix("money") * _matrix("information")).sum())


def _opposite_direction() -> int:
    return int((_matrix("money") * _matrix("information").T).sum())


def _n_money() -> float:
    return float(_matrix("money").sum())


EXERCISES = (
    Exercise(
        "04.1",
        _only_give,
        (
            Hint(_receive_nothing, marked("One of these does not give anything either.")),
            Hint(_only_receive, marked("That is the other way round: these only receive.")),
            Hint(_give_more, marked("These give to more than they receive from; asked is who receives from nobody.")),
        ),
    ),
    Exercise(
        "04.2",
        lambda: layer_exclusivity(load_dataset("knoke"))["money"].idxmax(),
        (
            Hint(
                lambda: layer_relevance(load_dataset("knoke"))["money"].idxmax(),
                marked(
                    "It has the largest part of its partners in the money layer, but information would keep many "
                    "of them."
                ),
            ),
            Hint(
                lambda: layer_exclusivity(load_dataset("knoke"))["information"].idxmax(),
                marked("That is the one who would lose most with the information layer."),
            ),
            Hint(
                lambda: layer_exclusivity(load_dataset("knoke"))["money"].idxmin(),
                marked("That is the smallest loss (or one of several smallest)."),
            ),
        ),
    ),
    Exercise(
        "04.3",
        lambda: _hits_by_chance(90),
        (
            Hint(_same_direction, marked("That is what was observed; what would chance give?")),
            Hint(
                lambda: _hits_by_chance(100), marked("Ten by ten cells hold the diagonal, too, and nobody pays itself.")
            ),
            Hint(
                lambda: float(_matrix("information").sum() / 90),
                marked("That is the chance of one arrow; how many arrows are there?"),
            ),
            Hint(
                lambda: _hits_by_chance(45),
                marked("The pairs are ordered: from A to B is another pair than from B to A."),
            ),
        ),
    ),
    Exercise(
        "04.4",
        lambda: _opposite_direction() / _n_money(),
        (
            Hint(
                lambda: _same_direction() / _n_money(),
                marked(
                    "That is the part with information in the same direction; one of the two matrices must be turned."
                ),
            ),
            Hint(_opposite_direction, marked("That is the number of such arrows; the question asks which part.")),
            Hint(
                lambda: _opposite_direction() / float(_matrix("information").sum()),
                marked("That is the part of the information arrows; the question asks for the money arrows."),
            ),
            Hint(
                lambda: reciprocity(load_dataset("knoke"), layer="money"),
                marked("That is how often money is answered by money."),
            ),
        ),
    ),
    Exercise(
        "04.5",
        frozenset({"Social enterprise", "College"}),  # of the invented town in the tutorial, which no dataset holds
        (
            Hint(
                frozenset({"Clinic", "Social enterprise", "College"}),
                marked("The cut is one step too high: step 3 itself counts."),
            ),
            Hint(frozenset(), marked("The cut is too low: steps 1 and 2 are less than coordination.")),
            Hint(
                frozenset({"Municipality", "School", "Clinic", "Family centre", "Day centre", "Parents' NGO"}),
                marked("These do have such a partner; asked is who has none."),
            ),
        ),
    ),
)
