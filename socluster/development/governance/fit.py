"""Which form of governance fits, and which condition fails?"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import whole_number
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.development.governance.conditions import (
    CONDITION_NAMES,
    CUT_NAMES,
    FORM_NAMES,
    FORMS,
    LEVEL_NAMES,
    OF_A_FORM,
    governance_cuts,
)
from socluster.development.governance.measured import (
    competencies_needed,
    goal_consensus,
    number_of_organisations,
    trust_of,
)
from socluster.development.governance.verdicts import FAILS, HOLDS, UNKNOWN, conditions_table
from socluster.io.objects import as_cluster
from socluster.measures.centrality.centralization import centralization
from socluster.measures.cohesion.density import density
from socluster.words import Language, Phrase, count, itemised, marked, number, say

__all__ = ["GovernanceFit", "governance_fit"]

_HOLDING = (marked("none holds"), marked("one holds"), marked("two hold"), marked("three hold"), marked("four hold"))
_FAILING = (marked("none fails"), marked("one fails"), marked("two fail"), marked("three fail"), marked("four fail"))
_UNKNOWN = (
    marked("none is unknown"),
    marked("one is unknown"),
    marked("two are unknown"),
    marked("three are unknown"),
    marked("four are unknown"),
)

_WITHIN = {  # (whether the lower end is open, whether the upper one is)
    (False, False): marked("'{cut}' ({name}) is {value}, the same from {low} to {high}"),
    (False, True): marked("'{cut}' ({name}) is {value}, the same from {low} to below {high}"),
    (True, False): marked("'{cut}' ({name}) is {value}, the same above {low} and up to {high}"),
    (True, True): marked("'{cut}' ({name}) is {value}, the same above {low} and below {high}"),
}


@dataclass(frozen=True, eq=False, repr=False)
class GovernanceFit(Result):
    """What `governance_fit` found. Its text says it in sentences.

    There is no best form and no score: the conditions are not of one kind, and most are often unknown.

    Parameters
    ----------
    conditions : DataFrame
        Index (form, condition), three by four. Columns: required (a level in words), measured (number; NaN if not
        known), verdict ("holds", "fails", "unknown"), margin (how far it is from the verdict's change, below 0 where it
        fails), cut (which one decides), low and high (between what that cut may lie, the others as they are, for the
        verdict to be the same; the next cuts stop it, because cuts rise), low_open and high_open (whether that end
        itself would change the verdict).
    cuts : DataFrame
        Index (form, condition, cut); columns value, measured, low, high, low_open, high_open: the same for every cut.
    structure : Series of float
        density and centralization of all ties, ties, and most (the ties of the actor that has most): beside the
        verdicts, and no part of them. Empty where there are no ties.
    central : object
        The actor that has most ties; None if several have, or there are no ties.
    measured : mapping
        density, centralization (of trust), participants, consensus, competencies.
    interdependence : bool
        Whether the need for competencies is a share of client paths.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    cluster : Cluster, optional
        Of which it was asked.
    """

    conditions: pd.DataFrame = field(repr=False)
    cuts: pd.DataFrame = field(repr=False)
    structure: pd.Series[Any] = field(repr=False)
    central: Any
    measured: dict[str, float]
    interdependence: bool
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    def to_frame(self) -> pd.DataFrame:
        """Return the table of conditions: index (form, condition); required, measured, verdict, margin, cut, range."""
        return self.conditions.copy()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: forms by conditions, with what is required, what was measured, and the verdict.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import governance_table  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        table = self.conditions.reset_index()
        table["form"] = [say(FORM_NAMES[form], language) for form in table["form"]]
        table["required"] = [say(LEVEL_NAMES[level], language, context="condition") for level in table["required"]]
        table["measured"] = [self._shown(condition, language) for condition in table["condition"]]
        table["condition"] = [say(CONDITION_NAMES[each], language, context="condition") for each in table["condition"]]
        question = say("Which conditions of the forms of governance hold?", language)
        cluster = self.cluster
        return governance_table(
            table,
            title=question,
            subtitle=None if cluster is None else about(language, cluster=cluster.name, actors=cluster.n_actors),
            caption=None if cluster is None else source_of(cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return per form how many conditions hold, fail and are unknown, and on which cuts that rests.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            *(self._of_form(form, language) for form in FORMS),
            *self._of_cuts(language),
            *self._of_structure(language),
            say(
                "A condition that holds does not make a form better: structure and conditions are not effectiveness.",
                language,
            ),
            *self.about_data(language),
        ]

    def _of_form(self, form: str, language: Language) -> str:
        own = self.conditions.loc[form]
        said = {}
        for verdict, words in ((HOLDS, _HOLDING), (FAILS, _FAILING), (UNKNOWN, _UNKNOWN)):
            those = own.index[own["verdict"] == verdict]
            said[verdict] = say(words[len(those)], language)
            shown = [self._shown(condition, language) for condition in those]
            if verdict != UNKNOWN and shown:
                said[verdict] += f" ({itemised(shown, language)})"
        return say(
            "Of the four conditions for {form} {holding}, {failing}, {unknown}.",
            language,
            form=say(OF_A_FORM[form], language, context="for"),
            holding=said[HOLDS],
            failing=said[FAILS],
            unknown=said[UNKNOWN],
        )

    def _shown(self, condition: str, language: Language) -> str:
        """Return what was measured of a condition, in words."""
        value = self.measured["density" if condition == "trust" else condition]
        if math.isnan(value):
            return say("not known", language)
        if condition == "participants":
            return count("{n} participant", "{n} participants", round(value), language)
        shown = number(value, language, decimals=2)
        if condition == "trust":
            return self._of_trust(shown, language)
        if condition == "consensus":
            return say("mean consensus {value}", language, value=shown)
        if self.interdependence:
            return say("share of client paths over three or more actors: {value}", language, value=shown)
        return say("need for competencies {value} of 5", language, value=shown)

    def _of_trust(self, density_shown: str, language: Language) -> str:
        middle = self.measured["centralization"]
        if math.isnan(middle):
            return say("density of trust {value}", language, value=density_shown)
        shown = number(middle, language, decimals=2)
        return say("density of trust {value}, centralisation {middle}", language, value=density_shown, middle=shown)

    def _of_cuts(self, language: Language) -> list[str]:
        decided = self.cuts.dropna(subset=["low"])
        if decided.empty:
            return []
        parts = []
        for cut, rows in decided.groupby(level="cut", sort=False):
            parts.append(_of_cut(str(cut), rows, language))
        template = marked("Assumed cuts, and where each may lie by itself with all verdicts the same: {parts}.")
        return [say(template, language, parts=itemised(parts, language))]

    def _of_structure(self, language: Language) -> list[str]:
        if self.structure.empty:
            return []
        said = say(
            "Beside it, as structure and not as a verdict: density {density}, degree centralisation {middle}.",
            language,
            density=number(self.structure["density"], language, decimals=3),
            middle=number(self.structure["centralization"], language, decimals=3),
        )
        if self.central is None:
            return [said]
        most = say(
            "{actor} has {most} {ties}.",
            language,
            actor=str(self.central),
            most=number(self.structure["most"], language),
            ties=count("of {n} tie", "of {n} ties", round(self.structure["ties"]), language),
        )
        return [said, most]


def _of_cut(cut: str, rows: pd.DataFrame, language: Language) -> str:
    """Return what a cut is, and between what it may lie with the verdicts of all forms the same."""
    low, high = float(rows["low"].max()), float(rows["high"].min())
    above = bool(rows.loc[rows["low"] == low, "low_open"].any())
    below = bool(rows.loc[rows["high"] == high, "high_open"].any())
    values = {
        "cut": cut,
        "name": say(CUT_NAMES[cut], language, context="cut"),
        "value": number(float(rows["value"].iloc[0]), language, digits=3),
        "low": number(low, language, digits=3),
        "high": number(high, language, digits=3),
    }
    if np.isinf(high):
        return say("'{cut}' ({name}) is {value}, the same from {low} on", language, **values)
    if low == high:
        return say("'{cut}' ({name}) is {value}, and any other would change a verdict", language, **values)
    return say(_WITHIN[above, below], language, **values)


@checked
def governance_fit(
    cluster: Any,
    /,
    *,
    trust: Any = None,
    consensus: Any = None,
    competencies: Any = None,
    participants: int | None = None,
    cutoffs: Any = None,
) -> GovernanceFit:
    """Which form of governance fits, and which condition fails?

    Three forms (shared governance, a lead organisation, a network administrative organisation) are each expected to
    work under four conditions:

    ============  ============  ========================  ===================================
    condition     shared        lead organisation         network administrative organisation
    ============  ============  ========================  ===================================
    trust         high density  low density, centralised  moderate density
    participants  few           moderate                  moderate to many
    consensus     high          moderately low            moderately high
    competencies  low           moderate                  high
    ============  ============  ========================  ===================================

    Every condition holds, fails, or is unknown. They are not added up, and no form is chosen.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster; its actors are organisations.
    trust : str or mapping, optional
        A layer whose name or meaning says that it is trust: its density is the share of known dyads with trust, and its
        centralisation that of the indegree. Or these numbers: {"density": 0.4, "centralization": 0.2}.
    consensus : float or Series, optional
        Mean consensus on goals, or the answer of `consensus`, by goal.
    competencies : float, Series or DataFrame, optional
        Need for competencies of the network, 1 (low) to 5 (high), as stated by one or several; or the table of
        `referral_paths`, of which the share of paths over three or more actors is taken.
    participants : int, optional
        How many organisations there are, where actors are persons or kinds of organisations.
    cutoffs : mapping, optional
        Other cuts: few (8) and many (20) participants; trust_low (.3), trust_high (.5) and centralised (.5);
        consensus_low (.4), consensus_middle (.6), consensus_high (.8); competencies_low (2.5), competencies_high (3.5),
        or interdependence_low (1/3), interdependence_high (2/3) for a share of paths; and trust, the weight from which
        on a tie is trust. All are assumptions.

    Returns
    -------
    GovernanceFit
        conditions (the table of `.to_frame()`), cuts, structure; `.plot()`.

    Raises
    ------
    InputError
        If actors are persons, a layer is no trust or on an unknown scale, a number lies outside its range, or cuts do
        not rise.

    Notes
    -----
    The paper orders levels and gives no numbers, except that few partners are about six to eight; hence the columns
    `low` and `high`. Fewer than three organisations are no network, and actors that stand for kinds of organisations
    do not say how many there are: then the number is unknown.

    References
    ----------
    Provan, K. G., & Kenis, P. (2008). Modes of network governance: Structure, management, and effectiveness. Journal of
    Public Administration Research and Theory, 18, 229-252. doi:10.1093/jopart/mum015

    Examples
    --------
    >>> import socluster as sc
    >>> fit = sc.governance_fit(sc.load_dataset("norway_project"))
    >>> fit.sentences()[1]
    'Of the four conditions for a lead organisation one holds (13 participants), none fails, three are unknown.'
    >>> fit.to_frame()["verdict"].unstack("condition")["participants"].to_dict()
    {'lead organisation': 'holds', 'network administrative organisation': 'holds', 'shared': 'fails'}
    """
    given: Cluster = as_cluster(cluster)
    cuts = governance_cuts(cutoffs)
    stated = None if participants is None else whole_number("participants", participants)
    organisations, why = number_of_organisations(given, stated)
    trusted = trust_of(given, trust, cuts.get("trust"))
    needed, interdependent = competencies_needed(competencies)
    measured = {
        "density": trusted.density,
        "centralization": trusted.centralization,
        "participants": organisations,
        "consensus": goal_consensus(consensus),
        "competencies": needed,
    }
    table, limits = conditions_table(measured, cuts, interdependence=interdependent)
    structure, central = _structure(given)
    notes = [note for note in (why, trusted.note) if note is not None]
    return GovernanceFit(
        conditions=table,
        cuts=limits,
        structure=structure,
        central=central,
        measured=measured,
        interdependence=interdependent,
        fingerprint=given.fingerprint,
        data_notes=(*notes, *data_notes(given)),
        cluster=given,
    )


def _structure(cluster: Cluster) -> tuple[pd.Series[Any], Any]:
    """Return density and centralisation of all ties, and who has most of them; nothing where there are none."""
    if not cluster.n_ties:
        return pd.Series(dtype=float), None
    try:
        tied = np.asarray((cluster.matrix() > 0).toarray())
    except InputError:  # several waves have no network in common
        return pd.Series(dtype=float), None
    pairs = np.count_nonzero(np.triu(tied | tied.T, 1))
    partners = (tied | tied.T).sum(axis=1)
    values = {
        "density": density(cluster),
        "centralization": centralization(cluster),
        "ties": pairs,
        "most": partners.max(),
    }
    alone = np.count_nonzero(partners == partners.max()) == 1
    structure = pd.Series(values, dtype=float, name="structure")
    return structure, cluster.labels[int(partners.argmax())] if alone else None
