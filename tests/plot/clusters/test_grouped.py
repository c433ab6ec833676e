"""Actors of one place together."""

import numpy as np
import pandas as pd
import pytest
from scipy.spatial.distance import pdist

import socluster as sc
from socluster.plot.clusters.grouped import area_of, grouped_places
from socluster.plot.saving import pixels
from tests.plot.boxes import faults, marks
from tests.plot.clusters.label_overlaps import boxes, covered

SIAULIAI = sc.load_dataset("siauliai").project()


def crowd(n_places, n=60):
    places = [f"P{row % n_places}" if row % 7 else None for row in range(n)]
    actors = pd.DataFrame({"actor": [f"a{row}" for row in range(n)], "place": places})
    ties = pd.DataFrame(
        {"source": [f"a{row}" for row in range(n - 1)], "target": [f"a{row + 1}" for row in range(n - 1)]}
    )
    return sc.Cluster.from_tables(actors, ties)


@pytest.mark.parametrize("n_places", [1, 2, 5, 30])
@pytest.mark.parametrize("aspect", [0.7, 1.5, 3.0])
def test_everybody_stands_in_the_area_of_its_place_and_no_area_lies_on_another(n_places, aspect):
    cluster = crowd(n_places)
    points, areas = grouped_places(cluster, cluster.actors["place"], "place", aspect, "en")
    where = area_of(areas, points)
    names = np.array([area.name for area in areas])[where]
    for actor, name in zip(cluster.actors["place"], names, strict=True):
        assert name in (actor, "others") if pd.notna(actor) else name == "not stated"
    assert sum(area.n for area in areas) == cluster.n_actors
    assert len(areas) <= 13
    for place, one in enumerate(areas):
        assert 0 <= one.x0 < one.x1 <= 1
        assert 0 <= one.y0 < one.y1 <= 1 / aspect + 1e-9
        for other in areas[:place]:
            assert one.x1 <= other.x0 or other.x1 <= one.x0 or one.y1 <= other.y0 or other.y1 <= one.y0


def test_the_picture_names_the_areas_and_pales_what_runs_between_them():
    figure = sc.plot.network(SIAULIAI, by="place", language="lt")
    said = [note.text for note in figure.layout.annotations]
    assert "<b>Vilnius</b> 7" in said
    assert any("nenurodyta" in text for text in said)
    assert len([shape for shape in figure.layout.shapes if shape.type == "rect"]) == 13
    opacities = {
        float(trace.line.color.split(", ")[-1][:-1])
        for trace in figure.data
        if trace.mode == "lines" and trace.name is None and trace.meta is None
    }
    assert max(opacities) > 1.5 * min(opacities)


def test_names_leave_the_names_of_the_areas_free():
    figure = sc.plot.network(SIAULIAI, by="sector", width=700)
    assert any(trace.meta == "labels" for trace in figure.data)
    with pytest.raises(sc.InputError, match="did you mean 'sector'"):
        sc.plot.network(SIAULIAI, by="sectr")


@pytest.mark.parametrize("width", [361, 723])
def test_marks_are_apart_and_names_of_areas_have_room(width):
    figure = sc.plot.network(SIAULIAI, by="place", width=width)
    assert faults(figure) == []
    drawn = marks(figure)
    middles = np.array([[(each.left + each.right) / 2, (each.top + each.bottom) / 2] for each in drawn])
    assert len(drawn) == SIAULIAI.n_actors
    assert pdist(middles).min() > 10


@pytest.mark.parametrize("labels", ["auto", 8, "all"])
@pytest.mark.parametrize("mm", [85, 180])
def test_names_stay_in_their_areas_and_nothing_lies_on_a_mark(mm, labels):
    figure = sc.plot.network(SIAULIAI, by="place", labels=labels).drawn_anew(pixels(mm), None)
    assert covered(figure, pixels(mm)) == []
    found, (room, height) = boxes(figure, pixels(mm))
    x, y = np.array(figure.layout.xaxis.range), np.array(figure.layout.yaxis.range)
    scale = min(room / np.ptp(x), height / np.ptp(y))
    offset = np.array([room / 2, height / 2]) - np.array([x.mean(), y.mean()]) * scale
    areas = [
        np.array([shape.x0, shape.y0, shape.x1, shape.y1]) * scale + np.tile(offset, 2)
        for shape in figure.layout.shapes
        if shape.type == "rect"
    ]
    numbers = [
        trace.meta == "labels: numbers"
        for trace in figure.data
        if str(trace.meta).startswith("labels")
        for _ in trace.text
    ]
    names = [box for box, is_number in zip(found, numbers, strict=True) if not is_number]
    for left, low, right, high in names:
        assert any((left > a - 5) & (low > b - 5) & (right < c + 5) & (high < d + 5) for a, b, c, d in areas)
    assert len(found) >= (7 if mm == 85 else 8)  # whoever has no room for a name has a number


@pytest.mark.parametrize("width", [375, 720, 1000])
def test_on_screens_no_name_lies_on_a_mark_where_actors_stand_in_areas(width):
    figure = sc.plot.network(SIAULIAI, by="place")
    if width == 375:  # names for wide screens are left out there
        figure.data = [trace for trace in figure.data if trace.meta != "labels for wide screens"]
    assert covered(figure, width) == []
