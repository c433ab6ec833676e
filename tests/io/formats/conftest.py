"""Fixtures of the tests of file formats."""

from __future__ import annotations

import pytest

from socluster.core.tables import Tables
from tests.io.formats.network_samples import layered_tables, two_mode_tables


@pytest.fixture
def layered() -> Tables:
    return layered_tables()


@pytest.fixture
def two_mode() -> Tables:
    return two_mode_tables()
