"""The best-known two-mode network: 18 women, 14 events."""

import pytest

import socluster as sc


@pytest.fixture(scope="session")
def davis():
    return sc.load_dataset("davis")
