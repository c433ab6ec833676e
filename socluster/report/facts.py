"""What the sections of a report are about: the cluster, its network, and what was asked of it, each computed once."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterWarning
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.cohesion.density import components
from socluster.plot.clusters.marks import names_of
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.leaving.losses import Losses, losses
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language

__all__ = ["Facts"]

_COLUMNS = ("level", "sector", "kind", "place")  # of actors, by which a cluster may be told
_MOST_CATEGORIES = 6  # that are told apart in a picture
# the same in any language
_WORDLESS = ("_projected", "columns", "color", "_betweenness", "losses", "component_sizes", "certain_parts")


@dataclass(frozen=True)
class Facts:
    """What a report is about.

    Parameters
    ----------
    cluster : Cluster
        As it was given: with its groups, if it has any.
    outcomes : sequence of Outcome
        The answered what-ifs.
    rankings : sequence of Ranking
        The answered questions whom to invite first.
    language : {"en", "lt"}
        Of the report.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it.
    has_pictures : bool
        Whether the network is drawn; who draws it in another way need not wait for that.
    plans : sequence of Plan
        The answered questions which partners together.
    """

    cluster: Cluster
    outcomes: Sequence[Outcome]
    rankings: Sequence[Ranking]
    language: Language
    needs: Any = None
    has_pictures: bool = True
    plans: Sequence[Plan] = ()

    @property
    def what_ifs(self) -> dict[str, tuple[Scenario, Cluster]]:
        """The scenarios by name, each once, with the cluster to which they happen."""
        told = [(each, outcome.cluster) for outcome in self.outcomes for each in outcome.scenarios]
        told += [(each, ranking.outcome.cluster) for ranking in self.rankings for each in ranking.outcome.scenarios]
        told += [(each, plan.cluster or self.network) for plan in self.plans for each in plan.candidates]
        found: dict[str, tuple[Scenario, Cluster]] = {}
        for each, cluster in told:
            found.setdefault(each.name, (each, cluster))
        return found

    def in_language(self, language: Language) -> Facts:
        """Return the same facts in a language, with all that was computed already and has no words in it."""
        other = replace(self, language=language)
        other.__dict__.update({name: self.__dict__[name] for name in _WORDLESS if name in self.__dict__})
        return other

    @cached_property
    def _projected(self) -> tuple[Cluster, tuple[SoclusterWarning, ...]]:
        """Return the network of actors, and the warnings of making it."""
        if self.cluster.tie_layers or not self.cluster.n_affiliations:
            return self.cluster, ()
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            network = self.cluster.project()
        return network, tuple(each.message for each in said if isinstance(each.message, SoclusterWarning))

    @property
    def network(self) -> Cluster:
        """The actors and their ties; of a cluster of actors and groups, the ties that follow from shared groups."""
        return self._projected[0]

    @property
    def projection_warnings(self) -> tuple[str, ...]:
        """What there is to say about ties that follow from shared groups."""
        return tuple(dict.fromkeys(str(each.in_language(self.language)) for each in self._projected[1]))

    @property
    def is_projected(self) -> bool:
        """Whether the ties follow from shared groups."""
        return self.network is not self.cluster

    @cached_property
    def names(self) -> dict[object, str]:
        """Names of the actors in the language of the report, by label."""
        return dict(zip(self.cluster.actors.index, names_of(self.cluster.actors, self.language), strict=True))

    def name(self, actor: object) -> str:
        """Return the name of an actor; of one who is not in the cluster, what it is called."""
        return self.names.get(actor, str(actor))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns by which actors can be told apart: at least two categories, and not one for everybody."""
        actors = self.cluster.actors
        return tuple(each for each in self.differing if actors[each].nunique() <= max(2, len(actors) // 2))

    @property
    def differing(self) -> tuple[str, ...]:
        """The columns in which there are at least two categories, however few are of each."""
        actors = self.cluster.actors
        return tuple(column for column in _COLUMNS if column in actors and actors[column].nunique() >= 2)

    @cached_property
    def color(self) -> str | None:
        """The column that colours pictures: of those with few categories, the one that tells most apart."""
        few = [column for column in self.columns if self.cluster.actors[column].nunique() <= _MOST_CATEGORIES]
        return max(few, key=lambda column: _diversity(self.cluster.actors[column]), default=None)

    @cached_property
    def _betweenness(self) -> pd.Series:
        return betweenness(self.network)

    @cached_property
    def betweenness(self) -> pd.Series:
        """Betweenness, 0..1, the highest first; names decide between equals."""
        values = self._betweenness
        order = sorted(values.index, key=lambda actor: (-np.nan_to_num(values[actor]), self.name(actor)))
        return values.loc[order]

    @cached_property
    def losses(self) -> Losses:
        """What breaks if one actor were lost."""
        return losses(self.network)

    @cached_property
    def component_sizes(self) -> list[int]:
        """Sizes of the connected parts, the largest first."""
        return sorted(components(self.network).value_counts().tolist(), reverse=True)

    @cached_property
    def certain_parts(self) -> int:
        """How many connected parts there are if uncertain ties are left out."""
        parts = self.network.parts
        is_certain = parts.ties.rest["confidence"].values >= 1
        return int(components(Cluster(parts.keep_ties(is_certain))).nunique())


def _diversity(values: pd.Series) -> float:
    shares = values.value_counts(normalize=True).to_numpy(float)
    return float(-(shares * np.log(shares)).sum())
