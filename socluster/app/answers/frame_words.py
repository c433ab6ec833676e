"""Texts of the frame of the page, and those that several steps share, by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.words import Phrase, counted, marked

__all__ = ["FRAME_WORDS"]

FRAME_WORDS: Mapping[str, str | Phrase] = MappingProxyType(
    {
        "skip": marked("Skip to the content"),
        "steps": marked("Steps"),
        "language": marked("Language"),
        "undo": marked("Undo"),
        "redo": marked("Redo"),
        "foot": marked("Structure is not effectiveness: a higher or lower value does not mean better care."),
        "step_bring": marked("Data"),
        "step_check": marked("Check"),
        "step_understand": marked("Understand"),
        "step_whatif": marked("What if"),
        "step_compare": marked("Compare"),
        "step_take": marked("Take away"),
        "name": marked("Name"),
        "choose": marked("Choose …"),
        "nobody": marked("Nobody"),
        "not_stated": marked("not stated"),
        "remove": marked("Remove"),
        "show": marked("Show"),
        "show_name": marked("Show {name}"),
        "drop_name": marked("Remove {name}"),
        "search": marked("Search"),
        "calculate": marked("Calculate"),
        "stop": marked("Stop"),
        "progress": marked("How far the calculation is"),
        "working": marked("Calculating …"),
        "working_share": marked("Calculating: {share}"),
        "stopped": marked("Stopped. Nothing was calculated."),
        "no_answer": marked("No answer came. Nothing that you said is lost; ask again."),
        "n_before": counted("{n} question waits before yours.", "{n} questions wait before yours.", 1),
        "n_draws": counted("{n} draw", "{n} draws", 1),
        "done": marked("Calculated: {draws}, seed {seed}."),
        "done_certain": marked("Calculated. Nothing is drawn by chance here."),
        "caveat": marked("Structure is not effectiveness: more ties do not yet mean better care."),
        "rests_title": marked("What this rests on"),
        "not_calculated": marked("Not calculated yet."),
        "not_calculated_short": marked("not calculated"),
    }
)
