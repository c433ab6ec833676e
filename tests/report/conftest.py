"""What the tests of the report share."""

from collections.abc import Callable

import pandas as pd
import pytest

import socluster as sc
from socluster.report.facts import Facts

Given = Callable[..., Facts]


@pytest.fixture
def facts() -> Given:
    """Make the facts of a cluster, or of ties written as "AB BC"."""

    def made(given, *outcomes, language="en", ranking=()):
        if isinstance(given, str):
            ties = pd.DataFrame([tuple(pair) for pair in given.split()], columns=["source", "target"])
            given = sc.as_cluster(ties)
        return Facts(given, outcomes, ranking, language)

    return made
