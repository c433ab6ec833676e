import numpy as np

from socluster._kernels.meeting import loops_meetings
from tests._kernels.meeting.meetings_by_hand import mixed, uniform


def test_numbers_are_scrambled_as_splitmix_does():
    for value in (0, 1, 2**63, 2**64 - 1, 123456789):
        assert int(loops_meetings.mixed(np.uint64(value))) == mixed(value)


def test_numbers_of_neighbouring_dyads_events_and_draws_are_even_and_independent():
    keys = np.random.default_rng(7).integers(0, 2**63, 500)
    rows = np.array([[uniform(key, draw, what) for what in (5, 6)] for key in keys for draw in (1, 2)])
    numbers = rows.reshape(500, 4)  # two events in two draws
    assert abs(numbers.mean(axis=0) - 0.5).max() < 4 * np.sqrt(1 / 12 / 500)
    correlation = np.corrcoef(numbers.T) - np.eye(4)
    assert abs(correlation).max() < 4 / np.sqrt(500)
