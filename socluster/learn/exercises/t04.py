"""Tutorial 04, social economy and multiplexity: who pays, do layers go together, and where a ladder is cut."""

from __future__ import annotations

import pandas as pd

from socluster.core.columns import Array
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.closure import reciprocity
from socluster.measures.multiplex.actors import layer_exclusivity, layer_relevance

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
            Hint(
                _receive_nothing,
                "One of these does not give anything either.",
                "Viena iš jų nieko ir neduoda.",
            ),
            Hint(
                _only_receive,
                "That is the other way round: these only receive.",
                "Atvirkščiai: šios tik gauna.",
            ),
            Hint(
                _give_more,
                "These give to more than they receive from; asked is who receives from nobody.",
                "Šios duoda daugiau organizacijų, negu iš kiek gauna; klausiama, kas negauna iš nieko.",
            ),
        ),
    ),
    Exercise(
        "04.2",
        lambda: layer_exclusivity(load_dataset("knoke"))["money"].idxmax(),
        (
            Hint(
                lambda: layer_relevance(load_dataset("knoke"))["money"].idxmax(),
                "It has the largest part of its partners in the money layer, but information would keep many of them.",
                "Pinigų sluoksnyje ji turi didžiausią savo partnerių dalį, bet daugelį jų išlaikytų per informaciją.",
            ),
            Hint(
                lambda: layer_exclusivity(load_dataset("knoke"))["information"].idxmax(),
                "That is the one who would lose most with the information layer.",
                "Ji netektų daugiausia, jei neliktų informacijos sluoksnio.",
            ),
            Hint(
                lambda: layer_exclusivity(load_dataset("knoke"))["money"].idxmin(),
                "That is the smallest loss (or one of several smallest).",
                "Tai mažiausias praradimas (arba vienas iš kelių mažiausių).",
            ),
        ),
    ),
    Exercise(
        "04.3",
        lambda: _hits_by_chance(90),
        (
            Hint(
                _same_direction,
                "That is what was observed; what would chance give?",
                "Tiek stebėta; o kiek duotų atsitiktinumas?",
            ),
            Hint(
                lambda: _hits_by_chance(100),
                "Ten by ten cells hold the diagonal, too, and nobody pays itself.",
                "Dešimt kart dešimt langelių apima ir įstrižainę, o sau niekas nemoka.",
            ),
            Hint(
                lambda: float(_matrix("information").sum() / 90),
                "That is the chance of one arrow; how many arrows are there?",
                "Tai vienos rodyklės tikimybė; o kiek rodyklių?",
            ),
            Hint(
                lambda: _hits_by_chance(45),
                "The pairs are ordered: from A to B is another pair than from B to A.",
                "Poros sutvarkytos: nuo A pas B yra kita pora negu nuo B pas A.",
            ),
        ),
    ),
    Exercise(
        "04.4",
        lambda: _opposite_direction() / _n_money(),
        (
            Hint(
                lambda: _same_direction() / _n_money(),
                "That is the part with information in the same direction; one of the two matrices must be turned.",
                "Tai dalis, kur informacija eina ta pačia kryptimi; vieną iš matricų reikia apversti.",
            ),
            Hint(
                _opposite_direction,
                "That is the number of such arrows; the question asks which part.",
                "Tai tokių rodyklių skaičius; klausiama, kuri dalis.",
            ),
            Hint(
                lambda: _opposite_direction() / float(_matrix("information").sum()),
                "That is the part of the information arrows; the question asks for the money arrows.",
                "Tai informacijos rodyklių dalis; klausiama pinigų rodyklių dalies.",
            ),
            Hint(
                lambda: reciprocity(load_dataset("knoke"), layer="money"),
                "That is how often money is answered by money.",
                "Tai sako, kaip dažnai į pinigus atsakoma pinigais.",
            ),
        ),
    ),
    Exercise(
        "04.5",
        frozenset({"Social enterprise", "College"}),  # of the invented town in the tutorial, which no dataset holds
        (
            Hint(
                frozenset({"Clinic", "Social enterprise", "College"}),
                "The cut is one step too high: step 3 itself counts.",
                "Kerpama viena pakopa per aukštai: 3 pakopa irgi tinka.",
            ),
            Hint(
                frozenset(),
                "The cut is too low: steps 1 and 2 are less than coordination.",
                "Kerpama per žemai: 1 ir 2 pakopos yra mažiau nei koordinavimas.",
            ),
            Hint(
                frozenset({"Municipality", "School", "Clinic", "Family centre", "Day centre", "Parents' NGO"}),
                "These do have such a partner; asked is who has none.",
                "Šios tokį partnerį turi; klausiama, kas neturi nė vieno.",
            ),
        ),
    ),
)
