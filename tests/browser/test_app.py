"""The app in a browser, with its real server and workers: brought, asked, stopped, compared, taken, restarted."""

import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys

import openpyxl
import pytest

from tests.app.server.workbooks import example, with_slips
from tests.docs.test_in_browser import AXE
from tests.examples import FULL

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
STEPS = ["bring", "check", "understand", "whatif", "compare", "take"]
MOST = 120_000  # milliseconds; nothing takes that long, however busy the machine

IN_FULL = pytest.mark.skipif(not FULL, reason="takes long; SOCLUSTER_TESTS=full tries it")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


class Server:
    """The app as a process, on a port that it keeps when it is started again."""

    def __init__(self):
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self):
        command = [sys.executable, "-m", "socluster", "app", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        while self.address not in (line := self.process.stdout.readline()):
            assert line, "the app did not start"

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def server():
    made = Server()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


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


def open_siauliai(page):
    page.click("#open-siauliai:not([disabled])")
    page.wait_for_selector("#understood")


def add_partner(page, name):
    page.click("#add-partner")
    page.locator("input[id^=partner-name-]").last.fill(name)


def asked(page):
    page.click("#run")
    page.wait_for_selector(".card .then")


def bring(page, name, content):
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def taken(page, selector, folder):
    with page.expect_download() as download:
        page.click(selector)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    bring(page, "ours.xlsx", b"x" * (7 * 2**20))
    page.wait_for_selector("#refused")
    assert page.inner_text("#refused").startswith("ours.xlsx has 7.0 MB, and a file may have up to 6 MB.")
    assert not sent


def test_a_workbook_with_slips_is_told_by_row_marked_mended_and_brought_again(page, tmp_path):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", with_slips())
    page.wait_for_selector("#problems:focus")
    rows = page.locator(".problems tbody tr")
    assert [each.split("\t")[:4] for each in rows.all_inner_texts()] == [
        ["ties", "2", "source", "Municipalty"],
        ["ties", "3", "confidence", "7"],
    ]
    marked = taken(page, "#corrected", tmp_path)
    assert marked.name == "to_mend_ours.xlsx"
    workbook = openpyxl.load_workbook(marked)
    ties = workbook["ties"]
    assert ties["A2"].value == "Municipality"
    ties.cell(3, [cell.value for cell in ties[1]].index("confidence") + 1).value = 0.7
    workbook.save(marked)
    page.set_input_files("#file", marked)
    page.wait_for_selector("#understood")
    assert "8 actors" in page.inner_text("#understood")


def test_from_a_data_set_to_a_report_in_the_other_language(page, tmp_path):
    open_siauliai(page)
    page.click("#to-understand")
    page.wait_for_selector(".step-understand svg")
    page.click("#step-whatif")
    for name in ("Hub", "Family NGO"):
        add_partner(page, name)
        asked(page)
        page.click("#keep")
        page.locator("input[id^=partner-ticked-]").last.uncheck()
    page.click("#step-compare")
    page.click("#run")
    page.wait_for_selector("#compared svg")
    assert page.locator("#compared tbody tr").count() == 3
    page.click("#language-lt")
    assert page.get_attribute("html", "lang") == "lt"
    assert page.locator("#compared svg").count() > 0
    page.click("#step-take")
    report = taken(page, "#take-report", tmp_path)
    text = report.read_text(encoding="utf-8")
    assert report.name == "ataskaita.html"
    assert '<html lang="lt"' in text
    assert "Hub" in text
    assert "Family NGO" in text
    tables = openpyxl.load_workbook(taken(page, "#take-tables", tmp_path))
    assert len(tables.sheetnames) > 2
    by_mail = taken(page, "#take-page", tmp_path).read_text(encoding="utf-8")
    assert "Family NGO" in by_mail
    scenarios = taken(page, "#take-scenarios", tmp_path)
    assert len(json.loads(scenarios.read_text(encoding="utf-8"))["scenarios"]) == 2


def changed(content, actor):
    """The example with another name of one of its actors."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == actor:
                    cell.value = actor + " (new)"
    mended = io.BytesIO()
    workbook.save(mended)
    return mended.getvalue()


def test_what_was_asked_of_an_earlier_version_of_a_workbook_is_taken_over(page):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", example())
    page.wait_for_selector("#understood")
    assert page.evaluate("() => document.activeElement.id") == "content"  # what had the focus is gone
    page.click("#step-whatif")
    add_partner(page, "Hub")
    page.locator("input[id^=model-][type=radio]").nth(-2).check()
    ties = page.locator("[id^=ties-1-]")
    gone = ties.first.get_attribute("id").removeprefix("ties-1-")
    ties.first.check()
    page.click("#keep")
    page.locator("[id^=ties-1-]").first.uncheck()
    page.locator("[id^=ties-1-]").last.check()
    page.click("#keep")
    page.wait_for_function("() => Object.keys(localStorage).some((each) => each.endsWith('version.ours.xlsx'))")
    page.click("#step-bring")
    bring(page, "ours.xlsx", changed(example(), gone))
    page.wait_for_selector("#earlier")
    page.click("#language-lt")
    assert "ankstesnę" in page.inner_text("#earlier")
    page.click("#language-en")
    page.click("#earlier-take")
    assert gone in page.inner_text("#earlier-told")
    page.click("#step-whatif")
    assert page.locator(".kept li").count() == 1
    asked(page)


@IN_FULL
def test_a_plan_asks_what_each_costs_and_each_partner_is_kept_on_its_own(page):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", example())
    page.wait_for_selector("#understood")
    page.click("#step-whatif")
    page.click("#part-title-event")
    assert "state ties between organisations" in page.inner_text("#part-event")
    for name in ("Hub", "NGO"):
        add_partner(page, name)
    page.click("#keep-each")
    assert page.locator(".kept .name").all_inner_texts() == ["Hub", "NGO"]
    taken_name = page.locator("#replace-old option").nth(1).text_content()
    page.locator("input[id^=partner-name-]").last.fill(taken_name)
    assert "is there already" in page.inner_text("form .status")
    page.click("#step-compare")
    page.select_option("#goal", "fragmentation")
    page.select_option("#better", "lower")
    page.fill("#budget", "2")
    assert page.inner_text("#choosing .status").endswith("Hub, NGO.")
    page.fill("#budget", "")
    page.fill("#most", "1")
    page.click("#choose")
    page.wait_for_selector("text=Random partner (mean)")
    assert "Cost" not in page.locator("#choosing th").all_inner_texts()


@IN_FULL
def test_a_calculation_is_stopped_and_asked_again(page):
    open_siauliai(page)
    page.click("#step-whatif")
    add_partner(page, "Hub")
    page.select_option("#draws", index=page.locator("#draws option").count() - 1)
    page.click("#run")
    page.click("#stop:not([disabled])")
    page.wait_for_selector("#run:not([disabled])")
    assert page.locator(".card .then").count() == 0
    assert page.locator("input[id^=partner-name-]").input_value() == "Hub"
    page.select_option("#draws", index=0)
    asked(page)


def test_what_was_said_outlives_the_worker_and_the_server(page, server):
    open_siauliai(page)
    page.click("#step-whatif")
    add_partner(page, "Hub that stays")
    asked(page)
    page.click("#keep")
    page.wait_for_function("() => Object.values(localStorage).some((each) => each.includes('Hub that stays'))")
    server.kill()
    page.locator("input[id^=partner-name-]").fill("Hub that stays here")
    page.click("#run")
    page.wait_for_selector(".problem:not(:empty)")
    assert "The server does not answer" in page.inner_text("form .problem")
    page.said.clear()  # that the server is gone stands in the console, too
    server.start()
    asked(page)  # the data set is opened again without a word
    page.reload()
    page.wait_for_selector(".step-whatif")
    assert page.locator("input[id^=partner-name-]").input_value() == "Hub that stays here"
    assert page.locator(".kept li").count() == 1
    page.said.clear()  # 404 of what the new server does not know


@IN_FULL
def test_what_was_brought_is_there_after_a_reload_and_is_asked_for_after_a_restart(page, server):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", example())
    page.wait_for_selector("#understood")
    page.reload()
    page.wait_for_selector("#understood")
    server.kill()
    server.start()
    page.reload()
    page.wait_for_selector("#refused")
    assert "bring them again" in page.inner_text("#refused")
    page.said.clear()


@pytest.mark.parametrize(("width", "language"), [pytest.param(1280, "en", marks=IN_FULL), (390, "lt")])
def test_axe_finds_nothing_in_any_step(browser, server, width, language):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    opened.set_default_timeout(MOST)
    opened.goto(f"{server.address}?lang={language}")
    opened.wait_for_selector("#open-siauliai:not([disabled])")
    bring(opened, "slips.xlsx", with_slips())
    opened.wait_for_selector("#problems")
    opened.add_script_tag(path=str(AXE))
    rules = "{ rules: { 'skip-link': { enabled: false } } }"  # steps that are scrolled out of sight are no skip links
    look = f"async () => (await axe.run({rules})).violations.map((each) => each.id + ' ' + each.nodes[0].html)"
    assert opened.locator(opened.locator(".skip").get_attribute("href")).count() == 1
    assert opened.evaluate(look) == []
    open_siauliai(opened)
    for step in STEPS:
        opened.click(f"#step-{step}")
        opened.wait_for_selector(f".step-{step}")
        assert opened.evaluate(look) == [], step
        assert opened.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, step
    context.close()


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


def tab_to(page, wanted):
    """Press Tab until the focus is there; it is seen wherever it is."""
    for _ in range(300):
        page.keyboard.press("Tab")
        focused = page.evaluate("() => document.activeElement.id")
        if wanted == focused or (not isinstance(wanted, str) and wanted.match(focused)):
            assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"the focus never came to {wanted}")
