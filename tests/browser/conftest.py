"""One app and its window: the app is started once for all files of this folder that a process runs."""

import pytest

from tests.browser.visits import MOST, Server


@pytest.fixture(scope="session")
def server():
    made = Server()
    yield made
    made.kill()


@pytest.fixture
def page(browser, server):
    """A window with what its console said, what it asked elsewhere, and what its policy refused."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(MOST)
    opened.said = []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("request", lambda request: request.url.startswith(server.address) or opened.said.append(request.url))
    opened.goto(server.address + "?lang=en")
    yield opened
    assert [each for each in opened.said if not each.startswith(("blob:", "data:"))] == []
    context.close()
