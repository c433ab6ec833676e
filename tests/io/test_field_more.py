"""More files as people really have them, of surveys and spreadsheets above all; see `test_field`."""

import openpyxl
import pytest

import socluster as sc
from socluster.core.errors import InputError


@pytest.fixture
def read(tmp_path):
    def of(file, content, **options):
        path = tmp_path / file
        if isinstance(content, list):
            workbook = openpyxl.Workbook()
            for row in content:
                workbook.active.append(row)
            workbook.save(path)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sc.read(path, **options)

    return of


def rows(cluster):
    return sorted(cluster.ties[["source", "target", "weight"]].itertuples(index=False, name=None))


class TestIdsInAWorkbook:
    def test_a_number_and_a_text(self, read):
        with pytest.raises(InputError, match="is the same number as '001'"):
            read("x.xlsx", [["from", "to"], ["001", "A"], [1, "B"]])


class TestRowsAboveTheHeader:
    def test_a_title(self, read):
        expected = [("A", "B", 3)]
        assert rows(read("x.csv", "Partners in 2026;;\n;;\nfrom;to;weight\nA;B;3\n")) == expected
        assert rows(read("x.csv", "# exported on Monday, by the council\nfrom,to,weight\nA,B,3\n")) == expected
        with pytest.raises(InputError, match=r"row 4, column 'weight'"):
            read("x.csv", "Partners\n\nfrom;to;weight\nA;B;much\n")

    def test_a_title_above_a_matrix(self, read):
        with pytest.raises(InputError, match="delete what is above them"):
            read("x.csv", "Partners in 2026;;\n;A;B\nA;0;1\nB;1;0\n")
        with pytest.raises(InputError, match="and delete a title above them"):
            read("x.csv", "Partners in 2026\n;A;B\nA;0;1\nB;1;0\n")

    def test_a_table_copied_from_a_document(self, read):
        with pytest.raises(InputError, match="put a name of several words in quotation marks"):
            read("x.txt", "from        to\nDay centre  School\n")
        assert rows(read("x.txt", 'from        to\n"Day centre"  School\n')) == [("Day centre", "School", 1)]
