"""The schematic map of services."""

import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering

FRAME = pd.DataFrame({"needed": [30, 8], "met": [12, 8]}, index=["Kelmė", "Venta"])


def test_areas_are_amounts():
    figure = sc.plot.service_map(FRAME)
    needed, met = (trace.marker.size for trace in figure.data)
    assert (met[0] / needed[0]) ** 2 == pytest.approx(12 / 30)
    assert (needed[1] / needed[0]) ** 2 == pytest.approx(8 / 30)
    assert "places in a ring, not on a map" in figure.layout.title.subtitle.text


def test_a_layout_of_your_own():
    layout = pd.DataFrame({"x": [1.0, 5.0, 9.0], "y": [2.0, 3.0, 4.0]}, index=["Venta", "Kelmė", "X"])
    figure = sc.plot.service_map(FRAME, layout=layout)
    assert figure.data[0].x.tolist() == [5, 1]
    with pytest.raises(sc.InputError, match="has no position in the layout"):
        sc.plot.service_map(FRAME, layout=layout.drop("Venta"))


def test_of_coverage_by_place():
    town = offering(("A", "K", "care", 12.0), ("B", "K", "advice", 2.0), ("C", "V", "care", 1.0))
    found = sc.coverage(town, needs={("K", "care"): 20, ("K", "advice"): 2, ("V", "care"): 5})
    assert found.map(title="").layout.meta["alt"] == "K: 14 of 22 are met. V: 1 of 5 are met."
    units = pd.DataFrame({"place": "K", "service": ["care", "advice"], "amount": 3.0, "unit": ["places", "hours"]})
    with pytest.raises(sc.InputError, match="several units"):
        sc.coverage(town, needs=units).map()
