"""UCINET datasets as networks, networks as datasets."""

from __future__ import annotations

import pandas as pd
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.core.tables import Tables
from socluster.io.formats import ucinet
from socluster.io.options import ReadingOptions
from tests.io.formats.network_samples import rows
from tests.io.formats.ucinet.given_files import dataset, ties, wide


class TestWriting:
    def test_rounded_weights_are_named(self):
        given = Tables(
            pd.DataFrame({"actor": ["a", "b", "c"]}),
            pd.DataFrame({"source": ["a", "a"], "target": ["b", "c"], "weight": [0.1, 0.123456789123]}),
        )
        assert [*map(str, ucinet.losses(given))] == [
            "digits of weights after the seventh (1 different weight is rounded)"
        ]

    @pytest.mark.parametrize("weight", [1e38, 1e300, 1e-300])
    def test_weights_that_do_not_fit_are_refused(self, tmp_path, weight):
        given = Tables(
            pd.DataFrame({"actor": ["a", "b"]}),
            pd.DataFrame({"source": ["a"], "target": ["b"], "weight": [weight]}),
        )
        assert len(ucinet.losses(given)) <= 1
        with pytest.raises(InputError, match="cannot hold this weight"):
            ucinet.write(given, tmp_path / "x.##h")
        assert list(tmp_path.iterdir()) == []

    def test_other_file_names_are_refused(self, tmp_path, layered):
        with pytest.raises(InputError, match=r"\.##h and \.##d"):
            ucinet.write(layered, tmp_path / "x.dat")


