"""Whether two ways to group the same actors come to the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups.agreement import agreement
from socluster.core.checked import checked
from socluster.core.data_notes import data_notes, left_out
from socluster.core.groupings import WithoutGroup, with_groups
from socluster.core.result import Result
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.grouping import group_name, grouping
from socluster.words import Language, Phrase, count, number

__all__ = ["PartitionAgreement", "partition_agreement"]


@dataclass(frozen=True, eq=False, repr=False)
class PartitionAgreement(Result):
    """What `partition_agreement` found. Its text is a sentence.

    Parameters
    ----------
    adjusted_rand : float
        Agreement on pairs of actors: 1 if the same, 0 as by chance, below 0 if less.
    normalized_mutual_information : float
        What the one grouping tells of the other: from 0 (nothing) to 1 (all).
    variation_of_information : float
        What they do not tell of each other, in nats: from 0 (the same) to the logarithm of the number of actors.
    table : DataFrame
        Number of actors by the one grouping (rows) and the other (columns).
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    adjusted_rand: float
    normalized_mutual_information: float
    variation_of_information: float
    table: pd.DataFrame = field(repr=False)
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return the three numbers: index `measure`, column `value`."""
        names = ["adjusted_rand", "normalized_mutual_information", "variation_of_information"]
        values = [getattr(self, name) for name in names]
        return pd.DataFrame({"value": values}, index=pd.Index(names, name="measure"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how far the two groupings agree.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = count(
            "{group} and {other}, {n} actor: adjusted Rand index {rand} (1 if identical, 0 by chance), normalized "
            "mutual information {information}, variation of information {variation} nats.",
            "{group} and {other}, {n} actors: adjusted Rand index {rand} (1 if identical, 0 by chance), normalized "
            "mutual information {information}, variation of information {variation} nats.",
            int(self.table.to_numpy().sum()),
            language,
            group=group_name(str(self.table.index.name), language),
            other=group_name(str(self.table.columns.name), language),
            rand=number(self.adjusted_rand, language),
            information=number(self.normalized_mutual_information, language),
            variation=number(self.variation_of_information, language),
        )
        return [said, *self.about_data(language)]


@checked
def partition_agreement(
    cluster: Any, /, *, group: Any, other: Any, missing: WithoutGroup = "refuse"
) -> PartitionAgreement:
    r"""How far do two groupings, such as communities and sectors, agree?

    .. math:: \mathrm{ARI} = \frac{R - R^*}{\tfrac12 (R_1 + R_2) - R^*}, \qquad
        \mathrm{NMI} = \frac{2 I}{H_1 + H_2}, \qquad \mathrm{VI} = H_1 + H_2 - 2 I

    with R the pairs of actors that both groupings put together, R_1 and R_2 those that each of them does, R* = R_1 R_2
    divided by the number of all pairs; H the entropies (natural logarithm) and I the mutual information.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        Whose actors are grouped.
    group, other : str or Series
        Columns of the actors, or Series indexed by actor, as `communities` returns it.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.

    Returns
    -------
    PartitionAgreement
        adjusted_rand, normalized_mutual_information, variation_of_information and the table that they come from;
        `.to_frame()` has the three numbers.

    Notes
    -----
    Ties do not matter. All three are symmetric in the two groupings. The adjusted Rand index takes chance into account
    (group sizes kept); the normalized mutual information does not, and is high by itself where groups are many and
    small. Two groupings that both put everybody together, or both nobody, say nothing: the adjusted Rand index is NaN,
    and so is the normalized mutual information in the first case (scikit-learn calls both 1). All are NaN without
    actors. Equal scikit-learn's adjusted_rand_score and normalized_mutual_info_score (arithmetic) and igraph's "nmi"
    and "vi".

    References
    ----------
    Hubert, L. & Arabie, P. (1985). Comparing partitions. Journal of Classification, 2, 193-218. doi:10.1007/BF01908075
    Danon, L., Díaz-Guilera, A., Duch, J. & Arenas, A. (2005). Comparing community structure identification. Journal of
    Statistical Mechanics, P09008. doi:10.1088/1742-5468/2005/09/P09008
    Meilă, M. (2007). Comparing clusterings: an information based distance. Journal of Multivariate Analysis, 98,
    873-895. doi:10.1016/j.jmva.2006.11.013

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.communities import communities
    >>> from socluster.measures.groups.partition_agreement import partition_agreement
    >>> karate = sc.load_dataset("karate")
    >>> partition_agreement(karate, group=communities(karate, variant="walktrap"), other="faction")
    communities and faction, 34 actors: adjusted Rand index 0.483 (1 if identical, 0 by chance), normalized mutual
    information 0.593, variation of information 0.811 nats.
    """
    given = as_cluster(cluster)
    actors, read = with_groups(given, missing, group, other)
    first, second = (grouping(each) for each in read)
    counts = np.zeros((len(first.labels), len(second.labels)), dtype=np.int64)
    np.add.at(counts, (first.codes, second.codes), 1)
    table = pd.DataFrame(counts, index=first.labels, columns=second.labels)
    notes = () if actors.n_actors else data_notes(actors)  # ties and answers do not matter
    return PartitionAgreement(*agreement(counts), table, actors.fingerprint, (*notes, *left_out(given, actors)))
