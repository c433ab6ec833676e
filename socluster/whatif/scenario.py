"""A what-if as a value: a named list of a cluster's own verbs, applied in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from socluster.core.cluster import Cluster
from socluster.core.edit import as_list
from socluster.core.errors import InputError
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.wording import Language
from socluster.whatif.prepared import Prepared, prepare
from socluster.whatif.step import Step
from socluster.whatif.tie_models import TieModel

__all__ = ["Scenario"]


@dataclass(frozen=True)
class Scenario:
    """A named what-if: partners who join or leave, ties that form or end. A frozen, hashable value.

    Each method returns a new scenario with one more step, and is named and used as the verb of `Cluster` that it
    stands for; only `with_ties` also takes a model of ties that are not known yet.

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
    """

    name: str
    steps: tuple[Step, ...] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        """Check the name, which every answer needs."""
        if not isinstance(self.name, str) or not self.name.strip():
            raise InputError("a scenario needs a name, as in Scenario('psychologist hub in Kelmė')")

    def with_actor(self, actor: str, **columns: Any) -> Scenario:
        """Return the scenario in which also this actor joins; attributes by column."""
        return self._and("with_actor", (actor,), columns)

    def with_group(self, group: str, **columns: Any) -> Scenario:
        """Return the scenario with one more group (an event, a service); attributes by column."""
        return self._and("with_group", (group,), columns)

    def with_ties(
        self,
        source: str,
        targets: str | Iterable[str] | TieModel,
        *,
        layer: str = TIE,
        directed: bool | None = None,
        **columns: Any,
    ) -> Scenario:
        """Return the scenario in which also ties form.

        Parameters
        ----------
        source : str
            The actor from whom they run.
        targets : str, iterable of str, or TieModel
            The actors to whom they run (then the ties are as sure as `confidence` says), or a model of ties that are
            not known (`socluster.ties`), which are drawn.
        layer : str, default "tie"
            Their layer.
        directed : bool, optional
            Direction of a layer that is new; undirected unless it says True.
        **columns
            Values for all of the new ties: weight, confidence, evidence (default: simulated), ref.

        Returns
        -------
        Scenario
        """
        who = targets if isinstance(targets, TieModel) else tuple(as_list(targets))
        given = {"layer": layer} | ({} if directed is None else {"directed": directed}) | columns
        return self._and("with_ties", (source, who), given)

    def with_affiliation(
        self, actor: str, groups: str | Iterable[str], *, layer: str = AFFILIATION, **columns: Any
    ) -> Scenario:
        """Return the scenario in which the actor also belongs to these groups."""
        return self._and("with_affiliation", (actor, tuple(as_list(groups))), {"layer": layer, **columns})

    def without_actor(self, actors: str | Iterable[str]) -> Scenario:
        """Return the scenario in which these actors leave."""
        return self._and("without_actor", (tuple(as_list(actors)),), {})

    def without_ties(
        self, source: str | None = None, target: str | None = None, *, layer: str | None = None
    ) -> Scenario:
        """Return the scenario in which the ties of this source, target and layer end."""
        return self._and("without_ties", (source, target), {"layer": layer})

    def apply(self, cluster: Cluster) -> Cluster:
        """Return the cluster after the scenario.

        Ties from a model are there with the confidence that the model gives them on average, and with
        ``evidence="simulated"``; `Cluster.sample` draws them.
        """
        return self.prepare(cluster).cluster

    def prepare(self, cluster: Cluster) -> Prepared:
        """Return the cluster after the scenario together with what is needed to draw it."""
        return prepare(self.name, self.steps, cluster)

    def assumptions(self, language: Language = "en") -> list[str]:
        """Return a sentence for every tie model in the scenario."""
        return [step.model.assumption(language) for step in self.steps if step.model is not None]

    def _and(self, verb: str, subject: tuple[Any, ...], columns: Mapping[str, Any]) -> Scenario:
        return replace(self, steps=(*self.steps, Step(verb, subject, tuple(columns.items()))))

    def __str__(self) -> str:
        """Return the name and the steps, a line each."""
        return "\n".join([f"Scenario {self.name!r}:", *(f"  {step}" for step in self.steps)])
