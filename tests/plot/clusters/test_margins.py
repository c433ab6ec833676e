"""Who took part in what."""

import re
from itertools import pairwise

import pandas as pd
import pytest

import socluster as sc
from socluster.plot.saving import for_paper, pixels

SIAULIAI = sc.load_dataset("siauliai")


def texts(figure):
    return {
        text.replace(" <br>", " ")
        for trace in figure.data
        if trace.mode and "text" in trace.mode
        for text in trace.text
    }


@pytest.mark.parametrize("language", ["en", "lt"])
def test_everybody_is_there_with_the_events_and_no_tie_between_organisations(language):
    figure = sc.plot.network(SIAULIAI, layout="events", language=language)
    marks = [trace for trace in figure.data if trace.mode == "markers" and trace.customdata is not None]
    assert sum(len(trace.x) for trace in marks) == SIAULIAI.n_actors + SIAULIAI.n_groups
    (links, *_) = [trace for trace in figure.data if trace.mode == "lines"]
    assert sum(pd.isna(links.x)) == 46  # attendances
    assert {"en": "2 connected parts", "lt": "2 jungios dalys"}[language] in figure.layout.meta["alt"].replace(
        "\u00a0", " "
    )


def test_who_connects_is_bold_in_the_middle():
    figure = sc.plot.network(SIAULIAI, layout="events")
    names = next(trace for trace in figure.data if trace.textfont.weight is not None)
    bold = [x for x, weight in zip(names.x, names.textfont.weight, strict=True) if weight == 700]
    assert len(bold) == 6
    assert set(bold) == {0.5}
    assert "Between events: " in figure.layout.meta["alt"]


def test_no_two_names_of_a_margin_lie_on_each_other():
    for width in (361, 400, 600, 900):
        figure = sc.plot.network(SIAULIAI, layout="events", width=width)
        names = next(trace for trace in figure.data if trace.textfont.weight is not None)
        rows = sorted(
            (side, y, text.count("<br>") + 1)
            for side, y, text in zip(names.textposition, names.y, names.text, strict=True)
        )
        for (side, y, lines), (other_side, other_y, other_lines) in pairwise(rows):
            if side == other_side and side != "top center":
                assert other_y - y >= 13 * (lines + other_lines) / 2 - 1


def test_of_very_many_the_margins_are_cut_and_say_by_how_much():
    n = 200
    actors = [f"a{row:03}" for row in range(n)]
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors}),
        groups=pd.DataFrame({"group": ["fair", "table"]}),
        affiliations=pd.DataFrame({"actor": [*actors, "a000"], "group": ["fair"] * 150 + ["table"] * 51}),
    )
    figure = sc.plot.network(cluster, layout="events")
    marks = [trace for trace in figure.data if trace.mode == "markers" and trace.customdata is not None]
    shown = sum(pd.notna(trace.x).sum() for trace in marks) - 2
    more = [int(text.split()[1]) for text in texts(figure) if text.startswith("and ")]
    assert shown <= 150
    assert shown + sum(more) == n


@pytest.mark.parametrize("mm", [85, 170])
@pytest.mark.parametrize("language", ["en", "lt"])
def test_on_paper_it_fits_on_a_page_and_says_who_is_left_out(mm, language):
    n = 190
    actors = [f"Organisation {row} of a long name" for row in range(n)]
    events = [f"event {row % 5}" for row in range(n)]
    connecting = [(actors[row], f"event {(row + 1) % 5}") for row in range(0, n, 38)]
    pairs = pd.DataFrame([*zip(actors, events, strict=True), *connecting], columns=["actor", "group"])
    many = sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors, "sector": ["public", "civic"] * (n // 2)}),
        groups=pd.DataFrame({"group": sorted(set(events))}), affiliations=pairs,
    )  # fmt: skip
    for cluster in (SIAULIAI, many):
        figure = for_paper(sc.plot.network(cluster, layout="events", language=language), pixels(mm), None)
        assert figure.layout.height <= pixels(240)
    word = {"en": "and ", "lt": "ir dar "}[language]
    notes = [note.text for note in figure.layout.annotations if note.text.startswith(word)]
    left_out = [int(re.sub(r"\D", "", note)) for note in notes]
    assert left_out
    marks = [trace for trace in figure.data if trace.mode == "markers" and trace.customdata is not None]
    assert sum(pd.notna(trace.x).sum() for trace in marks) - 5 + sum(left_out) == n
    assert {"public (95)", "civic (95)"} <= {trace.name for trace in marks} or language == "lt"
    assert str(sum(left_out)) in figure.layout.meta["alt"]


def test_nobody_in_nothing():
    nobody = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["A"]}),
        groups=pd.DataFrame({"group": ["E"]}),
        affiliations=pd.DataFrame({"actor": [], "group": []}),
    )
    with pytest.raises(sc.InputError, match="no affiliations"):
        sc.plot.network(nobody, layout="events")
