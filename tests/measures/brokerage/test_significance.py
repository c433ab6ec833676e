import itertools
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from socluster import InputError, brokerage_roles
from socluster._kernels.ego.brokerage_moments import moments_of_actors, moments_of_whole
from socluster.draws.settings import Draws
from socluster.measures.brokerage.significance import BrokerageTest, brokerage_test
from tests.measures.brokerage.brokerage_samples import make

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
COLUMNS = ["raw", "expected", "sd", "low", "high", "z", "p"]
DRAWN = ["fixed", "dyad_census", "label_permutation"]
# Knoke's information network by partition3; exact sd recomputed from the overlaps of triples, sna's printed by sna 2.7
RAW = [2, 15, 16, 16, 22, 71]
EXPECTED = [4.861, 21.066, 21.066, 21.066, 29.168, 97.226]
SD_EXACT = [2.056, 7.416, 5.356, 5.356, 5.378, 11.385]
SD_SNA = [2.354, 7.416, 6.313, 6.313, 5.378, 12.485]
# The number of ties fixed at 49: exact, from the overlaps of triples and hypergeometric probabilities
EXPECTED_FIXED = [4.9250, 21.3418, 21.3418, 21.3418, 29.5502, 98.5005]
SD_FIXED = [2.0336, 7.2335, 5.1286, 5.1286, 4.8871, 8.4219]
# By sector, printed by sna 2.7
Z_SNA_BY_SECTOR = [-0.175, -0.476, -1.481, -0.248, -2.155, -2.101]

SCRIPT = """
suppressMessages(library(sna))
numbers <- scan("stdin", quiet = TRUE)
n <- numbers[1]
ties <- matrix(numbers[2:(n * n + 1)], n, n, byrow = TRUE)
found <- brokerage(ties, numbers[(n * n + 2):length(numbers)])
show <- function(name, values) cat(name, format(values, digits = 12), "\\n")
show("raw", found$raw.gli)
show("expected", found$exp.gli)
show("sd", found$sd.gli)
show("z", found$z.gli)
show("raw_by_actor", t(found$raw.nli))
show("expected_by_actor", t(found$exp.nli))
show("sd_by_actor", t(found$sd.nli))
show("z_by_actor", t(found$z.nli))
"""


def run_sna(ties, groups):
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is not installed")
    numbers = " ".join(map(str, [len(ties), *ties.astype(int).ravel(), *groups]))
    done = subprocess.run(["Rscript", "-e", SCRIPT], input=numbers, capture_output=True, text=True)
    if "no package called" in done.stderr:
        pytest.skip("R has no package sna")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: [float(number) for number in values] for name, *values in lines}


def by_partition(knoke, **options):
    return brokerage_test(knoke, group="partition3", layer="information", **options)


# -- closed form ------------------------------------------------------------------------------------------------------


def test_knoke_against_bernoulli(knoke):
    test = by_partition(knoke)
    frame = test.to_frame()
    assert isinstance(test, BrokerageTest)
    assert (test.null, test.variant, test.draws, test.group) == ("bernoulli", "exact", None, "partition3")
    assert frame.index.tolist() == ROLES
    assert frame.index.name == "role"
    assert frame.columns.tolist() == COLUMNS
    assert frame["raw"].tolist() == RAW
    assert frame["expected"].tolist() == pytest.approx(EXPECTED, abs=5e-4)
    assert frame["sd"].tolist() == pytest.approx(SD_EXACT, abs=5e-4)
    assert frame["z"].tolist() == pytest.approx(((frame["raw"] - frame["expected"]) / frame["sd"]).tolist())
    assert by_partition(knoke, variant="sna").to_frame()["sd"].tolist() == pytest.approx(SD_SNA, abs=5e-4)


def test_z_by_sector_is_that_of_sna(knoke):
    test = brokerage_test(knoke, group="sector", layer="information", variant="sna")
    assert test.to_frame()["z"].tolist() == pytest.approx(Z_SNA_BY_SECTOR, abs=5e-4)


def test_p_and_interval_are_those_of_the_normal_curve(knoke):
    frame = by_partition(knoke).to_frame()
    assert frame.loc["total", "p"] == pytest.approx(0.0213, abs=5e-5)  # two sides beyond z = -2.303
    reach = 1.644854 * frame["sd"]  # a twentieth of the normal curve lies beyond on either side
    assert frame["high"].tolist() == pytest.approx((frame["expected"] + reach).tolist())
    assert frame["low"].tolist() == pytest.approx((frame["expected"] - reach).clip(lower=0).tolist())


