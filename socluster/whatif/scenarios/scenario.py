"""A what-if as a value: a named list of a cluster's own verbs, applied in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from socluster.core.checked import checked_methods
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.core.labels import Label, Originals, by_id, id_of, ids_of, listed_ids, remembered
from socluster.whatif.scenarios.applied import applied
from socluster.whatif.scenarios.assumed import assumed_by
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.whatif.scenarios.sums import name_of_sum, refuse_contradictions
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.stated import Stated
from socluster.whatif.ties.values import frozen
from socluster.words import Language

__all__ = ["Scenario"]


@checked_methods
@dataclass(frozen=True)
class Scenario:
    """A named what-if, written in the cluster's own verbs. A frozen, hashable value.

    Partners join, leave, merge and split; ties form, strengthen and dissolve; events are held; capacity changes. Each
    method returns a new scenario with one more step, and is named and used as the verb of `Cluster` that it
    represents; only `with_ties` also takes a model of ties that are not known yet. Links that form or change are marked
    as simulated, unless the step states their evidence (`evidence="documented"`).

    Where the ties of a cluster are the projection of its affiliations (by `Cluster.project`, or because it holds
    nothing else), they follow these: what a scenario does to events is projected after it.

    Actors are kept by their ids, which are text: 3 and "3" name the same one. Answers call who joins as the verb that
    brought it did, by a number or a tuple, too; in text and files the id alone is kept. An actor whose label is a tuple
    goes into a list where a verb takes several: ``without_actor([(0, 1)])``.

    Scenarios add up: ``a + b`` does what a does and then what b does. They can be kept as text (`to_json`, `to_yaml`)
    and in files (`read_scenarios`, `write_scenarios`).

    Parameters
    ----------
    name : str
        What the scenario is called in every answer.

    Examples
    --------
    >>> from socluster.whatif.ties import Stated
    >>> hub = (Scenario("psychologist hub")
    ...     .with_actor("hub", sector="public", kind="psychological service")
    ...     .with_ties("hub", Stated({"School": 0.9, "Clinic": 0.5}), layer="referral"))
    >>> print(hub)
    Scenario 'psychologist hub':
      with_actor('hub', sector='public', kind='psychological service')
      with_ties('hub', Stated({'School': 0.9, 'Clinic': 0.5}), layer='referral')
    >>> forum = Scenario("forum").with_event("Forum", ["School", "Clinic"], date="2016-11")
    >>> for line in (hub + forum).sentences():
    ...     print(line)
    psychologist hub + forum:
    hub joins (sector public, kind psychological service)
    ties of hub (layer referral): the ties were stated by the analyst: School 0.9, Clinic 0.5
    the event Forum is held, with School and Clinic (date 2016-11)
    """

    name: str
    steps: tuple[Step, ...] = field(default=(), kw_only=True)
    _added: tuple[str, ...] = field(default=(), kw_only=True, repr=False, compare=False)  # names of what was added up

    def __post_init__(self) -> None:
        """Check the name, which every answer needs."""
        if not isinstance(self.name, str) or not self.name.strip():
            raise InputError("a scenario needs a name, as in Scenario('psychologist hub')")

    # -- partners join, leave, merge, split, change -------------------------------------------------------------------

    def with_actor(self, actor: Label, **columns: Any) -> Scenario:
        """Return the scenario in which also this actor joins; attributes by column."""
        return self._and("with_actor", (id_of(actor),), columns, actors=[actor])

    def without_actor(self, actors: Label | Iterable[Label]) -> Scenario:
        """Return the scenario in which these actors leave."""
        return self._and("without_actor", (_names(actors),), {})

    def with_replacement(
        self,
        actor: Label,
        by: Label,
        *,
        share: float = 1.0,
        layer: str | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which an actor leaves and a new one takes its place.

        Parameters
        ----------
        actor : str
            Who leaves.
        by : str
            Who joins.
        share : float, default 1
            With which probability each tie of the one becomes a tie of the other (`ties.LikeActor`).
        layer : str, optional
            The layer of these ties; without it, the only layer of ties of the cluster.
        **columns
            Attributes of who joins.

        Returns
        -------
        Scenario
        """
        like = LikeActor(id_of(actor), share=share)
        return self.without_actor(actor).with_actor(by, **columns).with_ties(by, like, layer=layer)

    def with_merger(self, actors: Iterable[Label], into: Label, **columns: Any) -> Scenario:
        """Return the scenario in which several actors become one; see `Cluster.with_merger`."""
        return self._and("with_merger", (_names(actors), id_of(into)), columns, actors=[into])

    def with_split(
        self,
        actor: Label,
        into: Mapping[Any, str | Iterable[Label] | Mapping[Any, float]],
        *,
        rest: Label | None = None,
        tie: str | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which one actor becomes several; see `Cluster.with_split`."""
        parts = {id_of(part): by_id(own) if isinstance(own, Mapping) else _names(own) for part, own in _pairs(into)}
        kept = None if rest is None else id_of(rest)
        said = {**_said(rest=kept, tie=tie), **columns}
        return self._and("with_split", (id_of(actor), frozen(parts)), said, actors=list(into))

    def with_attributes(self, actor: Label, **columns: Any) -> Scenario:
        """Return the scenario in which these attributes of an actor change, as in ``places=12``."""
        return self._and("with_attributes", (id_of(actor),), columns)

    # -- ties form, strengthen, dissolve ------------------------------------------------------------------------------

    def with_ties(
        self,
        source: Label,
        targets: Label | Iterable[Label] | Mapping[Any, float] | TieModel,
        *,
        layer: str | None = None,
        directed: bool | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which also ties form.

        Parameters
        ----------
        source : str
            The actor from whom they run.
        targets : str, iterable of str, mapping of str to float, or TieModel
            The actors to whom they run (then the ties are as sure as `confidence` says), or a model of ties that are
            not known (`socluster.ties`), which are drawn. A mapping from actor to probability is `ties.Stated`.
        layer : str, optional
            Their layer; without it, the only layer of ties of the cluster ("tie" if there is none).
        directed : bool, optional
            Whether the ties of a layer that is new have a direction; must be said where those of another layer have.
        **columns
            Values for all of the new ties: weight, confidence, evidence (default: simulated), ref.

        Returns
        -------
        Scenario
        """
        if isinstance(targets, Mapping):
            targets = Stated(targets)
        who = targets if isinstance(targets, TieModel) else _names(targets)
        return self._and("with_ties", (id_of(source), who), {**_said(layer=layer, directed=directed), **columns})

    def with_strength(
        self,
        source: Label,
        target: Label,
        *,
        weight: float | str | None = None,
        by: float | None = None,
        layer: str | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which a tie grows stronger or weaker; see `Cluster.with_strength`."""
        return self._and(
            "with_strength", (id_of(source), id_of(target)), {**_said(weight=weight, by=by, layer=layer), **columns}
        )

    def without_ties(
        self, source: Label | None = None, target: Label | None = None, *, layer: str | None = None
    ) -> Scenario:
        """Return the scenario in which the ties of this source, target and layer end."""
        return self._and("without_ties", (id_of(source), id_of(target)), _said(layer=layer))

    # -- events are held, capacity changes ----------------------------------------------------------------------------

    def with_group(self, group: Label, **columns: Any) -> Scenario:
        """Return the scenario with one more group (an event, a service); attributes by column."""
        return self._and("with_group", (id_of(group),), columns, groups=[group])

    def with_event(
        self, group: Label, actors: Label | Iterable[Label], *, layer: str | None = None, **columns: Any
    ) -> Scenario:
        """Return the scenario in which an event is held and these actors attend it; see `Cluster.with_event`.

        Without `layer`, they attend in the only layer of affiliations of the cluster ("affiliation" if there is none).
        """
        subject = (id_of(group), _names(actors))
        return self._and("with_event", subject, {**_said(layer=layer), **columns}, groups=[group])

    def with_affiliation(
        self, actor: Label, groups: Label | Iterable[Label], *, layer: str | None = None, **columns: Any
    ) -> Scenario:
        """Return the scenario in which the actor also belongs to these groups; `layer` as in `with_event`."""
        return self._and("with_affiliation", (id_of(actor), _names(groups)), {**_said(layer=layer), **columns})

    def with_capacity(
        self, actor: Label, group: Label, weight: float, *, layer: str | None = None, **columns: Any
    ) -> Scenario:
        """Return the scenario in which the capacity of an affiliation changes; see `Cluster.with_capacity`."""
        return self._and(
            "with_capacity", (id_of(actor), id_of(group)), {"weight": weight, **_said(layer=layer), **columns}
        )

    # -- scenarios as values ------------------------------------------------------------------------------------------

    def named(self, name: str) -> Scenario:
        """Return the scenario under another name."""
        return replace(self, name=name, _added=())

    def __add__(self, other: object) -> Scenario:
        """Return the scenario that does what this one does, and then what the other does.

        A step that both hold is taken once, so a partner who joins in both joins once. The sum is called by its parts,
        as in "a + b"; of more than four, by the first, the last and their number, as in "a + ... + f (6)".

        Raises
        ------
        InputError
            If the two contradict each other: the same partner joins with other attributes, say.
        """
        if not isinstance(other, Scenario):
            return NotImplemented
        refuse_contradictions(self.name, self.steps, other.name, other.steps)
        more = tuple(step for step in other.steps if step not in self.steps)
        names = (*(self._added or (self.name,)), *(other._added or (other.name,)))
        return Scenario(name_of_sum(names), steps=(*self.steps, *more), _added=names)

    def __radd__(self, other: object) -> Scenario:
        """Return the scenario itself for 0, with which `sum` begins."""
        return self if other == 0 and isinstance(other, int) else NotImplemented

    def apply(self, cluster: Cluster) -> Cluster:
        """Return the cluster after the scenario.

        Ties from a model are there with the confidence that the model gives them on average, and with
        ``evidence="simulated"``; `Cluster.sample` draws them.
        """
        return self.prepare(cluster).cluster

    def prepare(self, cluster: Cluster) -> Prepared:
        """Return the cluster after the scenario together with what is needed to draw it."""
        return applied(self.name, self.steps, Prepared("", cluster))

    # -- scenarios as text --------------------------------------------------------------------------------------------

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what happens in plain words: the name, and a line per step."""
        return [f"{self.name}:", *(sentence(step, language) for step in self.steps)]

    def assumptions(self, language: Language = "en", cluster: Cluster | None = None) -> list[str]:
        """Return a sentence for every tie model in the scenario, and for ties that follow from its events.

        With the cluster, also whose offers state no place, so that they meet no need.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        cluster : Cluster, optional
            The current cluster: with it, a model says so where it learns nothing there about the partner, and that
            those who attend an event become tied is said where ties are the projection of affiliations.
        """
        return assumed_by(self.steps, language, cluster)

    def to_json(self) -> str:
        """Return the scenario as JSON; see `socluster.whatif.scenarios.text`."""
        from socluster.whatif.scenarios.text import written

        return written(self.name, self.steps, "json")

    @classmethod
    def from_json(cls, text: str) -> Scenario:
        """Return the scenario that a JSON text holds.

        Raises
        ------
        InputError
            If anything in it is wrong; every problem is named with its place, as in ``steps[2].columns.layer``.
        """
        from socluster.whatif.scenarios.text import read_one

        name, steps = read_one(text, "json")
        return cls(name, steps=steps)

    def to_yaml(self) -> str:
        """Return the scenario as YAML (needs PyYAML), which people write and read more easily."""
        from socluster.whatif.scenarios.text import written

        return written(self.name, self.steps, "yaml")

    @classmethod
    def from_yaml(cls, text: str) -> Scenario:
        """Return the scenario that a YAML text holds; see `from_json`."""
        from socluster.whatif.scenarios.text import read_one

        name, steps = read_one(text, "yaml")
        return cls(name, steps=steps)

    def _and(
        self,
        verb: str,
        subject: tuple[Any, ...],
        columns: Mapping[str, Any],
        *,
        actors: Sequence[Any] = (),
        groups: Sequence[Any] = (),
    ) -> Scenario:
        """Return the scenario with one more step, by which these actors and groups come, called as they are here."""
        labels = Originals(*(remembered(ids_of(each), each) for each in (actors, groups)))
        return replace(self, steps=(*self.steps, Step(verb, subject, tuple(columns.items()), labels)))

    def __str__(self) -> str:
        """Return the name and the steps, a line each."""
        return "\n".join([f"Scenario {self.name!r}:", *(f"  {step}" for step in self.steps)])


def _names(given: Any) -> tuple[Any, ...]:
    """Return the ids of one actor or several; a tuple is several, as a scenario does not know who is in the cluster."""
    return tuple(listed_ids(given))


def _pairs(into: Any) -> Iterable[tuple[Any, Any]]:
    if not isinstance(into, Mapping):
        raise InputError(
            Problem(
                "into must give every part its partners, as in {'A': ['X'], 'B': ['Y', 'Z']}",
                is_argument=True,
                column="into",
                value=into,
            )
        )
    return into.items()


def _said(**options: Any) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}
