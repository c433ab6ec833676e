"""What stands in the two workbooks at first."""

import socluster as sc
from socluster.core.schema import SECTORS, evidence_meant, info_key_meant
from socluster.io.needs import read_needs
from socluster.starter.example import EXAMPLE, INFO_HELP, TEMPLATE
from socluster.starter.sheets import SHEETS


def test_the_example_is_a_cluster_and_says_that_it_is_invented(folder, language):
    cluster = sc.read(folder / "example.xlsx")
    assert (cluster.n_actors, cluster.n_ties, cluster.n_groups, cluster.n_affiliations) == (8, 8, 2, 5)
    assert {"en": "nvented", "lt": "šgalvota"}[language] in cluster.info["source"]
    assert sc.read(folder / "cluster.xlsx").n_actors == 0
    assert set(cluster.actors["sector"]) == set(SECTORS)
    needs = read_needs(folder / "example.xlsx")
    assert needs.columns.tolist() == ["place", "service", "amount", "unit", "ref"]
    assert needs["amount"].tolist() == [12.0, 20.0]
    assert read_needs(folder / "cluster.xlsx").empty


def test_rows_fit_the_columns_of_their_sheets(language):
    fields = {sheet.table: sheet.fields for sheet in SHEETS}
    for workbook in (EXAMPLE[language], TEMPLATE[language]):
        for table, rows in workbook.items():
            for row in rows:
                assert len(row) <= len(fields[table]), table
                for value, field in zip(row, fields[table], strict=False):
                    is_number = field.check in ("weight", "confidence", "amount")
                    assert value is None or isinstance(value, str) != is_number


def test_both_examples_are_the_same_cluster_in_two_languages():
    shapes = [
        {table: [len(row) for row in rows] for table, rows in EXAMPLE[language].items()} for language in ("en", "lt")
    ]
    assert shapes[0] == shapes[1]
    english, lithuanian = ([row[0] for row in EXAMPLE[language]["actors"]] for language in ("en", "lt"))
    translated = dict(zip(english, lithuanian, strict=True))
    for one, other in zip(EXAMPLE["en"]["ties"], EXAMPLE["lt"]["ties"], strict=True):
        assert [translated[end] for end in one[:2]] == list(other[:2])
        assert (one[3], one[4], one[5]) == (other[3], evidence_meant(other[4]), other[5])


def test_every_row_of_info_has_its_help(language):
    keys = [row[0] for row in EXAMPLE[language]["info"]]
    assert keys == list(INFO_HELP[language]) == [row[0] for row in TEMPLATE[language]["info"]]
    english = list(INFO_HELP["en"])
    assert [info_key_meant(key) if language == "lt" else key for key in keys] == english