@pytest.mark.parametrize("interval", [0.9, 0.5])
def test_the_interval_of_draws_is_that_of_all_ways_to_deal_the_groups_out(cluster_of, interval):
    """A wheel with a missing rim tie: its groups can be dealt out in 35 ways, which are all looked at."""
    wheel = cluster_of("ha hb hc hd he hf ab bc cd de ef")
    groups = pd.Series(list("xxxyyyy"), index=wheel.labels)
    dealt = [
        brokerage_roles(wheel, group=groups.mask(groups.notna(), "y").where(~groups.index.isin(of_x), "x")).sum()
        for of_x in itertools.combinations(wheel.labels, 3)
    ]
    draws = Draws(4000, interval=interval)
    found = brokerage_test(wheel, group=groups, null="label_permutation", draws=draws, rng=2)
    frame = found.to_frame()
    assert found.interval == interval
    looked = 0
    for role, values in pd.DataFrame(dealt).items():
        for column, level in (("low", (1 - interval) / 2), ("high", (1 + interval) / 2)):
            sure = {np.quantile(values, level + off, method="inverted_cdf") for off in (-0.02, 0.02)}
            if len(sure) == 1:  # further from a step than draws may be off
                assert frame.loc[role, column] == sure.pop(), (role, column)
                looked += 1
    assert looked >= 4


def test_actors_come_one_by_one(knoke):
    by_actor = by_partition(knoke).by_actor()
    assert by_actor.index.names == ["actor", "role"]
    assert by_actor.columns.tolist() == COLUMNS
    roles = brokerage_roles(knoke, group="partition3", layer="information")
    assert by_actor["raw"].tolist() == roles.to_numpy().ravel().tolist()
    assert by_actor.index.tolist() == [(actor, role) for actor in knoke.labels for role in ROLES]
    assert by_actor["expected"].groupby("role").sum()[ROLES].tolist() == pytest.approx(EXPECTED, abs=5e-4)


@pytest.mark.parametrize("kind", ["digraph", "graph"])
def test_the_sna_variant_equals_sna(cluster_of, kind):
    rng = np.random.default_rng(6)
    ties = (rng.random((13, 13)) < 0.25) & ~np.eye(13, dtype=bool)
    if kind == "graph":
        ties |= ties.T
    labels = [f"a{place:02}" for place in range(13)]
    listed = np.argwhere(ties if kind == "digraph" else np.triu(ties)).tolist()
    cluster = cluster_of([(labels[a], labels[b]) for a, b in listed], actors=labels, directed=kind == "digraph")
    groups = np.r_[1, 1, 1, rng.integers(1, 4, 10)]
    sna = run_sna(ties, groups)
    test = brokerage_test(cluster, group=pd.Series(groups, index=labels), variant="sna")
    for column in ("raw", "expected", "sd", "z"):
        assert test.to_frame()[column].tolist() == pytest.approx(sna[column], rel=1e-7)
        assert test.by_actor()[column].tolist() == pytest.approx(sna[f"{column}_by_actor"], rel=1e-7)


def test_undirected_pairs_count_once_in_their_own_null(florentine):
    actors = florentine.actors
    wealthy = pd.Series(np.where(actors["wealth"] > 40, "rich", "other"), index=actors.index)
    test = brokerage_test(florentine, group=wealthy, layer="marriage")
    sizes = wealthy.value_counts()[wealthy.unique()].to_numpy()
    mean, variance = moments_of_whole(sizes, 20 / 120, directed=False)
    frame = test.to_frame()
    assert frame["raw"].tolist() == brokerage_roles(florentine, group=wealthy, layer="marriage").sum().tolist()
    assert frame["expected"].tolist() == pytest.approx(mean.tolist())
    assert frame["sd"].tolist() == pytest.approx(np.sqrt(variance).tolist())
    assert frame.loc["representative"].equals(frame.loc["gatekeeper"])
    of_rich = moments_of_actors(sizes, 20 / 120, directed=False)[0][list(wealthy.unique()).index("rich")]
    assert test.by_actor().loc["Medici", "expected"].tolist() == pytest.approx(of_rich.tolist())


# -- draws ------------------------------------------------------------------------------------------------------------


def test_fixed_ties_agree_with_their_exact_moments(knoke):
    frame = by_partition(knoke, null="fixed", draws=4000, rng=1).to_frame()
    error = np.array(SD_FIXED) / np.sqrt(4000)
    assert (np.abs(frame["expected"] - EXPECTED_FIXED) < 4 * error).all()
    assert frame["sd"].tolist() == pytest.approx(SD_FIXED, rel=0.06)


def test_the_dyad_census_agrees_with_slow_draws(knoke):
    """Networks made one by one from 17 mutual, 15 one-way and 13 null dyads, counted from the definition."""
    rng = np.random.default_rng(9)
    row, column = np.triu_indices(10, 1)
    totals = []
    for _ in range(4000):
        state = rng.permutation(["m"] * 17 + ["a"] * 15 + ["n"] * 13)
        ties = np.zeros((10, 10), dtype=int)
        for kind, a, b in zip(state, row, column, strict=True):
            first, second = (a, b) if rng.random() < 0.5 else (b, a)
            ties[first, second] = kind in "ma"
            ties[second, first] = kind == "m"
        totals.append(((ties @ ties) * (1 - ties) * (1 - np.eye(10))).sum())
    frame = by_partition(knoke, null="dyad_census", draws=4000, rng=1).to_frame()
    assert np.mean(totals) == pytest.approx(frame.loc["total", "expected"], abs=4 * np.std(totals) / np.sqrt(4000))
    assert np.std(totals) == pytest.approx(frame.loc["total", "sd"], rel=0.05)


