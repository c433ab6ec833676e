import numpy as np
import pytest

from socluster.development.chains.simulation_tables import busy_share, factors_at, station_table


def test_medians_and_means_of_stations():
    counts = np.array([[[4, 2, 1, 1, 0], [0, 0, 0, 0, 0]], [[6, 3, 1, 2, 0], [0, 0, 0, 0, 0]]], dtype=float)
    sums = np.array([[[1.0, 0, 2.0], [0, 0, 0]], [[2.0, 0, 1.0], [0, 0, 0]]])
    table = station_table(counts, sums, 0.9)
    assert table.loc[0, ["arrived", "served", "lost", "waiting"]].tolist() == [5, 2.5, 1, 1.5]
    assert table["mean_wait"].tolist() == pytest.approx([0.3, np.nan], nan_ok=True)
    assert station_table(counts[:0], sums[:0], 0.9)["waiting"].isna().all()


def test_servers_are_busy_only_while_they_are_there():
    sums = np.array([[[0, 0, 1.5], [0, 0, 0.0]]])
    shares = busy_share(np.array([[2, 0], [0, 0]]), np.array([1.0, 3.0]), sums)
    assert shares.tolist() == pytest.approx([0.75, np.nan], nan_ok=True)


def test_the_factor_of_a_time_is_that_of_the_phase_it_ends():
    season = [(1.0, 1.2), (0.5, 0.0)]
    assert factors_at(np.array([0.5, 1.0 + 1e-12, 1.2, 9.0]), season, 1e-9) == [1.2, 1.2, 0.0, 0.0]
