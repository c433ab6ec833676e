"""What would take too much memory is refused before the work; what is not refused does not take it."""

import tracemalloc
import warnings
from contextlib import suppress

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, SoclusterError
from socluster.core.options import options
from socluster.measures.guide import GUIDE
from socluster.measures.shared.room import TABLES
from tests.conventions.nonsense import TWO_MODE, calls

N = 800
TABLE = 8 * N * N  # bytes of a table of all pairs
# These take time for every pair or every set, not tables.
SLOW = {
    "bridging", "cohesive_blocks", "continuous_coreness", "factions", "girvan_newman", "induced_centrality", "k_plexes",
    "nestedness", "tie_span",
}  # fmt: skip
# The tables of these have a limit of their own: runs of rows, or networks of up to some hundred actors.
BOUNDED = {"algebraic_connectivity", "brokerage_test", "decay", "reach"}


@pytest.fixture(scope="module")
def towns():
    """Many actors with few ties, and as many with two groups each."""
    rng = np.random.default_rng(1)
    names = [f"a{place}" for place in range(N)]
    actors = pd.DataFrame({"actor": names, "sector": np.resize(["x", "y", "z"], N), "staff": 2.0})
    ends = pd.DataFrame({"source": names[1:], "target": [names[rng.integers(place)] for place in range(1, N)]})
    groups = pd.DataFrame({"group": [f"g{place}" for place in range(N // 4)]})
    attends = pd.DataFrame({"actor": np.repeat(names, 2), "group": rng.permutation(np.resize(groups["group"], 2 * N))})
    return (
        sc.Cluster.from_tables(actors, ends.assign(weight=1.0 + rng.integers(3, size=N - 1), layer="a")),
        sc.Cluster.from_tables(actors, groups=groups, affiliations=attends.drop_duplicates()),
    )


@pytest.fixture
def little():
    """Less memory than one table of all pairs takes."""
    options.memory = TABLE / 4 - 1  # a table of actors and groups has a quarter of its cells
    yield
    options.memory = None


def asked(name, towns):
    call = calls()[name]
    given = {each: value for each, value in call.given.items() if each not in ("layer", "actors")}
    if "cluster" in given:
        given["cluster"] = towns[name in TWO_MODE]
    if given.get("draws") is not None:
        given["draws"] = 2
    by_place = [given.pop(place) for place in call.places if place in given]
    return call.function(*by_place, **given)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_what_would_not_fit_is_refused_with_its_size_and_a_cheaper_measure(name, towns, little):
    with pytest.raises(InputError, match=r"would take about .* GB of memory") as caught:
        asked(name, towns)
    assert all(each in sc.__all__ for each in TABLES[name][1])
    assert TABLES[name][1][0] in str(caught.value)
    assert "sc.options.memory" in caught.value.in_language("lt").problems[0].message


def test_a_cheaper_measure_makes_no_table():
    assert not {each for _, cheaper in TABLES.values() for each in cheaper} & set(TABLES)


def test_what_is_not_refused_makes_no_table_of_all_pairs(towns, little):
    """No measure beyond those in `TABLES` holds as much as a table of all pairs at any time."""
    too_much = {}
    for name in sorted({each for names in GUIDE.values() for each in names} - set(TABLES) - SLOW - BOUNDED):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with suppress(SoclusterError):
                calls()[name]()  # what is imported and compiled at first is no table
        tracemalloc.start()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with suppress(SoclusterError):
                asked(name, towns)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        if peak > TABLE:
            too_much[name] = round(peak / TABLE, 1)
    assert not too_much
