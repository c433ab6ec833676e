"""A cluster that GraphML finds hard to carry."""

from __future__ import annotations

import pandas as pd

from socluster.core.cluster import Cluster


def cluster() -> Cluster:
    return Cluster.from_tables(
        pd.DataFrame({"actor": ["kelmė 1", "b"], "name": ['Mokykla "Ąžuolas" & <Co>', None], "staff": [40, None]}),
        pd.DataFrame({"source": ["b"], "target": ["kelmė 1"], "layer": ["referral"], "weight": [0.1 + 0.2]}),
        groups=pd.DataFrame({"group": ["b"], "kind": ["event"]}),
        affiliations=pd.DataFrame({"actor": ["b"], "group": ["b"]}),
        layers={"referral": {"directed": True}},
        name="Kelmė",
    )
