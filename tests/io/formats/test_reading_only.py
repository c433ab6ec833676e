"""Formats that are only read say which others can be written."""

from pathlib import Path

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.files import FORMATS
from socluster.io.formats import reading_only


def test_it_is_refused_by_the_name_of_the_file_and_others_are_offered(tmp_path):
    with pytest.raises(InputError, match=r"files of the format '\.gml' are read only; write \.xlsx, \.json") as caught:
        reading_only.write(sc.load_dataset("knoke").to_tables(), tmp_path / "it.gml")
    assert caught.value.problems[0].file == "it.gml"
    assert list(tmp_path.iterdir()) == []


def test_what_is_offered_can_be_written():
    with pytest.raises(InputError) as caught:
        reading_only.write(sc.load_dataset("knoke").to_tables(), Path("x.vna"))
    offered = str(caught.value).partition("write ")[2]
    for suffix in (".xlsx", ".json", ".graphml", ".gexf"):
        assert suffix in offered
        assert FORMATS[suffix].write is not reading_only.write


def test_nothing_is_lost_where_nothing_is_written():
    assert reading_only.losses(sc.load_dataset("knoke").to_tables()) == []
