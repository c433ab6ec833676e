"""Plain bars."""

import re

from socluster.plot.svg.bars import bars


def test_bars_are_as_long_as_their_values():
    drawn = bars([("a", 4, "4"), ("b", 1, "1"), ("none", 0, "0")], "Sizes")
    lengths = [float(each) for each in re.findall(r'<rect[^>]* width="([\d.]+)"', drawn)]
    assert lengths[0] == 4 * lengths[1] > 0
    assert lengths[2] == 0
    assert 'aria-label="Sizes: a 4; b 1; none 0"' in drawn


def test_nothing_to_draw_and_only_zeros():
    assert "<rect" not in bars([], "Sizes")
    assert 'width="0.0"' in bars([("a", 0, "0")], "Sizes")
