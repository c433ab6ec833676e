"""Where what is offered comes from, as a picture of services says it below its drawing."""

from __future__ import annotations

from socluster.core.cluster import Cluster
from socluster.measures.services.offers import PROVIDES
from socluster.words import Language

__all__ = ["source_of_offers"]


def source_of_offers(cluster: Cluster | None, language: Language) -> str | None:
    """Return the source of a cluster and the evidence of what it offers; nothing where the cluster is not known.

    Parameters
    ----------
    cluster : Cluster or None
        What offers services.
    language : {"en", "lt"}
        Language of the caption.
    """
    from socluster.plot.caption import source_of  # below a picture, which loads plotly anyway

    if cluster is None:
        return None
    offered = [PROVIDES] if PROVIDES in cluster.layers else []  # there is none where every post is vacant
    return source_of(cluster.select(layers=offered), language)