class TestReading:
    def test_one_matrix(self, tmp_path):
        labels = [wide("a"), wide("Šė"), wide("c d")]
        values = [[0, 1, 2.5], [1, 0, 0], [2.5, 0, 0]]
        back = ucinet.read(dataset(tmp_path, values, columns=labels, rows=labels, title="Tinklas Š".encode("cp1257")))
        assert back.actors["actor"].tolist() == ["a", "Šė", "c d"]
        assert ties(back) == {("a", "Šė", "tie", 1.0), ("a", "c d", "tie", 2.5)}
        assert back.layers == {"tie": {"directed": False}}
        assert back.name == "Tinklas Š"

    def test_several_matrices_and_missing_numbers(self, tmp_path):
        values = [[[1e38, 1], [1e38, 0]], [[0, 1e38], [1e38, 0]]]
        path = dataset(tmp_path, values, rows=[wide("a"), wide("b")], matrices=[wide("x"), wide("y")])
        back = ucinet.read(path)
        assert back.layers == {"x": {"directed": True}, "y": {"directed": False}}
        assert ties(back) == {("a", "b", "x", 1.0)}
        assert rows(back.unknown, layers=back.layers) == {("b", "a", "x", None), ("a", "b", "y", None)}

    def test_two_modes(self, tmp_path):
        back = ucinet.read(dataset(tmp_path, [[1, 0, 2]], columns=[wide("x"), wide("y"), wide("z")], rows=[wide("a")]))
        assert rows(back.affiliations) == {("a", "x", "affiliation", 1.0), ("a", "z", "affiliation", 2.0)}
        bare = ucinet.read(dataset(tmp_path, [[1, 0, 2]]))
        assert bare.groups["group"].tolist() == ["group 1", "group 2", "group 3"]

    def test_a_square_matrix_has_the_modes_that_are_asked_for(self, tmp_path):
        square = dataset(tmp_path, [[0, 1], [0, 0]])
        assert ties(ucinet.read(square)) == {("1", "2", "tie", 1.0)}
        two = ucinet.read(square, ReadingOptions(two_mode=True))
        assert rows(two.affiliations) == {("1", "group 2", "affiliation", 1.0)}
        with pytest.raises(InputError, match="a matrix of ties is square, this one has 1 rows and 2 columns"):
            ucinet.read(dataset(tmp_path, [[0, 1]]), ReadingOptions(two_mode=False))

    def test_the_version_that_ucinet_writes_now_is_read_as_the_one_before(self, tmp_path):
        labels = {"columns": [wide("a"), wide("Šė")], "rows": [wide("a"), wide("Šė")], "title": b"T"}
        values = [[0, 1e38], [2, 0]]
        now = ucinet.read(dataset(tmp_path, values, version=b"V6405", **labels))
        before = ucinet.read(dataset(tmp_path, values, version=b"V6404", **labels))
        unknown = [rows(each.unknown, layers=each.layers) for each in (now, before)]
        assert unknown == [{("a", "Šė", "tie", None)}] * 2
        assert (ties(now), now.name) == (ties(before), "T")
        assert ties(now) == {("Šė", "a", "tie", 2.0)}

    def test_anything_from_1e37_is_missing_and_anything_below_a_number(self, tmp_path):
        values = [[0, 9.9e36, 1.1e37], [-1, 0, 5e37], [1e38, float("inf"), 0]]
        with pytest.raises(InputError, match="a weight is above zero") as caught:
            ucinet.read(dataset(tmp_path, values))
        assert len(caught.value.problems) == 1
        values[1][0] = 2
        back = ucinet.read(dataset(tmp_path, values))
        assert back.ties["weight"].tolist() == pytest.approx([9.9e36, 2], rel=1e-6)
        assert len(back.unknown) == 4

    def test_two_modes_with_missing_numbers(self, tmp_path):
        with pytest.warns(LossWarning, match="1 unknown affiliation was"):
            back = ucinet.read(dataset(tmp_path, [[1, 1e38]]))
        assert len(back.affiliations) == 1

    @pytest.mark.parametrize(("data_type", "numbers"), [(1, "u1"), (5, "<i2"), (6, "<i4"), (9, "<f8")])
    def test_other_numbers(self, tmp_path, data_type, numbers):
        back = ucinet.read(dataset(tmp_path, [[0, 3], [0, 0]], data_type=data_type, numbers=numbers))
        assert ties(back) == {("1", "2", "tie", 3.0)}

    def test_decimals_stay_short(self, tmp_path):
        assert ties(ucinet.read(dataset(tmp_path, [[0, 0.1], [0, 0]]))) == {("1", "2", "tie", 0.1)}

    def test_self_ties(self, tmp_path):
        path = dataset(tmp_path, [[1, 1], [1, 3]], rows=[wide("a"), wide("b")])
        with pytest.raises(InputError, match="self_ties='drop'") as caught:
            ucinet.read(path)
        assert [(problem.row, problem.value) for problem in caught.value.problems] == [("a", 1.0), ("b", 3.0)]
        assert ties(ucinet.read(path, ReadingOptions(self_ties="drop"))) == {("a", "b", "tie", 1.0)}


class TestProblems:
    def test_missing_partner(self, tmp_path):
        path = dataset(tmp_path, [[0, 1], [0, 0]])
        (tmp_path / "given.##d").unlink()
        with pytest.raises(InputError, match=r"given\.##d: the file cannot be read: no such file"):
            ucinet.read(path)

    def test_data_that_do_not_belong_to_the_header(self, tmp_path):
        path = dataset(tmp_path, [[0, 1], [0, 0]])
        (tmp_path / "given.##d").write_bytes(bytes(12))
        with pytest.raises(InputError, match=r"1 x 2 x 2 numbers .*16 bytes; here are 12"):
            ucinet.read(path)

    def test_negative_weights_and_double_names(self, tmp_path):
        with pytest.raises(InputError, match="'1' to '2': a weight is above zero"):
            ucinet.read(dataset(tmp_path, [[0, -1], [0, 0]]))
        with pytest.raises(InputError, match="node 2 has the same name as node 1"):
            ucinet.read(dataset(tmp_path, [[0, 1], [0, 0]], rows=[wide("a"), wide("a ")]))
