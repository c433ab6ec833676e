"""The app in a browser, with its real server and workers: asked, stopped, compared, taken away, restarted."""

import json

import openpyxl

from tests.app.server.workbooks import example, with_services
from tests.browser.visits import IN_CHROMIUM, IN_FULL, add_partner, asked, bring, open_siauliai, taken

pytestmark = IN_CHROMIUM


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
    assert "no candidate has a cost" in page.inner_text("#choosing .status")
    page.fill("#cost-0", "1")
    assert page.inner_text("#choosing .status").endswith(": NGO.")
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


def test_an_answer_is_there_again_after_a_reload(page):
    open_siauliai(page)
    page.click("#step-whatif")
    add_partner(page, "Hub")
    asked(page)
    then = page.locator(".card .then").all_inner_texts()
    page.reload()
    page.wait_for_selector(".card .then")
    assert page.locator(".card .then").all_inner_texts() == then


def test_a_change_of_the_language_leaves_no_word_of_the_other_and_no_question_behind(page):
    open_siauliai(page)
    page.click("#step-whatif")
    add_partner(page, "Hub")
    page.click("#keep")
    assert page.inner_text(".spoken[role=status]").startswith("Kept:")
    page.select_option("#draws", index=1)
    page.click("#run")
    page.click("#language-lt")
    assert page.inner_text(".spoken[role=status]") == ""
    assert page.inner_text("form .status").startswith(("Skaičiuojama", "Suskaičiuota"))
    page.wait_for_selector(".card .then")  # without a second question
    assert page.inner_text("form .status").startswith("Suskaičiuota")
    page.click("#part-title-watched")
    while page.locator("input[id^=watch-]:checked").count():
        page.locator("input[id^=watch-]:checked").first.click()
    assert "Kas stebima?" in page.inner_text("form .status")


def test_without_measures_it_is_said_in_the_language_of_the_page_which_are_wanted(server, page):
    open_siauliai(page)
    page.click("#language-lt")
    page.click("#step-understand")
    said = page.evaluate(
        """async () => {
          const sent = (path, body) => fetch(path, { method: "POST", headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body) }).then((answer) => answer.json());
          let job = await sent("api/open", { dataset: "siauliai" });
          while (!job.answer) job = await fetch("api/job/" + job.job).then((answer) => answer.json());
          let asked = await sent("api/ask", { data: job.answer.data, question: { kind: "measures", measures: [] } });
          while (asked.state !== "failed") asked = await fetch("api/job/" + asked.job).then((each) => each.json());
          return asked.said;
        }"""
    )
    assert "rodikl" in said["lt"]
    assert "measures" in said["en"]


