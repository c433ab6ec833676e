"""How the tests run: on the same examples every time, few of them, or, with SOCLUSTER_TESTS=full, many.

`pytest --hypothesis-profile=deep tests/properties` searches longer, from another start each time.
"""

import re

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import FULL

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("full", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=1000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("full" if FULL else "quick")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse names of tests that hold an address in memory: no two processes would agree which tests there are."""
    wrong = [item.nodeid for item in items if re.search(r" at 0x[0-9a-f]{6,}", item.nodeid)]
    if wrong:
        raise pytest.UsageError("give these tests names of their own (ids=): " + "; ".join(wrong[:5]))


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests that a process runs; a test opens a window of its own in it."""
    from playwright.sync_api import sync_playwright

    from tests.browser.visits import CHROMIUM

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
