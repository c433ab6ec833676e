"""The header of a UCINET dataset, byte by byte."""

from __future__ import annotations

import datetime
import struct

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Tables
from socluster.io.formats import ucinet
from socluster.io.formats.ucinet.header import header_bytes, read_header, title_bytes
from tests.io.formats.network_samples import text
from tests.io.formats.ucinet.given_files import dataset, narrow, ties, wide


class TestWritingHeaders:
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

    def test_a_label_too_long(self, tmp_path):
        with pytest.raises(InputError, match="too long"):
            ucinet.write(Tables(pd.DataFrame({"actor": ["x" * 40_000]})), tmp_path / "x.##h")


class TestLabels:
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


class TestDamagedHeaders:
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


WRITTEN = {
    "rows": ["a", "Šė"],
    "columns": ["x", "y", "z"],
    "title": "Tinklas Š",
    "date": datetime.date(2016, 11, 6),
    "file": "x",
}


@pytest.mark.parametrize("matrices", [None, ["m", "n"]])
def test_a_header_that_is_written_is_read(matrices):
    header = read_header(header_bytes(matrices=matrices, **WRITTEN), "x")
    assert (header.n_rows, header.n_columns, header.n_matrices) == (2, 3, 2 if matrices else 1)
    assert (header.title, header.data_type) == ("Tinklas Š", 7)
    assert header.labels("rows").names == ["a", "Šė"]
    assert header.labels("columns").names == ["x", "y", "z"]
    assert (header.labels("matrices") and header.labels("matrices").names) == matrices


def test_the_date_stands_in_five_numbers():
    data = header_bytes(matrices=None, **WRITTEN)
    assert struct.unpack("<4H", data[6:14]) == (16, 11, 6, 1)  # a Sunday is the first day of the week


def test_dimensions_are_two_or_three():
    data = bytearray(header_bytes(matrices=None, **WRITTEN))
    data[17:19] = struct.pack("<H", 4)
    with pytest.raises(InputError, match="2 dimensions, or 3 with several matrices, not 4"):
        read_header(bytes(data), "x")


@pytest.mark.parametrize(
    ("title", "stored"),
    [("Š", b"\xd0"), ("x" * 255, b"x" * 255), ("x" * 256, None), ("Łódź ř", None), (" a", None)],
)
def test_a_title_is_stored_only_if_it_reads_back(title, stored):
    assert title_bytes(title) == stored
