"""Which names are in the picture."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.plot.clusters.labels import place_labels
from socluster.plot.saving import pixels
from tests.plot.clusters.label_overlaps import boxes, covered

HEIGHT = 480


def at(unit):
    """Return where marks are that stand at parts of the width and the height."""
    return lambda width: unit * [width, HEIGHT]


def marks_of(names, *, short=None, size=10.0, importance=None, weight="normal"):
    n = len(names)
    return pd.DataFrame(
        {
            "name": names,
            "short": short or names,
            "size": size,
            "importance": importance if importance is not None else np.arange(n, 0, -1.0),
            "weight": weight,
        }
    )


def test_far_apart_all_are_named_above_their_marks():
    found = place_labels(marks_of(["A", "B"]), at(np.array([[0.2, 0.5], [0.8, 0.5]])), HEIGHT)
    assert list(found["text"]) == ["A", "B"]
    assert set(found["side"]) == {"top center"}
    assert found["narrow"].all()


def test_the_most_important_finds_room_first():
    crowded = np.full((30, 2), 0.5)
    importance = np.arange(30.0)
    found = place_labels(marks_of([f"organisation {n}" for n in range(30)], importance=importance), at(crowded), HEIGHT)
    assert 29 in found.index
    assert len(found) <= 8  # on the sides of the one spot, and at its corners
    assert found["side"].is_unique


def test_a_name_at_the_edge_stays_inside():
    corner = np.array([[0.0, 1.0]])
    (row,) = place_labels(marks_of(["a long name"]), at(corner), HEIGHT).to_dict("records") or [None]
    assert row is None or row["side"] == "bottom right"
    inside = place_labels(marks_of(["a long name"]), at(np.array([[0.0, 0.5]])), HEIGHT)
    assert list(inside["side"]) == ["middle right"]


def test_a_phone_has_room_for_fewer():
    n = 40
    grid = np.column_stack([np.tile(np.linspace(0.1, 0.9, 8), 5), np.repeat(np.linspace(0.1, 0.9, 5), 8)])
    found = place_labels(marks_of([f"organisation {row}" for row in range(n)]), at(grid), HEIGHT)
    assert 0 < found["narrow"].sum() <= 10
    assert found["narrow"].sum() < len(found) <= 20


def test_where_everybody_is_to_be_named_everybody_with_room_is():
    n = 25
    line = np.column_stack([np.linspace(0.02, 0.98, n), np.full(n, 0.5)])
    assert len(place_labels(marks_of([str(row) for row in range(n)]), at(line), HEIGHT, wanted=range(n))) == n
    assert len(place_labels(marks_of([str(row) for row in range(n)]), at(line), HEIGHT)) < n


def test_at_a_known_width_few_are_all_named_and_of_many_the_foremost():
    for n, named in ((60, 60), (80, 29)):
        rows = np.arange(n)
        grid = np.column_stack([(rows % 8 + 0.5) / 8, (rows // 8 + 0.5) / 11])
        found = place_labels(marks_of([f"a{row}" for row in rows]), at(grid), HEIGHT, width=740)
        assert len(found) == named


def test_names_do_not_lie_on_each_other():
    rng = np.random.default_rng(1)
    unit = rng.random((60, 2))
    found = place_labels(marks_of([f"organisation number {row}" for row in range(60)]), at(unit), HEIGHT)
    boxes = [box(unit[row] * [350, HEIGHT], text, side) for row, (text, side) in narrow(found)]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def narrow(found):
    rows = found[found["narrow"] & (found["side"] != "middle center")]
    return zip(rows.index, zip(rows["text"], rows["side"], strict=True), strict=True)


def box(point, text, side):
    """The room that a name takes at least: 6 pixels a letter, 14 a line."""
    lines = text.split("<br>")
    width, height = 6 * max(map(len, lines)), 14 * len(lines)
    x, y = point
    centre = {
        "top center": (x, y + 8 + height / 2),
        "bottom center": (x, y - 8 - height / 2),
        "middle right": (x + 8 + width / 2, y),
        "middle left": (x - 8 - width / 2, y),
        "bottom left": (x - 6 - width / 2, y - 6 - height / 2),
        "bottom right": (x + 6 + width / 2, y - 6 - height / 2),
        "top left": (x - 6 - width / 2, y + 6 + height / 2),
        "top right": (x + 6 + width / 2, y + 6 + height / 2),
    }[side]
    return centre[0] - width / 2, centre[1] - height / 2, centre[0] + width / 2, centre[1] + height / 2


def test_a_name_without_room_beside_its_mark_stands_farther_off_with_a_line_or_is_left_out():
    grid = np.stack(np.meshgrid(np.linspace(0.35, 0.65, 5), np.linspace(0.4, 0.6, 5)), axis=-1).reshape(-1, 2)
    names = [f"organisation {row}" for row in range(len(grid))]
    middle = len(grid) // 2
    found = place_labels(marks_of(names), at(grid), HEIGHT, width=400, wanted=[middle])
    place = found.loc[middle, "place"]
    assert found.loc[middle, "side"] == "middle center"
    spots = grid * [400, HEIGHT]
    name = spots[middle] + place.middle * np.ptp(spots, axis=0)
    assert (np.abs(spots - name).max(axis=1) > 7).all()
    assert np.abs(place.start * np.ptp(spots, axis=0)).max() >= 3
    crowded = np.tile(np.stack(np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 30)), axis=-1).reshape(-1, 2), 1)
    full = place_labels(marks_of([f"organisation {row}" for row in range(900)]), at(crowded), HEIGHT, wanted=[450])
    assert full.empty


def test_a_name_that_is_too_long_gives_way_to_a_short_one_that_is_not():
    long = "Ministry of Social Security and Labour of the Republic"
    middle = np.array([[0.5, 0.5]])
    assert list(place_labels(marks_of([long], short=["MSSL"]), at(middle), HEIGHT)["text"]) == ["MSSL"]
    whole = place_labels(marks_of([long], short=[long]), at(middle), HEIGHT)["text"].iloc[0]
    assert whole == "Ministry of Social<br>Security and Labour<br>of the Republic"
    longer = "Kelmė child and family welfare centre"  # two lines, a little longer, rather than a third one
    said = place_labels(marks_of([longer], short=[longer]), at(middle), HEIGHT)["text"].iloc[0]
    assert said == "Kelmė child and family<br>welfare centre"
    group = place_labels(marks_of([long], short=["MSSL"], weight="bold"), at(middle), HEIGHT)["text"].iloc[0]
    assert group == "Ministry of Social<br>Security and Labour<br>of the Republic"  # a group may have three lines


def test_names_are_escaped_and_nobody_is_nobody():
    assert list(place_labels(marks_of(["<b>x"]), at(np.array([[0.5, 0.5]])), HEIGHT)["text"]) == ["&lt;b&gt;x"]
    assert place_labels(marks_of([]), at(np.empty((0, 2))), HEIGHT).empty


@pytest.mark.parametrize("options", [{}, {"labels": 6}, {"size": "betweenness"}], ids=str)
@pytest.mark.parametrize("dataset", ["siauliai", "knoke"])
def test_no_name_lies_on_the_mark_of_somebody_else_in_a_column_of_a_journal(dataset, options):
    cluster = sc.load_dataset(dataset)
    cluster = cluster.project() if dataset == "siauliai" else cluster
    given = options | ({"size": sc.betweenness(cluster)} if "size" in options else {})
    figure = sc.plot.network(cluster, **given).drawn_anew(pixels(85), None)
    assert any(trace.meta == "labels" for trace in figure.data)
    assert covered(figure, pixels(85)) == []


@pytest.mark.parametrize("language", ["en", "lt"])
def test_in_a_column_all_are_named_by_few_lines_and_numbers(language):
    figure = sc.plot.network(sc.load_dataset("siauliai").project(), labels="all", width=361, language=language)
    lines = [trace for trace in figure.data if trace.meta == "lines of names"]
    named = sum(len(trace.text) for trace in figure.data if str(trace.meta).startswith("labels"))
    assert named == 38
    names, points, sizes = names_and_marks(figure)
    assert sum(len(trace.x) // 3 for trace in lines) <= 16
    for start, end, own in names:
        others = np.delete(np.arange(len(points)), own)
        assert (distance_to_line(points[others], start, end) > sizes[others] / 2).all(), "a line crosses a mark"


def names_and_marks(figure):
    """Return the lines from marks to names, each with the mark it belongs to, and all marks, in pixels."""
    layout = figure.layout
    wide = layout.width - layout.margin.l - layout.margin.r
    high = layout.height - layout.margin.t - layout.margin.b
    (x0, x1), (y0, y1) = layout.xaxis.range, layout.yaxis.range
    scale = min(wide / (x1 - x0), high / (y1 - y0))
    marks = [trace for trace in figure.data if trace.mode == "markers" and trace.name and trace.customdata]
    points = np.concatenate([np.column_stack([trace.x, trace.y]) for trace in marks]) * scale
    sizes = np.concatenate([np.broadcast_to(np.asarray(trace.marker.size, float), len(trace.x)) for trace in marks])
    found = []
    for trace in figure.data:
        if trace.meta == "lines of names":
            ends = np.column_stack([trace.x, trace.y]).astype(float).reshape(-1, 3, 2)[:, :2] * scale
            for start, end in ends:
                found.append((start, end, int(np.hypot(*(points - start).T).argmin())))
    return found, points, sizes


def distance_to_line(points, start, end):
    along = end - start
    part = np.clip((points - start) @ along / (along @ along), 0, 1)
    return np.hypot(*(points - start - part[:, None] * along).T)


def pictures_of(dataset):
    cluster = sc.load_dataset(dataset)
    return sc.plot.network(cluster.project() if dataset == "siauliai" else cluster)


@pytest.mark.parametrize("mm", [85, 180])
@pytest.mark.parametrize("dataset", ["davis", "knoke", "siauliai", "karate", "florentine"])
def test_a_name_beside_a_mark_is_nearer_to_it_than_to_all_others(dataset, mm):
    figure = pictures_of(dataset).drawn_anew(pixels(mm), None)
    _, points, sizes = names_and_marks(figure)
    found, (room, height) = boxes(figure, pixels(mm))
    x, y = np.array(figure.layout.xaxis.range), np.array(figure.layout.yaxis.range)
    scale = min(room / np.ptp(x), height / np.ptp(y))
    offset = np.array([room / 2, height / 2]) - np.array([x.mean(), y.mean()]) * scale
    named = [
        (trace.text[row], np.array([trace.x[row], trace.y[row]]) * scale, trace.textposition[row])
        for trace in figure.data
        if trace.meta in ("labels", "labels for wide screens")
        for row in range(len(trace.text))
    ]
    assert len(named) == len(found)
    for (text, at, side), (left, low, right, high) in zip(named, found, strict=True):
        if side == "middle center":  # it has a line
            continue
        own = int(np.hypot(*(points - at).T).argmin())
        here = points + offset
        off = np.maximum(np.maximum([left, low] - here, here - [right, high]), 0)
        gaps = np.hypot(*off.T) - sizes / 2
        assert gaps[own] < np.delete(gaps, own).min(), text


@pytest.mark.parametrize(("mm", "most"), [(85, 2), (180, 1)])
def test_names_hide_hardly_a_head_of_an_arrow(mm, most):
    """Of 49 in the network of information; where names went to the first free side, they hid 10 and 14."""
    figure = sc.plot.network(sc.load_dataset("knoke").layer("information")).drawn_anew(pixels(mm), None)
    found, (room, height) = boxes(figure, pixels(mm))
    x, y = np.array(figure.layout.xaxis.range), np.array(figure.layout.yaxis.range)
    scale = min(room / np.ptp(x), height / np.ptp(y))
    offset = np.array([room / 2, height / 2]) - np.array([x.mean(), y.mean()]) * scale
    hidden = 0
    for trace in figure.data:
        if trace.marker.symbol != "arrow":
            continue
        sizes, off = (np.asarray(each, float) for each in (trace.marker.size, trace.marker.standoff))
        points = np.column_stack([trace.x, trace.y]).astype(float) * scale + offset
        for row in np.flatnonzero(sizes):
            way = points[row] - points[row - 1]
            head = points[row] - way / np.hypot(*way) * (off[row] + sizes[row] / 2)
            hidden += sum(box[0] < head[0] < box[2] and box[1] < head[1] < box[3] for box in found)
    assert hidden <= most


def test_on_paper_a_name_without_its_end_has_the_whole_name_below_the_drawing():
    long = "Association of providers of services in the community and of those who look after them"
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": [long, "B"]}), pd.DataFrame({"source": [long], "target": ["B"]})
    )
    figure = sc.plot.network(cluster)
    told = [
        " ".join(note.text.replace("<br>", " ").split()) for note in figure.drawn_anew(600, None).layout.annotations
    ]
    assert any(each.endswith(f"… = {long}") for each in told)
    assert not any(long in (note.text or "") for note in figure.layout.annotations)
