"""How the tests run: on the same examples every time, few of them, or, with SOCLUSTER_TESTS=full, many.

`pytest --hypothesis-profile=deep tests/properties` searches longer, from another start each time.
"""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import FULL

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("quick", max_examples=10, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("full", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=1000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("full" if FULL else "quick")


# Files that take long by themselves: they begin first, so that no worker is left with one of them at the end.
LONG = ("tests/browser/", "tests/notebooks/", "tests/docs/", "tests/app/", "tests/cli/", "tests/report/", "tests/demo/")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse names that change from run to run, take a sample where one is enough, and put the longest files first."""
    wrong = [item.nodeid for item in items if re.search(r" at 0x[0-9a-f]{6,}", item.nodeid)]
    if wrong:
        raise pytest.UsageError("give these tests names of their own (ids=): " + "; ".join(wrong[:5]))
    if not FULL:
        _sample(config, items)
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))  # the order within is kept


def _sample(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of cases marked `one_of(n)`, keep the first of every n."""
    seen: Counter[str] = Counter()
    kept, left_out = [], []
    for item in items:
        marked = item.get_closest_marker("one_of")
        test = item.nodeid.partition("[")[0]
        (kept if marked is None or seen[test] % marked.args[0] == 0 else left_out).append(item)
        seen[test] += 1
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests that a process runs; a test opens a window of its own in it."""
    from playwright.sync_api import sync_playwright

    from tests.browser.visits import CHROMIUM

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
