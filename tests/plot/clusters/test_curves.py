"""The geometry of lines."""

import numpy as np

from socluster.plot.clusters.curves import curve_points, curved_lines, end_marks, segments

ENDS = np.array([[0.0, 0.0, 2.0, 0.0], [1.0, 1.0, 1.0, 3.0]])


def test_a_curve_runs_from_source_to_target_and_bends_to_its_left():
    points = curve_points(ENDS, np.array([0.1, 0.1]), np.array([0.0, 0.5, 1.0]))
    np.testing.assert_allclose(points[:, 0], ENDS[:, :2])
    np.testing.assert_allclose(points[:, 2], ENDS[:, 2:])
    np.testing.assert_allclose(points[0, 1], [1.0, 0.2])  # a tenth of its length of 2
    np.testing.assert_allclose(points[1, 1], [0.8, 2.0])


def test_ties_that_run_both_ways_bend_apart():
    there, back = curve_points(np.array([[0, 0, 1, 0], [1, 0, 0, 0.0]]), np.array([0.2, 0.2]), np.array([0.5]))[:, 0]
    np.testing.assert_allclose(there, [0.5, 0.2])
    np.testing.assert_allclose(back, [0.5, -0.2])


def test_each_tie_may_be_asked_at_a_place_of_its_own():
    points = curve_points(ENDS, np.zeros(2), np.array([[0.25], [1.0]]))
    np.testing.assert_allclose(points[:, 0], [[0.5, 0.0], [1.0, 3.0]])


def test_straight_lines_have_two_points_and_a_gap_and_curves_have_more():
    x, y = curved_lines(ENDS, np.zeros(2))
    np.testing.assert_array_equal(x, [0, 2, np.nan, 1, 1, np.nan])
    np.testing.assert_array_equal(y, [0, 0, np.nan, 1, 3, np.nan])
    curved, _ = curved_lines(ENDS, np.array([0.1, 0.0]))
    assert len(curved) > len(x)
    assert np.isnan(curved).sum() == 2


def test_a_mark_at_the_end_fits_the_points_of_the_lines():
    for bend in (np.zeros(2), np.array([0.1, 0.0])):
        x, _ = curved_lines(ENDS, bend)
        marks = end_marks(bend, np.array([5.0, 7.0]))
        assert len(marks) == len(x)
        assert list(x[marks > 0]) == [2.0, 1.0]
        assert list(marks[marks > 0]) == [5.0, 7.0]


def test_segments_are_pairs_with_gaps():
    np.testing.assert_array_equal(segments([1, 2], [3, 4]), [1, 3, np.nan, 2, 4, np.nan])
    assert len(segments([], [])) == 0
