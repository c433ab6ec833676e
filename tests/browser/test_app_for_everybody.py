"""The app in a browser: axe-core finds nothing in any step, and everything goes by keyboard."""

import re

import pytest

from tests.app.server.workbooks import with_services, with_slips
from tests.browser.visits import IN_CHROMIUM, IN_FULL, MOST, bring, open_siauliai, tab_to
from tests.docs.test_in_browser import AXE

STEPS = ["bring", "check", "understand", "whatif", "compare", "take"]
RULES = "{ rules: { 'skip-link': { enabled: false } } }"  # steps that are scrolled out of sight are no skip links
LOOK = f"async () => (await axe.run({RULES})).violations.map((each) => each.id + ' ' + each.nodes[0].html)"

pytestmark = IN_CHROMIUM


@pytest.mark.parametrize(
    "views", [((390, "lt"), (1280, "en")), pytest.param(((390, "en"), (1280, "lt")), marks=IN_FULL)]
)
def test_axe_finds_nothing_in_any_step(browser, server, views):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    opened.set_default_timeout(MOST)
    opened.goto(server.address)
    opened.wait_for_selector("#open-siauliai:not([disabled])")
    bring(opened, "slips.xlsx", with_slips())
    opened.wait_for_selector("#problems")
    opened.add_script_tag(path=str(AXE))
    assert opened.locator(opened.locator(".skip").get_attribute("href")).count() == 1
    nothing_wrong(opened, views, "problems")
    bring(opened, "ours.xlsx", with_services())
    opened.wait_for_selector("#understood")
    opened.click("#step-understand")
    opened.wait_for_selector("#missed svg")
    opened.wait_for_selector("#offered svg")
    nothing_wrong(opened, views, "services")
    opened.click("#step-whatif")
    opened.click("#add-partner")
    opened.locator("[id^=offers-1] input[type=checkbox]").first.check()
    opened.locator("[id^=offers-1-amount-]").first.fill("many")
    nothing_wrong(opened, views, "offers")
    opened.click("#step-bring")
    open_siauliai(opened)
    for step in STEPS:
        opened.click(f"#step-{step}")
        opened.wait_for_selector(f".step-{step}")
        nothing_wrong(opened, views, step)
    context.close()


def nothing_wrong(opened, views, where):
    """Let axe look at what is shown, in each width and language, and see that it is no wider than the window."""
    for width, language in views:
        opened.set_viewport_size({"width": width, "height": 900})
        opened.click(f"#language-{language}")
        opened.wait_for_selector(f"html[lang={language}]")
        assert opened.evaluate(LOOK) == [], (where, width, language)
        assert opened.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, (where, width)


@IN_FULL
def test_everything_goes_by_keyboard(page):
    """From the first key to an answer that is kept: Tab, Enter, Space and letters."""
    page.wait_for_selector("#open-siauliai:not([disabled])")
    tab_to(page, "open-siauliai")
    page.keyboard.press("Enter")
    page.wait_for_selector("#understood")
    tab_to(page, "to-understand")
    page.keyboard.press("Enter")
    page.wait_for_selector(".step-understand svg")
    tab_to(page, "step-whatif")
    page.keyboard.press("Enter")
    page.wait_for_selector("#add-partner")
    tab_to(page, "add-partner")
    page.keyboard.press("Enter")
    tab_to(page, re.compile("partner-name-"))
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Hub")
    tab_to(page, "run")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card .then")
    tab_to(page, "keep")
    page.keyboard.press("Space")
    page.wait_for_selector(".kept li")
