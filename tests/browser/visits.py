"""The app with its real server and workers, and what a visitor does on its page."""

import os
import shutil
import signal
import socket
import subprocess
import sys

import pytest

from tests.examples import FULL

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MOST = 120_000  # milliseconds; nothing takes that long, however busy the machine

IN_FULL = pytest.mark.skipif(not FULL, reason="takes long; SOCLUSTER_TESTS=full tries it")
IN_CHROMIUM = [
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


def tab_to(page, wanted):
    """Press Tab until the focus is there; it is seen wherever it is."""
    for _ in range(300):
        page.keyboard.press("Tab")
        focused = page.evaluate("() => document.activeElement.id")
        if wanted == focused or (not isinstance(wanted, str) and wanted.match(focused)):
            assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"the focus never came to {wanted}")
