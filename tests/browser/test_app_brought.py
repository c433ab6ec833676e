"""The app in a browser, with its real server and workers: data are brought, mended, brought again, and looked at."""

import io

import openpyxl

from tests.app.server.workbooks import example, with_services, with_slips
from tests.browser.visits import IN_CHROMIUM, IN_FULL, add_partner, asked, bring, open_siauliai, taken

pytestmark = IN_CHROMIUM


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
    page.route("**/upload?*", lambda route: (page.wait_for_selector("#stop-reading"), route.continue_()))
    page.set_input_files("#file", marked)
    page.wait_for_selector("#stop-reading")
    assert page.locator(".problems").count() == 0  # what was wrong before says nothing of what is being read
    page.wait_for_selector("#understood")
    assert "8 actors" in page.inner_text("#understood")
    page.click("#bring-mended")
    page.wait_for_selector("#file")
    assert page.locator(".problems").count() == 0


def test_what_is_wrong_in_one_file_does_not_stand_beside_another_that_is_refused(page):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", with_slips())
    page.wait_for_selector("#problems:focus")
    bring(page, "large.xlsx", b"x" * (7 * 2**20))
    page.wait_for_selector("#refused")
    assert page.locator(".problems").count() == 0


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


def test_who_is_missed_most_and_what_is_offered_are_told_drawn_and_asked_by_keyboard(page):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", with_services())
    page.wait_for_selector("#understood")
    page.click("#step-understand")
    page.wait_for_selector("#missed svg")
    assert "others" in page.inner_text("#missed .finding")
    page.focus("#lost-1")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#missed figcaption:has-text('both are gone')")
    page.click("#language-lt")
    assert "abiejų" in page.inner_text("#missed figcaption")
    assert page.is_checked("#lost-2")
    assert page.locator("#offered svg rect.b-bar").count() > 0
    assert "trūksta" in page.inner_text("#offered .finding")


def test_where_no_services_are_named_a_sentence_says_how_to_bring_them(page):
    open_siauliai(page)
    page.click("#step-understand")
    page.wait_for_selector("#offered")
    assert "in the sheet “needs” what is needed" in page.inner_text("#offered")
    assert page.locator("#offered table, #offered svg").count() == 0
