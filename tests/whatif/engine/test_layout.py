"""Where the values of one draw stand in a row of numbers."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.whatif.engine.layout import Layout

LABELS = pd.Index(["A", "B", "C"])


def test_what_is_written_is_read_back():
    layout = Layout(("density", "diameter"), ("degree", "constraint"))
    rows = np.full((2, layout.width(3)), np.nan)
    for row, draw in zip(rows, (1.0, 2.0), strict=True):
        by_actor = {
            name: pd.Series([draw, 2 * draw, scale], LABELS) for name, scale in (("constraint", 7), ("degree", 5))
        }
        layout.write(row, {"diameter": 10 * draw, "density": draw / 2}, by_actor, 3)
    values = layout.values(rows, LABELS)
    assert values.numbers.to_dict("list") == {"density": [0.5, 1.0], "diameter": [10, 20]}
    assert values.by_actor["degree"].values.tolist() == [[1, 2, 5], [2, 4, 5]]
    assert values.by_actor["constraint"].loc[1].to_dict() == {"A": 2, "B": 4, "C": 7}
    places = [layout.place(name, 3) for name in ("density", "diameter", "degree", "constraint")]
    assert [place for each in places for place in range(8)[each]] == list(range(8))


def test_measures_by_actor_only_still_have_a_row_per_draw():
    layout = Layout((), ("degree",))
    values = layout.values(np.arange(6.0).reshape(2, 3), LABELS)
    assert values.numbers.shape == (2, 0)
    assert values.by_actor["degree"]["C"].tolist() == [2, 5]


@pytest.mark.parametrize(
    ("numbers", "by_actor"), [({"stranger": 1.0}, {}), ({}, {"stranger": pd.Series([1.0, 2.0, 3.0], LABELS)})]
)
def test_a_measure_gives_the_same_columns_in_every_scenario(numbers, by_actor):
    layout = Layout(("density",), ())
    with pytest.raises(InputError, match="stranger"):
        layout.write(np.zeros(1), numbers, by_actor, 3)
