"""What the tests of single tables share."""

import pytest

import socluster as sc


@pytest.fixture
def read(tmp_path):
    """Write a table as text, and read it."""

    def of(text, name="x.csv", **options):
        (tmp_path / name).write_text(text)
        return sc.read(tmp_path / name, **options)

    return of
