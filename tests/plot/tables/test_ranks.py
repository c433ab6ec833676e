"""How certain a ranking is."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc

INFORMATION = sc.load_dataset("knoke").layer("information")


def test_every_actor_has_its_rank_its_interval_and_its_name_in_the_language():
    found = sc.rank_stability(INFORMATION, sc.betweenness, draws=40, rng=7, drop=0.1)
    bars, across, dots = found.plot().data
    frame = found.to_frame()
    assert across.x.tolist() == frame["rank"].tolist()
    assert dots.x.tolist() == frame["rank_median"].tolist()
    assert bars.x.reshape(-1, 3)[:, :2].tolist() == frame[["rank_low", "rank_high"]].to_numpy().tolist()
    english, lithuanian = found.plot(), found.plot(language="lt")
    assert english.layout.title.text.replace(" <br>", " ") == "Who is first by betweenness, and how certain is that?"
    for each in ("90% intervals", "40 draws", "on top: the first 3", "left out with probability 0.1"):
        assert each in english.layout.title.subtitle.text.replace("<br>", " ")
    assert "Meras: vieta 1, bandymuose 1 [1;" in lithuanian.layout.meta["alt"]


def test_many_are_cut_and_who_has_no_rank_says_so():
    numbers = np.arange(1.0, 51.0)
    frame = pd.DataFrame(dict.fromkeys(("rank", "rank_median", "rank_low", "rank_high"), numbers)).assign(on_top=0.0)
    frame.iloc[0, :4] = np.nan
    alt = sc.plot.ranks(frame).layout.meta["alt"]
    assert alt.startswith("0: no rank. 1: rank 2,")
    assert alt.endswith("10 further rows are not shown.")
    with pytest.raises(sc.InputError, match="must be from 0 to 1"):
        sc.plot.ranks(frame.assign(on_top=2.0))
