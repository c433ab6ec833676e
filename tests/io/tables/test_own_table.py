"""The table that lists a name as it stands is named, and is the way out."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError


def test_a_group_with_commas_is_listed_where_the_hint_says(tmp_path):
    rows = 'actor,group\nA,"Sports, Arts and Culture"\nB,Sports\nC,Arts\nD,Culture\n'
    path = tmp_path / "x.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(InputError, match=r"groups\.csv.* in a folder with actors\.csv and affiliations\.csv") as told:
        sc.read(path)
    assert "groups.csv aplanke, kuriame yra ir actors.csv ir affiliations.csv" in str(told.value.in_language("lt"))
    frame = pd.read_csv(path)
    with pytest.raises(InputError, match=r"from_tables\(actors, groups=groups, affiliations=affiliations\)"):
        sc.as_cluster(frame)
    actors, groups = frame[["actor"]], frame[["group"]]
    folder = tmp_path / "cluster"
    folder.mkdir()
    for name, table in {"actors": actors, "groups": groups, "affiliations": frame}.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    for read in (sc.read(folder), sc.Cluster.from_tables(actors, groups=groups, affiliations=frame)):
        assert "Sports, Arts and Culture" in read.affiliations["group"].tolist()


@pytest.mark.parametrize("name", ["Total", "1,00E+10", "1e+10"])
def test_actors_of_a_list_of_affiliations_are_listed_beside_groups(tmp_path, name):
    path = tmp_path / "x.csv"
    path.write_text(f'actor,group\nA,G\n"{name}",G\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"actors\.csv.* in a folder with groups\.csv and affiliations\.csv"):
        sc.read(path)
    folder = tmp_path / "cluster"
    folder.mkdir()
    (folder / "actors.csv").write_text(f'actor\nA\n"{name}"\n', encoding="utf-8")
    (folder / "groups.csv").write_text("group\nG\n", encoding="utf-8")
    path.rename(folder / "affiliations.csv")
    assert sc.read(folder).labels == ("A", name)
