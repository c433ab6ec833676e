"""Two reports of one tie: do both sides say that it is there? And on which steps of the ladder are ties?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.core.scales import SCALES
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties
from socluster.words import Language, Phrase, count, marked, number, phrase, say, value_name

__all__ = ["ReportAgreement", "ladder_profile", "report_agreement"]

_WHICH_LAYER = marked("name the layer; layers of ties here: {layers}")
_WHICH_DIRECTED = marked("name the layer; directed layers here: {layers}")


@dataclass(frozen=True, eq=False, repr=False)
class ReportAgreement(Result):
    """What `report_agreement` found. Its text is a sentence.

    Parameters
    ----------
    layer, received : str
        The layers of the two reports (the same, if both sides answer the same question).
    pairs : int
        Pairs of which both reports are known (ordered, if the layers differ).
    both, one, neither : int
        Pairs with a tie according to both reports, to one, to none.
    jaccard : float
        both / (both + one): agreement on ties.
    kappa : float
        Cohen's kappa: agreement on ties and on no ties, beyond chance.
    same_strength : float
        Part of the ties reported by both on whose strength both agree.
    actors : DataFrame
        The same by actor.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    layer: str
    received: str
    pairs: int
    both: int
    one: int
    neither: int
    jaccard: float
    kappa: float
    same_strength: float
    actors: pd.DataFrame
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return the agreement by actor.

        Returns
        -------
        DataFrame
            Index `actor`. Columns: both (ties that it and the other side report), only_own (it reports, the other does
            not), only_other, neither, jaccard, kappa.
        """
        return self.actors.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many of the reported ties both sides report.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        values = {
            "layer": value_name("layer", self.layer, language),
            "received": value_name("layer", self.received, language),
            "both": number(self.both, language),
            "ties": count("{n} reported tie", "{n} reported ties", self.both + self.one, language, context="of"),
            "jaccard": number(self.jaccard, language, decimals=3),
            "kappa": number(self.kappa, language, decimals=3),
        }
        if self.layer == self.received:
            said = say(
                "Reports in '{layer}': both sides report {both} of {ties} (Jaccard {jaccard}, kappa {kappa}).",
                language,
                **values,
            )
        else:
            said = say(
                "Reports in '{layer}' against '{received}': both sides report {both} of {ties} (Jaccard {jaccard}, "
                "kappa {kappa}).",
                language,
                **values,
            )
        return [said, *self.about_data(language)]


@checked
def report_agreement(cluster: Any, /, *, layer: str | None = None, received: str | None = None) -> ReportAgreement:
    r"""Do both sides report the same ties?

    Of a collaboration both sides can tell. Where they differ, that is information, not noise: about what each calls a
    tie, and about whose word was taken where only one of them was asked.

    .. math:: J = \frac{\text{both}}{\text{both} + \text{one}}, \qquad \kappa = \frac{p_o - p_e}{1 - p_e}

    with p_o the part of pairs in which both say the same, and p_e what chance gives if each report kept its share of
    ties.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        A directed layer: the source of a tie reported it. Needed if there are several directed layers.
    received : str, optional
        The directed layer of the other report, where the two sides were asked different questions: "to whom do you
        send" in `layer`, "from whom do you receive" in `received`. Without it both sides answer in `layer`, as if it
        were about a tie without direction.

    Returns
    -------
    ReportAgreement
        Numbers of the whole; `.to_frame()` has a row per actor.

    Raises
    ------
    InputError
        If a layer is not directed, or it is not clear which one is meant.

    Notes
    -----
    Pairs of which one report is unknown, as where an actor did not answer, are left out, so there is no warning about
    them. Jaccard is NaN where nobody reports a tie, kappa where all reports are the same. With one layer, who is first
    and who second among the two sides is arbitrary: both have one share of ties, and kappa is Scott's pi. Jaccard is
    then the reciprocity of the pairs that have a tie. By actor, the two sides differ, and kappa is Cohen's. If ties
    really run one way, as referrals do, a missing report back is no disagreement.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20,
    37-46. doi:10.1177/001316446002000104
    Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public Opinion Quarterly,
    19, 321-325. doi:10.1086/266577

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.survey.agreement import report_agreement
    >>> agreement = report_agreement(sc.load_dataset("knoke"), layer="information")
    >>> agreement
    Reports in 'information': both sides report 17 of 32 reported ties (Jaccard 0.531, kappa 0.328).
    >>> agreement.to_frame().loc["NEWS", ["both", "only_own", "only_other", "neither"]].astype(int).tolist()
    [3, 0, 6, 0]
    """
    measured, layer, received = _two_reports(cluster, layer, received)
    sent, got = measured.matrix(layer).toarray(), measured.matrix(received).toarray()
    known = ~(measured.unknown_matrix(layer).toarray() | measured.unknown_matrix(received).toarray().T)
    np.fill_diagonal(known, False)
    first, second = sent > 0, got.T > 0
    counts = _counts(first[known], second[known])
    agreed = known & first & second
    cells = 2 if layer == received else 1
    return ReportAgreement(
        layer,
        received,
        sum(counts) // cells,
        counts[0] // cells,
        (counts[1] + counts[2]) // cells,
        counts[3] // cells,
        _jaccard(*counts),
        _kappa(*counts),
        float((sent == got.T)[agreed].mean()) if agreed.any() else float("nan"),
        _by_actor(measured, first, second, known, is_one=layer == received),
        measured.fingerprint,
        data_notes(measured, layer, unknown=False),
    )


@checked
def ladder_profile(cluster: Any, /, *, layer: str | None = None) -> pd.DataFrame:
    """How many ties are on each step of the ladder, and how dense is the network at or above it?

    A ladder such as "share information, cooperate, coordinate, ..." is an order, not a measure: the mean of its steps
    says little, but every step cuts a network out.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        The layer of ties; needed if there are several, as their ladders differ.

    Returns
    -------
    DataFrame
        Index `step`: the steps of the layer's scale (but for one that means no tie), or the weights that occur.
        Columns: meaning (text, missing without a scale), ties (on this step), at_least (on this step or above),
        density (of those on this step or above, from 0 to 1).

    Raises
    ------
    InputError
        If there is no such layer, or several and none is named.

    Notes
    -----
    Ties are arcs if the layer is directed. Pairs that are unknown are taken out of the divisor of the density.
    Densities are NaN with fewer than 2 actors. `select(min_weight=...)` cuts the network out.

    References
    ----------
    Frey, B. B., Lohmeier, J. H., Lee, S. W. & Tollefson, N. (2006). Measuring collaboration among grant partners.
    American Journal of Evaluation, 27, 383-392. doi:10.1177/1098214006290356

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.survey.agreement import ladder_profile
    >>> ladder_profile(sc.load_dataset("karate"))[["ties", "at_least", "density"]].round(3).tail(3)
          ties  at_least  density
    step
    5.0      7         9    0.016
    6.0      1         2    0.004
    7.0      1         1    0.002
    """
    measured, layer = _one_ladder(cluster, layer)
    weights = measured.matrix(layer).tocoo()
    once = np.ones(weights.nnz, dtype=bool) if measured.is_directed(layer) else weights.row < weights.col
    strength = weights.data[once]
    scale = SCALES.get(measured.layers[layer].scale or "")
    steps = [step for step in scale.strengths if step > 0] if scale and scale.levels else sorted(set(strength.tolist()))
    wording = dict(zip(scale.strengths, scale.levels, strict=True)) if scale and scale.levels else {}
    possible = measured.n_actors * (measured.n_actors - 1) - measured.unknown_matrix(layer).nnz
    possible = possible if measured.is_directed(layer) else possible // 2
    at_least = np.array([np.count_nonzero(strength >= step) for step in steps], dtype=np.int64)
    return pd.DataFrame(
        {
            "meaning": pd.Series([wording.get(step) for step in steps], dtype="string").array,
            "ties": np.array([np.count_nonzero(strength == step) for step in steps], dtype=np.int64),
            "at_least": at_least,
            "density": at_least / possible if possible else np.full(len(steps), np.nan),
        },
        index=pd.Index(steps, name="step", dtype=float),
    )


def _two_reports(cluster: Any, layer: str | None, received: str | None) -> tuple[Cluster, str, str]:
    """Return what is measured and the two layers; called by the measure itself, so that warnings find its caller."""
    measured = one_mode(cluster)
    layer = _directed_layer(measured, layer)
    received = layer if received is None else _directed_layer(measured, received)
    warn_of_uncertain_ties(measured, layer)
    if received != layer:
        warn_of_uncertain_ties(measured, received)
    return measured, layer, received


def _one_ladder(cluster: Any, layer: str | None) -> tuple[Cluster, str]:
    """Return what is measured and its layer; called by the measure itself."""
    measured = one_mode(cluster)
    layer = _only_layer(measured, layer, measured.tie_layers, _WHICH_LAYER)
    warn_of_uncertain_ties(measured, layer)
    return measured, layer


def _directed_layer(cluster: Cluster, layer: str | None) -> str:
    directed = [name for name in cluster.tie_layers if cluster.is_directed(name)]
    name = _only_layer(cluster, layer, directed, _WHICH_DIRECTED)
    if name not in directed:
        raise InputError(Problem("is not directed, so it is not known who reported a tie", "layers", value=name))
    return name


def _only_layer(cluster: Cluster, layer: str | None, options: Any, unnamed: str) -> str:
    """Return the layer that is named, or the only one that there is."""
    if layer is not None:
        cluster.is_directed(layer)  # refuses a layer that is none
        return layer
    if len(options) != 1:
        raise InputError(unnamed, {"layers": list(options) or phrase("none")})
    return str(options[0])


def _counts(first: Array, second: Array) -> tuple[int, int, int, int]:
    """Return the numbers of both, only the first, only the second, neither."""
    both, total = int((first & second).sum()), len(first)
    own, other = int(first.sum()) - both, int(second.sum()) - both
    return both, own, other, total - both - own - other


def _jaccard(both: int, own: int, other: int, neither: int) -> float:
    reported = both + own + other
    return both / reported if reported else float("nan")


def _kappa(both: int, own: int, other: int, neither: int) -> float:
    total = both + own + other + neither
    if not total:
        return float("nan")
    first, second = (both + own) / total, (both + other) / total
    chance = first * second + (1 - first) * (1 - second)
    return ((both + neither) / total - chance) / (1 - chance) if chance < 1 else float("nan")


def _by_actor(cluster: Cluster, first: Array, second: Array, known: Array, *, is_one: bool) -> pd.DataFrame:
    """Return the agreement of each actor with its partners; with two layers it reports as sender and as receiver."""
    rows = []
    for actor in range(cluster.n_actors):
        own, other, seen = first[actor], second[actor], known[actor]
        if not is_one:
            own, other = np.concatenate([own, second[:, actor]]), np.concatenate([other, first[:, actor]])
            seen = np.concatenate([seen, known[:, actor]])
        counts = _counts(own[seen], other[seen])
        rows.append([*counts, _jaccard(*counts), _kappa(*counts)])
    columns = ["both", "only_own", "only_other", "neither", "jaccard", "kappa"]
    frame = pd.DataFrame(rows, index=cluster.index, columns=columns)
    return frame.astype(dict.fromkeys(columns[:4], np.int64) | dict.fromkeys(columns[4:], float))
