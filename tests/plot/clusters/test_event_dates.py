import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.plot.clusters.event_dates import events_of


def town(dates):
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}))
    for name, (date, members) in dates.items():
        cluster = cluster.with_group(name, kind="event", **({"date": date} if date else {}))
        for each in members:
            cluster = cluster.with_affiliation(each, name, layer="attends")
    return cluster


def test_events_are_in_order_and_those_without_a_date_last():
    found = events_of(town({"x": ("", "ab"), "y": ("2017-02", "abc"), "z": ("2016", "c")}), "en")
    assert found.table["name"].tolist() == ["z", "y", "x"]
    assert found.table["actors"].tolist() == [1, 3, 2]
    assert found.shared.to_numpy().tolist() == [[0, 1, 1], [1, 2, 2]]


def test_groups_of_another_layer_are_no_events():
    cluster = town({"y": ("2017-02-01", "ab")}).with_group("region", kind="region")
    cluster = cluster.with_affiliation("a", "region", layer="covers")
    assert events_of(cluster, "en").table["name"].tolist() == ["y"]


def test_without_any_date_it_is_refused_in_words():
    with pytest.raises(InputError, match="no group of this cluster states a date"):
        events_of(sc.load_dataset("care_reform"), "en")
    assert events_of(town({}), "en").table.empty


def test_a_date_that_is_none_is_shown_as_stated():
    found = events_of(town({"y": ("2017-02-01", "ab"), "x": ("some Monday in May", "a")}), "en")
    assert found.table["said"].tolist() == ["2017-02-01", "some Monday in May"]
    assert pd.isna(found.table["date"].iloc[1])


@pytest.mark.parametrize(
    "date", ["0001-01-01", "2020-01-01T10:00:00+02:00", pd.Timestamp("2020-01-01", tz="UTC"), 2020]
)
def test_any_date_has_its_place(date):
    found = events_of(town({"y": ("2017-02-01", "ab"), "x": (date, "a")}), "en")
    assert found.table["date"].notna().all()
    assert found.table["date"].is_monotonic_increasing


def test_names_and_inferred_years_of_the_region():
    found = events_of(sc.load_dataset("siauliai"), "lt")
    assert found.table["name"].iloc[0].startswith("Šiaulių regiono")
    assert found.table["inferred"].sum() == 2
    assert found.table["date"].notna().sum() == 2
