"""Pseudonyms, their key, and what is not written by name."""

import csv
import stat
import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import LossWarning


def survey():
    actors = pd.DataFrame({"actor": ["Ann's", "Bob's", "Cy's"], "name": list("ABC"), "sector": "civic", "motto": "x"})
    ties = pd.DataFrame({"source": ["Ann's", "Bob's"], "target": ["Bob's", "Cy's"], "layer": "trust"})
    return sc.Cluster.from_tables(
        actors,
        ties.assign(weight=[1.0, 3.0], ref="told by Ann", note="secret"),
        layers={"trust": {"directed": True}},
        name="Town",
    )


def rows_of(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.reader(file))


def hidden(path, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        return sc.pseudonymise(survey(), key=path, **options)


def test_the_same_ties_among_other_names(tmp_path):
    found = hidden(tmp_path / "key.csv")
    rows = rows_of(tmp_path / "key.csv")
    assert rows[0] == ["pseudonym", "actor", "name"]
    back = {pseudonym: actor for pseudonym, actor, _ in rows[1:]}
    assert list(back) == list(found.labels) == ["A01", "A02", "A03"]
    rows = found.ties[["source", "target", "weight"]].itertuples(index=False)
    ties = {(back[row.source], back[row.target]): row.weight for row in rows}
    assert ties == {("Ann's", "Bob's"): 1, ("Bob's", "Cy's"): 3}
    text = " ".join(map(str, [found.actors, found.ties, found.info, found.name]))
    for secret in ("Ann", "Bob", "secret", "motto", "key", str(tmp_path)):
        assert secret not in text
    assert found.info["names"] == "pseudonyms"


def test_the_order_tells_nothing(tmp_path):
    first = set()
    for n in range(30):
        hidden(tmp_path / f"{n}.csv")
        first.add(rows_of(tmp_path / f"{n}.csv")[1][1])
    assert len(first) > 1


def test_a_key_is_never_overwritten_and_is_its_owners(tmp_path):
    hidden(tmp_path / "key.csv")
    before = (tmp_path / "key.csv").read_bytes()
    assert stat.S_IMODE((tmp_path / "key.csv").stat().st_mode) == 0o600
    with pytest.raises(sc.InputError, match="exists already, and a key is never overwritten"):
        hidden(tmp_path / "key.csv")
    assert (tmp_path / "key.csv").read_bytes() == before


def test_what_is_left_out_is_told_and_can_be_kept(tmp_path):
    with pytest.warns(LossWarning, match=r"actors\.name, actors\.motto, ties\.ref and ties\.note; kept, .* \('Town'\)"):
        sc.pseudonymise(survey(), key=tmp_path / "a.csv")
    assert hidden(tmp_path / "b.csv", keep="motto").actors["motto"].tolist() == ["x"] * 3


def test_pseudonyms_of_an_earlier_wave(tmp_path):
    found = hidden(tmp_path / "a.csv", pseudonyms={"Cy's": "Z9", "Ann's": "A01"})
    rows = {actor: pseudonym for pseudonym, actor, _ in rows_of(tmp_path / "a.csv")}
    assert (rows["Cy's"], rows["Ann's"], rows["Bob's"]) == ("Z9", "A01", "A02")
    assert found.n_actors == 3
    with pytest.raises(sc.InputError, match=r"argument 'pseudonyms': is no actor.*did you mean 'Ann's'"):
        hidden(tmp_path / "b.csv", pseudonyms={"Anns": "A1"})
    with pytest.raises(sc.InputError, match="two actors have the same pseudonym"):
        hidden(tmp_path / "b.csv", pseudonyms={"Ann's": "A1", "Bob's": "A1"})
    assert not (tmp_path / "b.csv").exists()


def test_trust_is_not_written_by_name(tmp_path):
    with pytest.raises(sc.InputError, match="tell who trusts whom by name; write with names=True"):
        sc.write(survey(), tmp_path / "data.json")
    assert not (tmp_path / "data.json").exists()
    sc.write(survey(), tmp_path / "data.json", names=True)
    (tmp_path / "keys").mkdir()
    sc.write(hidden(tmp_path / "keys" / "key.csv"), tmp_path / "hidden.json")
    assert sc.read(tmp_path / "hidden.json").info["names"] == "pseudonyms"


def test_the_key_and_the_data_stand_apart(tmp_path):
    found = hidden(tmp_path / "key.csv")
    with pytest.raises(sc.InputError, match="the key to the pseudonyms stands in this folder"):
        sc.write(found, tmp_path / "data.json")


def test_an_empty_layer_of_trust_tells_nothing(tmp_path):
    sc.write(sc.load_dataset("kite").with_layer("trust", directed=True), tmp_path / "kite.json")


def test_every_kind_of_table(tmp_path):
    region = sc.load_dataset("siauliai")
    with pytest.warns(LossWarning):
        found = sc.pseudonymise(region, key=tmp_path / "key.csv")
    assert found.n_affiliations == region.n_affiliations
    assert found.groups.index.tolist() == region.groups.index.tolist()
    assert not set(found.labels) & set(region.labels)


def test_no_column_and_no_name_of_another_is_taken(tmp_path):
    with pytest.raises(sc.InputError, match=r"there is no column of this name.*did you mean 'motto'"):
        hidden(tmp_path / "key.csv", keep="moto")
    with pytest.raises(sc.InputError, match="is the name of an actor, not a pseudonym"):
        hidden(tmp_path / "key.csv", pseudonyms={"Ann's": "Bob's"})
    assert not (tmp_path / "key.csv").exists()


def test_the_key_holds_no_formulas(tmp_path):
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["=1+1", "B"]}))
    sc.pseudonymise(town, key=tmp_path / "key.csv", pseudonyms={"=1+1": "P1"})
    assert ["P1", "'=1+1", ""] in rows_of(tmp_path / "key.csv")


@pytest.mark.parametrize(("language", "groups"), [("en", "names of groups"), ("lt", "grupių pavadinimai")])
def test_what_stays_is_told_by_name(tmp_path, language, groups):
    actors = pd.DataFrame({"actor": ["A", "B"], "beds": [3, 40], "motto": ["x", "y"], "sector": "civic"})
    town = sc.Cluster.from_tables(
        actors,
        groups=pd.DataFrame({"group": ["fair"]}),
        affiliations=pd.DataFrame({"actor": ["A"], "group": ["fair"]}),
        name="Kelmė",
        info={"note": "A runs it"},
    )
    with pytest.warns(LossWarning) as told:
        sc.pseudonymise(town, key=tmp_path / "key.csv", keep="motto")
    (said,) = (each.message.in_language(language) for each in told)
    assert all(each in str(said) for each in ("actors.beds", "actors.motto", groups, "Kelmė", "info.note"))
    assert "sector" not in str(said)


def test_nothing_is_told_where_nothing_is_lost_or_telling(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sc.pseudonymise(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]})), key=tmp_path / "key.csv")
