"""How far is a cluster in the five steps, and what is missing?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.development.steps.evidence import WANTED, findings
from socluster.development.steps.findings import Finding, cutoffs_of
from socluster.development.steps.items import (
    ITEM_NAMES,
    ITEMS,
    STEP_NAMES,
    STEPS,
    feedback_edges,
    stated_items,
    step_of,
)
from socluster.development.steps.ratings import rating_scale
from socluster.io.objects import as_cluster
from socluster.words import Language, Phrase, count, itemised, listed, marked, number, phrase, say
from socluster.words.headings import as_title

__all__ = ["Steps", "development_steps"]

NOT_STARTED, UNDER_WAY, DONE, REOPENED, COMPLETE = "not started", "under way", "done", "reopened", "complete"


@dataclass(frozen=True, eq=False, repr=False)
class Steps(Result):
    """What `development_steps` found. Its text says it in sentences.

    Parameters
    ----------
    items : DataFrame
        Index `item`, "1.1" to "5.2"; columns step, name, status ("not started", "under way", "done", "reopened"), by
        ("statement", "data" or empty), ref, proposed (whether the data show enough to propose that it is done), shown
        (what the data show), wanted (what would show it) and cut (what is enough, where that is an assumed number).
    steps : Series of str
        Index `step`, "1" to "5": "not started", "under way" or "complete".
    marked : tuple of str
        Steps to look at again: a step that the stated feedback leads from was reopened. Their status is unchanged.
    feedback : tuple of (str, str)
        Which step acts back on which, as stated.
    findings : mapping
        What the data show, by item, to be said in either language.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    cluster : Cluster, optional
        Of which it was asked.
    """

    items: pd.DataFrame = field(repr=False)
    steps: pd.Series[Any] = field(repr=False)
    marked: tuple[str, ...]
    feedback: tuple[tuple[str, str], ...]
    findings: Mapping[str, Finding] = field(repr=False)
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    @property
    def open(self) -> tuple[str, ...]:
        """The items that are not done."""
        return tuple(self.items.index[self.items["status"] != DONE])

    @property
    def proposed(self) -> tuple[str, ...]:
        """The items of which the data propose that they are done, and nobody has said so."""
        return tuple(self.items.index[self.items["proposed"] & (self.items["by"] != "statement")])

    def to_frame(self) -> pd.DataFrame:
        """Return the items: index `item`; columns step, name, status, by, ref, proposed, shown, wanted, cut."""
        return self.items.copy()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: a column per step with its items, and the stated feedback above them.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import steps_board  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        cluster = self.cluster
        table = self.items[["step", "status"]].copy()
        table["name"] = [say(ITEM_NAMES[item], language) for item in table.index]
        table["step_name"] = [say(STEP_NAMES[step], language) for step in table["step"]]
        table["proposed"] = self.items["proposed"] & (self.items["by"] != "statement")
        return steps_board(
            table,
            feedback=self.feedback,
            revisit=self.marked,
            title=as_title(self._of_steps(language)),
            subtitle=None if cluster is None else about(language, cluster=cluster.name, actors=cluster.n_actors),
            caption=None if cluster is None else source_of(cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many steps are complete, what is open, what the data propose, and which cuts were assumed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            self._of_steps(language),
            *self._of_proposals(language),
            *self._of_statements(language),
            *self._of_feedback(language),
            *self._of_cuts(language),
            say("That a step is complete says that its items were done, not that they worked.", language),
            *self.about_data(language),
        ]

    def _of_steps(self, language: Language) -> str:
        return count(
            "{n} of {steps} is complete; {open} of {items} are open.",
            "{n} of {steps} are complete; {open} of {items} are open.",
            int((self.steps == COMPLETE).sum()),
            language,
            steps=count("{n} step", "{n} steps", len(STEPS), language, context="of"),
            open=number(len(self.open), language),
            items=count("{n} item", "{n} items", len(ITEMS), language, context="of"),
        )

    def _of_proposals(self, language: Language) -> list[str]:
        if not self.proposed:
            return []
        items = listed(list(self.proposed), language)
        return [say("The data propose as done, and somebody has to confirm: {items}.", language, items=items)]

    def _of_statements(self, language: Language) -> list[str]:
        stated = self.items[(self.items["status"] == DONE) & ~self.items["proposed"]]
        if stated.empty:
            return []
        items = listed(list(stated.index), language)
        return [say("Done by statement alone, which no data here show: {items}.", language, items=items)]

    def _of_feedback(self, language: Language) -> list[str]:
        again = list(self.items.index[self.items["status"] == REOPENED])
        if not again:
            return []
        said = [say("Reopened: {items}.", language, items=listed(again, language))]
        if self.marked:
            steps = listed(list(self.marked), language)
            template = marked("By the stated feedback these steps are to be looked at again: {steps}.")
            said.append(say(template, language, steps=steps))
        return said

    def _of_cuts(self, language: Language) -> list[str]:
        cuts = [
            f"{item}: {found.measured.said(language)} ({found.cut.said(language)})"
            for item, found in self.findings.items()
            if found.cut is not None
        ]
        if not cuts:
            return []
        template = marked("Shown by the data, with the assumed cut in brackets: {cuts}.")
        return [say(template, language, cuts=itemised(cuts, language))]


@checked
def development_steps(
    cluster: Any,
    /,
    *,
    done: Any = (),
    evidence: Any = None,
    under_way: Any = (),
    reopened: Any = (),
    feedback: Any = (),
    cutoffs: Any = None,
    scale: Any = (1, 5),
) -> Steps:
    """How far is the cluster in the five steps of its making, and what is missing?

    The method has five interacting steps with thirteen items. The data propose that an item is done; a person confirms
    it. A step is never declared: it is complete when all of its items are done, not started when none was touched, and
    under way otherwise.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster.
    done, under_way, reopened : iterable of str, or mapping from item to reference
        Items as a person states them ("1.1", ..., "5.2"), with a reference such as "minutes of 3 May", or without.
    evidence : mapping, optional
        From an item to what shows it; the Notes list what that is. Without it only the cluster itself is looked at.
    feedback : list of (str, str), optional
        Which step acts back on which, such as [("5", "1")]. No source says, so there is no default. If an item is
        reopened, the steps that its step acts back on are marked; their status is unchanged, and they mark no others.
    cutoffs : mapping, optional
        Other cuts: actors (default 2) and sectors (2) of the initiators; provides (0.8), the share of providers whose
        services are known; raters (0.5), the share of actors that rated; consensus (0.8), on every goal. All defaults
        are assumptions.
    scale : pair of numbers, default (1, 5)
        The lowest and the highest rating of a goal.

    Returns
    -------
    Steps
        steps (Series of statuses), items (the table of `.to_frame()`), open, proposed, marked; `.plot()`.

    Raises
    ------
    InputError
        If a step is declared instead of its items, something is no item, an item stands in two statements, or evidence
        is not what it should be.

    Notes
    -----
    What evidence is, by item:

    - 1.1 a list of initiators (or a column `initiative` of the actors); 1.2 a reference; 1.3 a table of problems;
      1.4 a table of needs, while the cluster provides services
    - 2.1 the layer `provides`, with a list of the providers if not every actor is one; 2.2 stated capacities in it;
      2.3 what `rank_partners`, `plan_partners` or `sweep_partners` answered
    - 3.1 a table of actors by goals with their interest (below 0: against it), or groups of kind "goal"; 3.2 a table of
      ratings; 3.3 follows from these two
    - 4.1 a mapping with a scenario and a table of targets (columns target, date)
    - 5.1 a later cluster, what `compare_waves` answered, or ties of two waves; 5.2 what `run_chart` or
      `plan_and_outcome` answered, or a table of plan and outcome

    That there are five interacting steps is documented, and so is what each consists of; that these are thirteen items
    is our reading.

    References
    ----------
    Targamadzė, V. (2017). Socioedukacinis klasteris kaip vaikų dienos centro veiklos dekompozicijos galimybė: kūrimo
    diskursas. Socialinis ugdymas. doi:10.15823/su.2017.1

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.development_steps(
    ...     sc.load_dataset("norway_project"),
    ...     done={"1.1": "contract", "1.2": "application"},
    ...     evidence={"1.3": ["partners are hard to find"]},
    ... )
    >>> found.steps.tolist()
    ['under way', 'not started', 'not started', 'not started', 'not started']
    >>> found.proposed
    ('1.3',)
    """
    given: Cluster = as_cluster(cluster)
    stated = _stated(done, under_way, reopened)
    edges = feedback_edges(feedback)
    shown = findings(given, evidence, cutoffs_of(cutoffs), rating_scale(scale))
    items = pd.DataFrame([_row(item, stated, shown[item]) for item in ITEMS], index=pd.Index(ITEMS, name="item"))
    again = {step_of(item) for item in items.index[items["status"] == REOPENED]}
    return Steps(
        items=items,
        steps=_of_steps(items),
        marked=tuple(step for step in STEPS if any(one in again and other == step for one, other in edges)),
        feedback=edges,
        findings=shown,
        fingerprint=given.fingerprint,
        data_notes=data_notes(given, two_mode=given.n_affiliations > 0),
        cluster=given,
    )


def _stated(done: Any, under_way: Any, reopened: Any) -> dict[str, tuple[str, str]]:
    """Return status and reference of what persons stated, by item.

    Raises
    ------
    InputError
        If an item stands in two statements.
    """
    found: dict[str, tuple[str, str]] = {}
    problems = []
    for argument, status, given in (
        ("done", DONE, done),
        ("under_way", UNDER_WAY, under_way),
        ("reopened", REOPENED, reopened),
    ):
        for item, ref in stated_items(argument, given).items():
            if item in found:
                message = marked("is stated twice; an item has one status")
                problems.append(Problem(message, column=argument, is_argument=True, value=item))
            found[item] = status, ref
    if problems:
        raise InputError(problems)
    return found


def _row(item: str, stated: Mapping[str, tuple[str, str]], shown: Finding) -> dict[str, object]:
    if item in stated:
        (status, ref), by = stated[item], "statement"
    elif shown.touched:
        status, ref, by = UNDER_WAY, "", "data"
    else:
        status, ref, by = NOT_STARTED, "", ""
    return {
        "step": step_of(item),
        "name": ITEM_NAMES[item],
        "status": status,
        "by": by,
        "ref": ref,
        "proposed": shown.met,
        "shown": str(shown.measured),
        "wanted": str(phrase(WANTED[item])),
        "cut": "" if shown.cut is None else str(shown.cut),
    }


def _of_steps(items: pd.DataFrame) -> pd.Series[Any]:
    statuses = []
    for step in STEPS:
        own = items.loc[items["step"] == step, "status"]
        if (own == NOT_STARTED).all():
            statuses.append(NOT_STARTED)
        else:
            statuses.append(COMPLETE if (own == DONE).all() else UNDER_WAY)
    return pd.Series(statuses, index=pd.Index(STEPS, name="step"), name="status")
