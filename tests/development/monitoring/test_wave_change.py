import numpy as np
import pandas as pd
import pytest

import socluster as sc
from tests.development.monitoring.wave_samples import ties, waves


def test_who_made_the_difference():
    table = waves().by_actor()
    assert table.loc["a"].tolist() == ["stayed", 1, 2, 1, 0]
    assert table.loc["e"].tolist() == ["went", 0, 0, 2, 0]
    assert table.loc["g"].tolist() == ["came", 0, 3, 0, 0]


def test_sums_over_actors_are_twice_the_ties():
    change, table = waves(), waves().by_actor()
    assert table["kept"].sum() + table["new"].sum() == 2 * change.ties_after
    assert table["kept"].sum() + table["ended"].sum() == 2 * change.ties_before


def test_the_pairs_of_a_broker():
    change = sc.compare_waves(ties("ha hb hc"), ties("ab"))
    assert change.through("h")["distance_after"].tolist() == [1.0]
    for nobody in ("x", None, 5):
        with pytest.raises(sc.InputError, match="was not there before"):
            change.through(nobody)


def test_the_picture_adds_up():
    figure = waves().plot()
    bars = figure.data[0]
    assert bars.x[0] + sum(bars.x[1:-1]) == bars.x[-1] == 7
    assert figure.layout.title.text == "Ties rise from 6 to 7"


def test_the_picture_says_how_many_actors_each_wave_has():
    waves = [sc.load_dataset("kite").without_actor(3), sc.load_dataset("kite")]
    assert "before: 9 actors, after: 10 actors" in sc.compare_waves(*waves).plot().layout.title.subtitle.text
    assert "before" not in sc.compare_waves(waves[1], waves[1]).plot().layout.title.subtitle.text.partition(" · ")[0]


def test_the_table_is_in_numbers():
    table = waves().to_frame()["value"]
    assert np.isfinite(table).all()
    assert table["ties_per_actor_after"] == pytest.approx(7 / 6)
    assert isinstance(waves().made_of.fingerprint, str)


def test_dyads_that_one_wave_leaves_open_are_drawn():
    unknown = pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["tie"]})
    after = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), ties("bc"), unknown=unknown)
    change = sc.compare_waves(ties("ab bc"), after)
    assert change.left_open == -1
    assert "not known in the other wave: −1" in change.plot().layout.meta["alt"]
    assert "1 dyad of those in both is unknown" in repr(change)


def test_what_one_wave_knows_nothing_of_is_no_fall():
    """One of four does not answer in the second wave: no known tie ended, and so nothing fell."""
    unknown = pd.DataFrame([("d", each) for each in "abc"], columns=["source", "target"]).assign(layer="tie")
    after = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abcd")}), ties("ab bc ca"), unknown=unknown)
    change = sc.compare_waves(ties("ab bc ca cd"), after)
    for said in (repr(change), change.plot().layout.title.text.replace("<br>", " ")):
        assert "Known ties: 4 before, 3 after" in said
        assert "fall" not in said
        assert "change of" not in said
    assert "For every actor 1.00 ties are known before and 0.75 after" in repr(change)
    assert "Žinomi ryšiai: prieš – 4, po – 3" in change.sentences("lt")[1]


def test_a_source_that_both_waves_share_is_said_once():
    kite = sc.load_dataset("kite")
    figure = sc.compare_waves(kite, kite.without_actor(3)).plot()
    (caption,) = (note.text.replace(" <br>", " ") for note in figure.layout.annotations if note.name == "caption")
    assert caption.count("Krackhardt, D.") == 1
    assert caption.endswith("Before: Evidence: documented 18. After: Evidence: documented 12.")
