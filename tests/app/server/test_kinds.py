import pytest

from socluster.app.server.kinds import KINDS, suffix_of
from socluster.io.known import FORMATS


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.XLSX", ".xlsx"), ("a.b.csv", ".csv"), ("a", None), ("", None), ("xlsx", None), ("a.xlsx/../b", None)],
)
def test_the_kind_follows_from_the_end_of_the_name(name, suffix):
    assert suffix_of(name) == suffix


def test_everything_that_is_one_file_can_be_brought():
    several = {"", ".parquet", ".##h", ".##d"}
    assert set(KINDS) - {".xml"} == set(FORMATS) - several
