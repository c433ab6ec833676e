import pandas as pd

from socluster.development.chains.simulation_text import Circumstances, headline, longest_list

TABLE = pd.DataFrame(
    {"median": [9.0, 5.0, 1.0, 3.0], "low": [9, 5, 1, 2.0], "high": [9, 5, 1, 4.0]},
    index=["arrived", "served", "lost", "waiting"],
)


def test_those_who_were_there_at_the_start_did_not_come():
    empty, begun = Circumstances(1.0, "year", 0, 20, 0.9), Circumstances(1.0, "year", 4, 20, 0.9)
    assert "of 9 who came, 5 were served and 1 gave up" in headline(TABLE, empty, "en")
    assert "3 [90% interval: 2 to 4] clients wait; 4 were on the list" in headline(TABLE, begun, "en")
    assert ", 5 came; of all these" in headline(TABLE, begun, "en")
    assert headline(TABLE, begun, "lt").startswith("Praėjus laikui (12 mėnesių)")


def test_the_longest_list():
    row = pd.Series({"waiting": 3.0, "mean_wait": 0.5, "utilisation": 0.9})
    assert longest_list("P", row, "year", "en").startswith("The longest list is at P: 3 clients; who comes there waits")
    assert "vidutinis čia atėjusiųjų laukimas – 6 mėnesiai" in longest_list("P", row, "year", "lt")
