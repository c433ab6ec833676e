"""Texts of the steps that need a server (bring, check, take away), by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.words import Phrase, counted, marked

__all__ = ["SERVER_WORDS"]

SERVER_WORDS: Mapping[str, str | Phrase] = MappingProxyType(
    {
        "bring_title": marked("Bring your data"),
        "bring_about": marked(
            "Begin with a workbook of yours, or look around in a data set first. What you bring stays on the computer "
            "on which this app runs; nothing is sent anywhere else."
        ),
        "bring_own": marked("Your own data"),
        "bring_file": marked("Bring a workbook"),
        "bring_file_about": marked(
            "Or drop it here. Excel (.xlsx), CSV, or a network file (GraphML, Pajek, UCINET text and others); up "
            "to 6 MB."
        ),
        "bring_none": marked("No data yet?"),
        "bring_template_about": marked(
            "Take the workbook to fill in: one sheet for the organisations, one for their ties. The example shows how."
        ),
        "bring_template": marked("Workbook to fill in"),
        "bring_example": marked("The same, with an example"),
        "bring_look": marked("Look around first"),
        "bring_given": marked("Open {name}"),
        "bring_loading": marked("Getting ready …"),
        "bring_again": marked("Opening {name} again …"),
        "bring_opening": marked("Opening {name} …"),
        "bring_reading": marked("Reading {name} …"),
        "bring_mended": marked("Bring other data"),
        "open": marked("Open"),
        "open_name": marked("Open {name}"),
        "n_actors": counted("{n} actor", "{n} actors", 1),
        "n_problems": counted("{n} place needs a look.", "{n} places need a look.", 1),
        "problems_title": marked("{name} cannot be read yet"),
        "problems_about": marked("Mend them in your workbook, save it, and bring it again. Nothing was changed in it."),
        "problems_table": marked("What needs a look, by sheet and row"),
        "sheet": marked("Sheet"),
        "row_number": marked("Row"),
        "column": marked("Column"),
        "there": marked("What is there"),
        "wrong": marked("What is wrong"),
        "perhaps": marked("Perhaps"),
        "take_marked": marked("Take your workbook with these places marked"),
        "take_marked_about": marked(
            "Orange: to mend. Yellow: the nearest name was put in; please look at it. A note in each cell says why."
        ),
        "check_title": marked("What was understood?"),
        "check_about": marked(
            "Nothing is mended silently: if something is wrong here, mend it in your file and bring it again."
        ),
        "check_again": marked("To look at once more"),
        "earlier_offer": marked(
            "You asked about an earlier version of this workbook: {names}. Take that over to this version?"
        ),
        "earlier_offer_other": marked("You asked about an earlier version of this workbook. Take that over?"),
        "earlier_take": marked("Take it over"),
        "earlier_not": marked("Begin anew"),
        "earlier_taken": marked(
            "Taken over from the earlier version. Have it calculated again, since the data have changed."
        ),
        "earlier_lost": marked("No longer in the data, and so left out of the question: {names}."),
        "earlier_dropped": marked("Not taken over: {scenario}. No longer in the data: {names}."),
        "check_nothing": marked("Nothing stands out."),
        "check_groups": marked("Events, services and needs"),
        "check_groups_read": marked("Read: {counts}."),
        "check_groups_none": marked("The data name no events, no services and no needs."),
        "check_missing": marked("What is missing"),
        "check_gap": marked("{column}: not stated for {n} of {of} actors"),
        "actor": marked("Actor"),
        "check_actors": marked("The first actors, as they were read"),
        "to_understand": marked("Go on to the network"),
        "take_title": marked("Take it away"),
        "take_about": marked(
            "Files that are made here and now, in the language of this page. They ask nothing of the internet."
        ),
        "take_files": marked("Files"),
        "take_which": marked("Which kept scenarios go in?"),
        "take_no_scenarios": marked(
            "No scenario is kept yet, so the files are about the network as it is. Keep one under “What if”, and "
            "it goes in."
        ),
        "take_asked": marked("Which questions go in?"),
        "take_nothing_asked": marked(
            "No goal was asked about yet, so the files do not say who comes first. Ask under “Compare”, and every goal "
            "goes in, with its direction and its plan."
        ),
        "take_make": marked("Make"),
        "take_make_what": marked("Make: {what}"),
        "take_again": marked("Take {name}"),
        "take_making": marked("Making the file …"),
        "take_made": marked("Made: {name}"),
        "take_report": marked("Report"),
        "take_report_about": marked("A page to read, to print and to send: main points first, then how sure they are."),
        "take_tables": marked("Tables"),
        "take_tables_about": marked("The tables of the report as an Excel workbook."),
        "take_document": marked("Document"),
        "take_document_about": marked("The report as a Word document, to edit and to comment on."),
        "take_document_plain": marked(
            "It will hold no pictures: the computer that runs this app cannot draw them (missing: resvg, or a font). "
            "The report as a page has them."
        ),
        "take_page": marked("Page by e-mail"),
        "take_page_about": marked(
            "This page as one file: whoever gets it can tick the kept scenarios and see what they change, without"
            " a server."
        ),
        "take_scenarios_title": marked("Scenarios"),
        "take_scenarios_about": marked(
            "They are kept in this browser. As a file they go to another computer, or into a Python program, with the "
            "goals and plans that you asked about."
        ),
        "bring_scenarios": marked("Bring scenarios from a file"),
        "scenarios_file": marked("scenarios.json"),
        "n_brought": counted("{n} scenario came in.", "{n} scenarios came in.", 1),
        "brought_draws": marked("As the file says, the page draws {draws}."),
        "brought_seed": marked("The seed is {seed}, as in the file."),
        "no_scenarios_in_it": marked("This file holds no scenarios of socluster."),
        "file_too_large": marked(
            "{name} has {size} MB, and a file may have up to {most} MB. Leave out pictures and what is not needed."
        ),
        "server_gone": marked(
            "The server does not answer; perhaps it was stopped. What you said is kept in this browser: start the app "
            "again and reload this page."
        ),
    }
)
