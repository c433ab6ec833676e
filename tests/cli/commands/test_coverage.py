"""`socluster coverage`."""

import json

import pandas as pd

import socluster as sc
from socluster.cli import main


def test_what_is_met_is_told(tmp_path, capsys):
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["Centre"], "place": ["Kelmė"]}),
        groups=pd.DataFrame({"group": ["help"], "kind": ["service"], "service": ["help"], "place": ["Kelmė"]}),
        affiliations=pd.DataFrame({"actor": ["Centre"], "group": ["help"], "layer": ["provides"], "weight": [20.0]}),
    )
    sc.write(cluster, tmp_path / "cluster.json")
    needs = pd.DataFrame({"place": ["Kelmė"], "service": ["help"], "amount": [50]})
    needs.to_excel(tmp_path / "needs.xlsx", sheet_name="needs", index=False)
    assert main(["coverage", str(tmp_path / "cluster.json"), str(tmp_path / "needs.xlsx"), "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["share"] == 0.4


def test_a_workbook_without_needs_is_refused(tmp_path, capsys):
    pd.DataFrame({"a": [1]}).to_excel(tmp_path / "needs.xlsx", sheet_name="other", index=False)
    assert main(["coverage", "siauliai", str(tmp_path / "needs.xlsx")]) == 1
    assert "write it in a sheet needs" in capsys.readouterr().err