def test_what_a_newcomer_offers_is_asked_with_its_amount_and_needs_are_a_goal(page, tmp_path):
    page.wait_for_selector("#open-siauliai:not([disabled])")
    bring(page, "ours.xlsx", with_services())
    page.wait_for_selector("#understood")
    assert "2 needs" in page.inner_text("#groups-read")
    page.click("#step-whatif")
    add_partner(page, "NGO")
    assert "as many as they have; which ones is drawn" in page.inner_text("form")  # learnt: no tie of it is certain
    assert "100%" not in page.inner_text("form")
    page.get_by_label("day centre, Lower town", exact=True).check()
    page.get_by_label("How much of it, in places: day centre, Lower town").fill("none")
    assert "as a number above 0" in page.inner_text("form .status")
    page.get_by_label("How much of it, in places: day centre, Lower town").fill("2,5")
    page.click("#part-title-watched")
    for measure in ("density", "average_path_length", "transitivity"):
        page.check(f"#watch-{measure}")
    asked(page)
    card = page.locator(".card", has_text="Needs that are met, of 20 places")
    assert "1.00 \u2192 3.50" in card.inner_text()
    assert "offers day centre, Lower town: 2.5 places" in page.inner_text("#outcome")
    page.click("#keep")
    page.get_by_label("How much of it, in places: day centre, Lower town").fill("5")
    page.locator("input[id^=partner-name-]").last.fill("Parish centre")
    page.click("#keep")
    page.click("#step-compare")
    page.click("#run")
    page.wait_for_selector("td.cell svg")
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.scroll')].map((each) => each.scrollWidth - each.clientWidth)"
    )
    assert max(wide) <= 0  # no column is beyond the edge
    page.select_option("#goal", "coverage:places")
    page.select_option("#better", "higher")
    page.click("#choose")
    page.wait_for_selector("#choosing table")
    assert page.locator("#choosing tbody tr").first.inner_text().startswith("Parish centre")
    assert "Random partner" not in page.inner_text("#choosing table")
    assert "%" not in page.inner_text("#choosing table")  # nothing is drawn: there is no share of draws
    assert "+5.00\u00a0(places)" in page.inner_text("#choosing table")
    assert "This goal counts one of them: places" in page.inner_text("#goal-unit")
    page.select_option("#goal", "fragmentation")
    page.select_option("#better", "lower")
    page.fill("#budget", "9")
    page.fill("#cost-0", "4")
    page.fill("#cost-1", "5")
    page.fill("#most", "1")
    page.click("#choose")
    page.wait_for_selector("#choosing table >> nth=1")
    page.click("#step-take")
    listed = page.locator("#asked label").all_inner_texts()
    assert len(listed) == 2
    assert "Needs that are met" in listed[0]
    assert "plan within a budget of 9; plan of at most 1 partner" in listed[1]
    held = json.loads(taken(page, "#take-scenarios", tmp_path).read_text(encoding="utf-8"))
    plan = {"budget": 9, "at_most": 1, "cost": {"NGO": 4, "Parish centre": 5}}
    assert held["questions"]["goals"] == [
        {"goal": "coverage:places", "better": "higher"},
        {"goal": "fragmentation", "better": "lower", "plan": plan},
    ]
    report = taken(page, "#take-report", tmp_path).read_text(encoding="utf-8")
    assert "within a budget of 9 and at most 1 candidate" in report
    assert report.count("<caption>Ranking: ") == 2
    page.locator("#asked input").last.uncheck()
    assert page.inner_text("#take-report") == "Make"  # another question is another file


def test_several_are_asked_each_on_its_own_or_all_together_as_the_visitor_chooses(page):
    open_siauliai(page)
    page.click("#step-whatif")
    assert not page.locator("#manner-each").count()
    for name in ("Hub", "Family NGO"):
        add_partner(page, name)
    assert page.is_checked("#manner-each")
    assert page.inner_text("#run") == "Calculate each on its own"
    page.check("#manner-together")
    assert page.inner_text("#run") == "Calculate"
    asked(page)
    assert page.inner_text("#outcome .finding") == "Hub + Family NGO"
    page.check("#manner-each")
    page.click("#run")
    page.wait_for_selector("#compared svg")
    assert page.locator("#compared tbody th").all_inner_texts() == ["As it is", "Hub", "Family NGO"]
    assert page.input_value("#goal") == "global_efficiency"
    assert "until you choose" in page.inner_text("#goal-preset")
    names = [page.inner_text(f"#{button}") for button in ("run", "choose")]
    assert names == ["Calculate what each changes", "Calculate who comes first"]
    page.fill("#budget", "3")
    assert "The budget is not used: no candidate has a cost." in page.inner_text("#choosing .status")
    assert page.inner_text("main").count("Structure is not effectiveness") == 1
    assert not page.is_visible(".foot")
    assert "Šiauliai" in page.inner_text(".bar .set")


def test_on_a_phone_the_answer_is_brought_into_view(browser, server):
    phone = browser.new_page(viewport={"width": 390, "height": 800})
    phone.goto(server.address + "?lang=en")
    open_siauliai(phone)
    phone.click("#step-whatif")
    add_partner(phone, "Hub")
    asked(phone)
    top = phone.evaluate("document.querySelector('#outcome').getBoundingClientRect().top")
    assert -5 <= top < 400
    phone.close()
