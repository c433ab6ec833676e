"""What is left of a cluster as its actors leave."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc

TOWN = sc.load_dataset("siauliai").project()


def of(figure, curve):
    """Return the line of a curve, without band and dashes."""
    axis = {"largest": "x", "efficiency": "x2", "service": "x3"}[curve]
    return next(trace for trace in figure.data if trace.xaxis == axis and trace.mode == "lines+markers")


def test_the_lines_are_the_means_of_which_the_title_speaks_and_the_bands_the_intervals():
    found = sc.attack_curve(TOWN, draws=20, rng=7)
    figure, frame = found.plot(), found.to_frame()
    for curve in ("largest", "efficiency"):
        assert of(figure, curve).y.tolist() == frame[f"mean_{curve}"].tolist()
    edges = [trace for trace in figure.data if trace.mode == "lines" and trace.line.width == 0]
    assert [trace.y.tolist() for trace in edges] == [
        frame[f"{curve}_{edge}"].tolist() for curve in ("largest", "efficiency") for edge in ("low", "high")
    ]
    halved = int(np.argmax(frame["mean_largest"] < 0.5))
    assert figure.layout.title.text.replace(" <br>", " ").startswith(f"Once {halved} of 38 actors have left")
    said = figure.layout.title.subtitle.text.replace("<br>", " ")
    for each in ("38 actors", "90% intervals", "20 draws", "Actors leave at random", "mean", "interval"):
        assert each in said
    assert figure.layout.meta["alt"].count("actors gone: largest component") == 4


def test_one_order_has_no_band_and_a_service_a_drawing_of_its_own():
    found = sc.attack_curve(TOWN, order=sc.betweenness, service=lambda cluster: float(cluster.n_actors))
    figure = found.plot(language="lt")
    assert of(figure, "service").y[:2].tolist() == [38, 37]
    assert [trace.line.dash for trace in figure.data] == ["dash", None, None, None]
    assert "intervalas" not in figure.layout.title.subtitle.text
    assert "paslauga 38" in figure.layout.meta["alt"]


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("actors", [[], ["a"], ["a", "b"]])
def test_few_actors_have_a_picture_that_says_why_it_is_empty(actors, language):
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": actors}))
    figure = sc.attack_curve(nobody, draws=3, rng=1).plot(language=language)
    assert figure.layout.title.text.strip()
    assert figure.layout.meta["alt"].endswith(".")


def test_a_share_above_one_and_a_missing_curve_are_named():
    frame = sc.attack_curve(TOWN, order=sc.degree).to_frame()
    with pytest.raises(sc.InputError, match="mean_efficiency"):
        sc.plot.attack_curves(frame.drop(columns="mean_efficiency"))
    with pytest.raises(sc.InputError, match="must be from 0 to 1"):
        sc.plot.attack_curves(frame.assign(mean_largest=2.0))