def test_label_permutation_agrees_with_shuffled_groups(knoke):
    rng = np.random.default_rng(4)
    group = knoke.actors["partition3"].to_numpy()
    shuffled = [
        brokerage_roles(knoke, group=pd.Series(rng.permutation(group), index=knoke.index), layer="information").sum()
        for _ in range(150)
    ]
    expected = pd.DataFrame(shuffled)
    frame = by_partition(knoke, null="label_permutation", draws=3000, rng=2).to_frame()
    for role in ROLES[:5]:
        error = expected[role].std() / np.sqrt(150)
        assert frame.loc[role, "expected"] == pytest.approx(expected[role].mean(), abs=4 * error)
    assert frame.loc["total", ["raw", "expected", "sd"]].tolist() == [71, 71, 0]
    assert np.isnan(frame.loc["total", ["z", "p"]].astype(float)).all()


@pytest.mark.parametrize("null", DRAWN)
def test_the_same_seed_gives_the_same_numbers(knoke, null):
    first, again, other = (by_partition(knoke, null=null, draws=50, rng=seed) for seed in (3, 3, 4))
    assert first.to_frame().equals(again.to_frame())
    assert first.by_actor().equals(again.by_actor())
    assert not first.to_frame().equals(other.to_frame())
    assert first.draws == 50
    assert by_partition(knoke, null=null, rng=3).draws == 1000


def test_p_counts_both_sides_and_the_data_themselves(cluster_of):
    # A path a -> v -> b is one of 30 ways to lay two arcs among three; six of them broker a pair.
    path = cluster_of("av vb", directed=True)
    test = brokerage_test(path, group=pd.Series("one", index=path.labels), null="fixed", draws=999, rng=0)
    total = test.to_frame().loc["total"]
    share = total["expected"]  # of the draws that broker a pair
    assert share == pytest.approx(6 / 15, abs=0.06)
    assert total["p"] == pytest.approx(2 * (1 + 999 * share) / 1000)
    assert (total["low"], total["high"]) == (0, 1)


@pytest.mark.parametrize("null", ["fixed", "dyad_census"])
def test_undirected_draws_stay_undirected(null):
    ring = make("ABCDE", [(a, b, "x", 1.0) for a, b in ("AB", "BC", "CD", "DE", "EA")], {"x": False})
    frame = brokerage_test(ring, group="sector", null=null, draws=300, rng=1).to_frame()
    assert frame.loc["total", "raw"] == 5
    assert frame.loc["representative"].equals(frame.loc["gatekeeper"])
    assert (frame["high"] <= 30).all()


# -- what it says -----------------------------------------------------------------------------------------------------


def test_it_says_what_it_found_and_against_what(knoke):
    text = repr(by_partition(knoke))
    assert text.startswith("The actors broker 71 pairs in all (97.2 expected, z −2.3).\nBy partition3: coordinator 2 (")
    assert "Null 'bernoulli': independent ties, with the observed density" in text
    assert "closed form, variant 'exact'" in text
    assert "(40 draws)" in repr(by_partition(knoke, null="fixed", draws=40, rng=1))
    combined = brokerage_test(knoke, group=["sector", "partition3"], layer="information")
    assert combined.group == "sector × partition3"


def test_the_frames_are_copies(knoke):
    test = by_partition(knoke)
    for frame in (test.to_frame(), test.by_actor()):
        frame.loc[:, "raw"] = 0
    assert test.to_frame()["raw"].tolist() == RAW
    assert test.by_actor()["raw"].sum() == 2 * 71


def test_the_picture_shows_the_surplus(knoke):
    figure = by_partition(knoke).plot()
    assert "all roles: −26.2" in figure.layout.meta["alt"]


def test_bad_options_are_refused(knoke):
    with pytest.raises(InputError, match="did you mean 'bernoulli'"):
        by_partition(knoke, null="bernouli")
    with pytest.raises(InputError, match="variant must be one of 'exact', 'sna'"):
        by_partition(knoke, variant="ucinet")
    with pytest.raises(InputError, match="has a closed form"):
        by_partition(knoke, draws=100)
    with pytest.raises(InputError, match="belongs to null='bernoulli'"):
        by_partition(knoke, null="fixed", variant="sna", rng=1)
    with pytest.raises(InputError, match="rng must be a seed"):
        by_partition(knoke, null="fixed")
    with pytest.raises(InputError, match="draws must be a whole number"):
        by_partition(knoke, null="fixed", draws=0, rng=1)
