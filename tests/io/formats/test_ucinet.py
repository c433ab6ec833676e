from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning
from socluster.core.tables import Tables
from socluster.io.formats import ucinet
from tests.io.formats.network_samples import assert_same_network, rows, text


def wide(label: str) -> bytes:
    data = label.encode("utf-16-le")
    return struct.pack("<H", len(data)) + data


def narrow(label: str) -> bytes:
    data = label.encode("cp1257")
    return struct.pack("<H", len(data)) + data


def dataset(
    tmp_path: Path,
    values: list,
    *,
    version: bytes = b"V6404",
    columns: list[bytes] | None = None,
    rows: list[bytes] | None = None,
    matrices: list[bytes] | None = None,
    title: bytes = b"",
    data_type: int = 7,
    numbers: str = "<f4",
) -> Path:
    """Write the two files as UCINET does, without help from the writer."""
    array = np.array(values, dtype=numbers)
    sizes = array.shape[::-1] if array.ndim == 2 else (array.shape[2], array.shape[1], array.shape[0])
    labels = [columns, rows, matrices][: array.ndim]
    head = b"\x05" + version + struct.pack("<5HBH", 15, 7, 26, 1, 3, data_type, array.ndim)
    head += struct.pack(f"<{array.ndim}{'I' if version == b'V6404' else 'H'}", *sizes)
    head += bytes([len(title)]) + title + bytes(part is not None for part in labels)
    head += b"".join(label for part in labels for label in part or [])
    (tmp_path / "given.##h").write_bytes(head)
    (tmp_path / "given.##d").write_bytes(array.tobytes())
    return tmp_path / "given.##h"


def ties(tables: Tables) -> set[tuple]:
    return rows(tables.ties, layers=tables.layers)


class TestRoundTrip:
    @pytest.mark.parametrize("suffix", [".##h", ".##d"])
    def test_layers_names_and_unknown(self, tmp_path, layered, suffix):
        path = tmp_path / f"x{suffix}"
        ucinet.write(layered, path)
        assert sorted(file.name for file in tmp_path.iterdir()) == ["x.##d", "x.##h"]
        assert_same_network(ucinet.read(path), layered)
        assert ucinet.losses(layered) == []

    def test_two_modes(self, tmp_path, two_mode):
        ucinet.write(two_mode, tmp_path / "x.##h")
        assert_same_network(ucinet.read(tmp_path / "x.##h"), two_mode)
        assert ucinet.losses(two_mode) == []

    def test_through_a_cluster(self, tmp_path, layered):
        cluster = Cluster._from(replace(layered, name="Šiaulių klasteris"))
        ucinet.write(cluster.to_tables(), tmp_path / "x.##h")
        assert Cluster._from(ucinet.read(tmp_path / "x.##h")) == cluster

    @pytest.mark.parametrize("name", ["Šiaulių klasteris", "Ūla", "plain"])
    def test_name_of_the_cluster(self, tmp_path, name):
        given = Tables(pd.DataFrame({"actor": ["a", "b"]}), name=name)
        ucinet.write(given, tmp_path / "x.##h")
        assert ucinet.read(tmp_path / "x.##h").name == name
        assert ucinet.losses(given) == []

    @pytest.mark.parametrize("name", ["Łódź ř", "x" * 256, "Š“"])  # the last one would read as a Cyrillic letter
    def test_name_that_does_not_fit(self, tmp_path, name):
        given = Tables(pd.DataFrame({"actor": ["a", "b"]}), name=name)
        ucinet.write(given, tmp_path / "x.##h")
        assert ucinet.read(tmp_path / "x.##h").name is None
        assert [*map(str, ucinet.losses(given))] == [f"the name of the cluster ({name})"]


class TestWriting:
    def test_bytes_of_header_and_data(self, tmp_path):
        actors = pd.DataFrame({"actor": text(["a", "Š"])})
        given = Tables(
            actors,
            pd.DataFrame({"source": ["a"], "target": ["Š"], "weight": [2.5]}),
            layers={"tie": {"directed": True}},
        )
        ucinet.write(given, tmp_path / "x.##h")
        head = (tmp_path / "x.##h").read_bytes()
        assert head[:6] == b"\x05V6404"
        assert (
            head[14:]
            == b"\x03\0" + b"\x07\x02\0" + b"\x02\0\0\0\x02\0\0\0" + b"\0\x01\x01" + b"\x02\0a\0\x02\0\x60\x01" * 2
        )
        assert np.frombuffer((tmp_path / "x.##d").read_bytes(), "<f4").tolist() == [0.0, 2.5, 0.0, 0.0]

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

    def test_a_label_too_long(self, tmp_path):
        with pytest.raises(InputError, match="too long"):
            ucinet.write(Tables(pd.DataFrame({"actor": ["x" * 40_000]})), tmp_path / "x.##h")

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

    def test_no_labels_or_empty_ones_are_numbers(self, tmp_path):
        assert ucinet.read(dataset(tmp_path, [[0, 1], [1, 0]])).actors["actor"].tolist() == ["1", "2"]
        path = dataset(tmp_path, [[0, 1], [1, 0]], rows=[wide("a"), wide("")])
        assert ucinet.read(path).actors["actor"].tolist() == ["a", "2"]

    @pytest.mark.parametrize("letters", [wide, narrow])
    @pytest.mark.parametrize("names", [["ab", "cd"], ["Šė", "žą"], ["abc", "d"]])
    def test_earlier_version(self, tmp_path, letters, names):
        labels = [letters(name) for name in names]
        back = ucinet.read(dataset(tmp_path, [[0, 1], [0, 0]], version=b"DATE:", columns=labels, rows=labels))
        assert ties(back) == {(names[0], names[1], "tie", 1.0)}

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
        assert ties(ucinet.read(path, self_ties="drop")) == {("a", "b", "tie", 1.0)}


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

    def test_every_cut_of_the_header(self, tmp_path):
        path = dataset(tmp_path, [[0, 1], [0, 0]], rows=[wide("a"), wide("b")], title=b"t")
        whole = path.read_bytes()
        for length in range(len(whole)):
            path.write_bytes(whole[:length])
            with pytest.raises(InputError, match=r"ends after|does not begin"):
                ucinet.read(path)

    def test_other_headers(self, tmp_path):
        with pytest.raises(InputError, match="does not begin as a UCINET header"):
            ucinet.read(dataset(tmp_path, [[0]], version=b"V9999"))
        with pytest.raises(InputError, match="of type 14"):
            ucinet.read(dataset(tmp_path, [[0]], data_type=14))

    def test_absurd_sizes(self, tmp_path):
        path = dataset(tmp_path, [[0, 1], [0, 0]])
        data = bytearray(path.read_bytes())
        data[19:23] = b"\xff\xff\xff\x7f"
        path.write_bytes(bytes(data))
        with pytest.raises(InputError, match="sizes cannot be right"):
            ucinet.read(path)

    def test_damaged_label(self, tmp_path):
        with pytest.raises(InputError, match="label is damaged"):
            ucinet.read(dataset(tmp_path, [[0]], rows=[b"\x02\0\x00\xd8"]))

    def test_negative_weights_and_double_names(self, tmp_path):
        with pytest.raises(InputError, match="'1' to '2': a weight is above zero"):
            ucinet.read(dataset(tmp_path, [[0, -1], [0, 0]]))
        with pytest.raises(InputError, match="node 2 has the same name as node 1"):
            ucinet.read(dataset(tmp_path, [[0, 1], [0, 0]], rows=[wide("a"), wide("a ")]))
