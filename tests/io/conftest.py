"""What the tests of reading share."""

import pytest

import socluster as sc
from tests.io.workbooks import book


@pytest.fixture
def read(tmp_path):
    """Write a file of text or bytes, or a workbook of one or several sheets, and read it."""

    def of(file, content, **options):
        path = tmp_path / file
        if isinstance(content, dict):
            book(path, **content)
        elif isinstance(content, list):
            book(path, Sheet=content)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sc.read(path, **options)

    return of
