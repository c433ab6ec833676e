"""Texts of the steps in which somebody looks, asks and compares, by key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socluster.whatif.phrases import ENDS_ARE, ENDS_UNKNOWN
from socluster.words import Phrase, counted, marked

__all__ = ["STEP_WORDS"]

STEP_WORDS: Mapping[str, str | Phrase] = MappingProxyType(
    {
        "understand_title": marked("Who is in it, and how does it hang together?"),
        "carries_title": marked("How far this carries"),
        "now_differs": marked(
            "Under “What if” and “Compare” each uncertain tie exists in as many draws as it is sure, so that “now” can "
            "be another number there."
        ),
        "picture_title": marked("The network"),
        "picture_label": marked("Network: {about}. Shown: {shown}. All numbers stand in the tables below."),
        "picture_shown": marked("Shown: {shown} of {whole}."),
        "filters_title": marked("Show a part only"),
        "filter_layer": marked("Layer"),
        "filter_evidence": marked("Evidence"),
        "line_attendance": marked("A line means: named at this event or in this group, not: works together."),
        "line_tie": marked("A line is a tie that the data hold; the size of a mark shows how many partners there are."),
        "legend_event": marked("Event or group; line: named there"),
        "legend_unsure": marked("Not certain"),
        "legend_new": marked("New ties in one of the draws"),
        "n_connected": counted("Connected part: {n} actor", "Connected part: {n} actors", 1),
        "missed_title": marked("Who would be missed most?"),
        "missed_how": marked("How many are lost"),
        "missed_one": marked("One at a time"),
        "missed_caption": marked("One loss at a time"),
        "missed_two": marked("Two at the same time"),
        "missed_label": marked("Pairs of others that no longer reach each other, without: {names}."),
        "missed_bars": marked("Bar: pairs of others that no longer reach each other."),
        "missed_bars_two": marked(
            "Bar: pairs of others that no longer reach each other; dark: only because both are gone."
        ),
        "missed_without": marked("without"),
        "missed_pairs": marked("pairs of others cut off"),
        "missed_beyond": marked("only because both are gone"),
        "missed_alone": marked("left without ties"),
        "missed_empty": marked("groups left empty"),
        "missed_ties": marked("ties lost"),
        "offered_title": marked("Who offers what, and is it enough?"),
        "offered_none": marked(
            "The data name no services. To bring them: in the sheet “groups” a row for each service (kind: service, "
            "with service, place and unit), in the sheet “affiliations” who offers it (layer: provides) and how much "
            "(weight), and in the sheet “needs” what is needed."
        ),
        "offered_by": marked("{services}, {providers}."),
        "n_services": counted("{n} service", "{n} services", 1),
        "n_providers": counted("{n} provider", "{n} providers", 1),
        "offers_caption": marked("What is offered where"),
        "offers_label": marked("How much is offered: {offers}."),
        "offers_bars": marked("Bar: how much is offered."),
        "needs_none": marked(
            "Whether it is enough is not known, as the data do not say what is needed. To bring that: the sheet "
            "“needs” (place, service, amount, unit)."
        ),
        "needs_caption": marked("What is needed: where most is missing first"),
        "needs_label": marked("How much of what is needed is offered: {needs}."),
        "needs_bars": marked(
            "Bar: the part of what is needed that is offered. Paler: the most of it, where it can be shared out in "
            "several ways."
        ),
        "met_of": marked("{met} of {needed} {unit}"),
        "met_of_plain": marked("{met} of {needed}"),
        "amount_unit": marked("{amount} {unit}"),
        "service": marked("service"),
        "place": marked("place"),
        "for_whom": marked("for whom"),
        "anyone": marked("anyone"),
        "unit": marked("unit"),
        "needed": marked("needed"),
        "met": marked("met"),
        "share_met": marked("share met"),
        "how_much": marked("how much"),
        "by_whom": marked("by whom"),
        "and_n_more": counted("and {n} more", "and {n} more", 1),
        "measures_title": marked("Measures by actor"),
        "measure": marked("Measure"),
        "measured_caption": marked("{measure}: the highest values first"),
        "by_column": marked("{column}: {values}."),
        "n_not_shown": counted("{n} more is not shown.", "{n} more are not shown.", 1),
        "to_whatif": marked("Ask what would change"),
        "whatif_title": marked("What would change, and how sure is that?"),
        "whatif_about": marked(
            "Say who might join, leave or meet; the answer always belongs to exactly that question."
        ),
        "whatif_form": marked("The question"),
        "who_joins": marked("Who might join?"),
        "who_leaves": marked("Who might leave?"),
        "who_replaced": marked("Is somebody replaced?"),
        "replaced_old": marked("Who leaves"),
        "replaced_new": marked("Who takes that place"),
        "replaced_more": marked("Who comes takes over all ties of who leaves; that is an assumption."),
        "replaced_offers": marked("What who leaves offers is not taken over."),
        "event_title": marked("Is an event held?"),
        "event_name": marked("Name of the event"),
        "event_who": marked("Who attends"),
        "event_more": marked("All who attend become tied to each other, as at the events in the data."),
        "event_not_here": marked(
            "Not for these data: they state ties between organisations, and what a shared event would add to these is "
            "not known. Events can be asked about where ties come from events alone; here, name the ties of a partner."
        ),
        "add_partner": marked("Add a partner"),
        "add_another": marked("Add another"),
        "partner_n": marked("Partner {n}"),
        "partner_more": marked("Attributes and ties"),
        "partner_groups": marked("Events or groups that it would take part in"),
        "offers_title": marked("What would it offer?"),
        "offer_amount": marked("How much of it, in {unit}: {service}"),
        "offer_amount_plain": marked("How much of it: {service}"),
        "offer_unsaid": marked("Where nothing is said, 1 is counted; it is said among what the answer rests on."),
        "measure_none": marked("Tick under “What is watched?” what is to be compared."),
        "amount_odd": marked("Say how much {name} would offer as a number above 0, such as 12 or 2.5."),
        "how_ties": marked("How would ties form?"),
        "model_rates": marked("As often as others of the same {column}"),
        "model_rates_more": marked("learnt from the network"),
        "model_like": marked("Like those of one who is there"),
        "model_like_more": marked("the same partners, each as surely as said below"),
        "like_whom": marked("Like whom"),
        "model_stated": marked("With those I name"),
        "model_stated_more": marked("tick them in a list"),
        "model_none": marked("None besides those of its events"),
        "model_no_ties": marked("No ties"),
        "model_none_more": marked("nothing is drawn"),
        "tied_to": marked("Tied to"),
        "how_many_ties": marked("How many ties, beside others of the same {column}?"),
        "as_many": marked("as many as they have; which ones is drawn"),
        "part_as_many": marked("{share} of as many as they have; which ones is drawn"),
        "how_sure": marked("How sure are these ties?"),
        "sure_certain": marked("certain"),
        "sure_rather": marked("rather sure"),
        "sure_perhaps": marked("perhaps"),
        "sure_hardly": marked("hardly"),
        "sure_first": marked("This stands here until you say how sure you are; who comes first may rest on it."),
        "watched_title": marked("What is watched?"),
        "wish": marked("Wished direction"),
        "wish_none": marked("not stated"),
        "wish_higher": marked("higher"),
        "wish_lower": marked("lower"),
        "wish_more": marked("Which direction is wished is for you to say; the network does not say it."),
        "units_apart": marked("What is needed is counted in several units, which do not add up: each stands alone."),
        "wish_share": marked("It goes in the wished direction in {share} of the draws."),
        "wish_certain": marked("It goes in the wished direction."),
        "wish_not": marked("It does not go in the wished direction."),
        "draws_title": marked("How many draws"),
        "say_what": marked("Say first what might happen."),
        "name_taken": marked("{name} is there already: give the newcomer another name."),
        "name_twice": marked("{name} is named twice: give one of them another name."),
        "nobody_ticked": marked(
            "Tick to whom {name} would be tied. Without a tie it would only be one more whom nobody reaches; if that "
            "is meant, choose no ties."
        ),
        "like_nobody": marked("Say like whose the ties of {name} would be."),
        "tick_somebody": marked("Tick who might join."),
        "not_together": marked("These contradict each other, so that there is no answer for them together."),
        "no_result": marked("No answer yet to this question."),
        "change_certain": marked("Change {change}."),
        "no_change": marked("no change"),
        "no_change_at_all": marked("Nothing changes."),
        "change_same": marked("Change {change}, the same in every draw."),
        "change_rises": marked("Change {change} ({range}). It rises in {share} of the draws."),
        "change_falls": marked("Change {change} ({range}). It falls in {share} of the draws."),
        "change_defined": marked("Defined in {share} of the draws."),
        "change_undefined": marked("Undefined."),
        "null_none": marked("No random partner stands beside it, so it does not say whether it matters who joins."),
        "null_met": marked(
            "What is met depends on what is offered, not on ties: a random partner who offers the same would change it "
            "as much."
        ),
        "null_nobody": marked("Nobody joins with ties, so there is no random partner to set beside it."),
        "null_alike": marked(
            "A random partner of the same type with as many ties: {change}; {compared}. These draws do not show "
            "whether it makes a difference to whom the ties go."
        ),
        "null_differs": marked("A random partner of the same type with as many ties: {change}; {compared}."),
        "null_alike_many": marked(
            "As many random partners of the same types with as many ties: {change}; {compared}. These draws do not "
            "show whether it makes a difference to whom the ties go."
        ),
        "null_differs_many": marked(
            "As many random partners of the same types with as many ties: {change}; {compared}."
        ),
        "assumed_ties": marked("Assumption: ties of {source}: {assumption}."),
        "beside_rises_more": marked("here it rises more in {p} of the draws"),
        "beside_rises_less": marked("here it rises less in {p} of the draws"),
        "beside_falls_more": marked("here it falls more in {p} of the draws"),
        "beside_falls_less": marked("here it falls less in {p} of the draws"),
        "beside_higher": marked("here it ends higher in {p} of the draws"),
        "beside_lower": marked("here it ends lower in {p} of the draws"),
        "beside_as_often": marked("here it ends higher as often as lower"),
        "newcomer_apart": marked(
            "Where the newcomer gets no tie, or ties within a small part only, others cannot reach it: that raises "
            "this value."
        ),
        "key_none": marked("The change appears here once it is calculated."),
        "key_certain": marked("Dot: the change. Line: no change. Nothing is drawn by chance here."),
        "key_ranges": marked(
            "Dot: median of {draws}. Bar: {interval} of the draws. Ring: a random partner of the same type "
            "with as many ties. Line: no change. After the arrow: now, moved by the median change. Averages over "
            "actors count only those who stay; where known ties are uncertain, now is a median, too."
        ),
        "caption_now": marked("The network as it is."),
        "caption_planned": marked("Vermilion: who would be new. Their ties appear once they are calculated."),
        "caption_certain": marked(
            "Vermilion: what would be new; crossed out: who would be gone. Everybody keeps their place."
        ),
        "caption_gone": marked("Crossed out: who would be gone. Everybody keeps their place."),
        "caption_draw": marked(
            "Vermilion and dashed: new ties in one of {draws}; another draw has other ties. Everybody keeps "
            "their place."
        ),
        "manner_title": marked("Several are ticked. How are they asked about?"),
        "manner_each": marked("Each on its own"),
        "manner_each_more": marked("each is a scenario; they are compared beside each other"),
        "manner_together": marked("All together"),
        "manner_together_more": marked("one scenario in which all of them join"),
        "calculate_each": marked("Calculate each on its own"),
        "each_asked": marked("Each is asked on its own: they are kept, and the answers stand under “Compare”."),
        "calculate_changes": marked("Calculate what each changes"),
        "calculate_first": marked("Calculate who comes first"),
        "calculate_plan": marked("Calculate who comes first, and the plan"),
        "goal_preset": marked("This goal stands here until you choose; which goal counts is yours to say."),
        "budget_unused": marked("The budget is not used: no candidate has a cost. Say what each costs (0 if nothing)."),
        "kept_title": marked("Kept scenarios"),
        "keep_this": marked("Keep this one"),
        "keep_each": marked("Keep each on its own"),
        "keep_each_more": marked("On its own: a scenario for each ticked partner, so that they can be compared."),
        "was_kept": marked("Kept: {name}"),
        "without": marked("without {name}"),
        "to_compare": marked("Compare scenarios"),
        "compare_title": marked("Which scenario changes what?"),
        "compare_about": marked(
            "Against the network as it is, on one scale for each measure, with the same random numbers."
        ),
        "nothing_kept": marked("Nothing is kept yet. Ask what would change, and keep what you want to compare."),
        "scenario": marked("Scenario"),
        "as_it_is": marked("As it is"),
        "ends_exact": ENDS_ARE,
        "ends_unknown": ENDS_UNKNOWN,
        "ask_again": marked("Ask again with {draws}"),
        "key_compared": marked(
            "Bold: now, moved by the median change; where those who stay have another now, it stands before an "
            "arrow. In brackets: {interval} of {draws}. Dot and bar: the change; ring: a random partner of the same "
            "type; line: no change."
        ),
        "asked_goal": marked("{goal}: {wish} is wished"),
        "asked_budget": marked("plan within a budget of {budget}"),
        "asked_most": marked("plan of at most {most}"),
        "asked_no_plan": marked("the plan is left out, since it is not said what these cost: {names}"),
        "asked_costs": marked("costs: {costs}"),
        "held_asked": marked("Asked of these candidates; the answers stand under “Compare”:"),
        "to_question": marked("Back to the question"),
        "take_scenarios": marked("Scenarios as a file"),
        "choose_title": marked("Who comes first for a goal?"),
        "choose_about": marked(
            "The goal and its direction are yours; the answer says how often each comes first, and when "
            "nobody clearly does."
        ),
        "choose_goal": marked("Choose a goal and a direction."),
        "choose_two": marked(
            "At least two kept scenarios are needed to say who comes first. Under “What if”, tick several partners and "
            "press “Keep each on its own”; or keep one, describe another, and keep that, too."
        ),
        "choose_two_held": marked("At least two scenarios are needed to say who comes first."),
        "goal": marked("Goal"),
        "budget": marked("Budget (for a plan)"),
        "most_partners": marked("At most so many partners (for a plan)"),
        "n_partners": counted("{n} partner", "{n} partners", 1),
        "costs_missing": marked("The budget is used once it is said what each costs (0 if nothing): {names}."),
        "cost": marked("Cost"),
        "costs": marked("What each costs"),
        "mean_gain": marked("Gain (mean)"),
        "range_of": marked("{interval} of the draws"),
        "goal_unit": marked(
            "What is needed is counted in several units, which do not add up. This goal counts one of them: {unit}. "
            "For another one, choose it as the goal."
        ),
        "gain_exact": marked("Gain"),
        "random_partner_mean": marked("Random partner (mean)"),
        "first_in": marked("First in"),
        "first_clear": marked("{name} comes first in {share} of the draws."),
        "first_unclear": marked("Nobody clearly comes first: {name} does in {share} of the draws."),
        "first_no_gain": marked("Nobody gains anything in most draws; {name} comes first in {share} of them."),
        "ranking_note": marked(
            "{draws}. A gain is a change in the wished direction ({measure}); the random partner is of the "
            "same type and has as many ties."
        ),
        "ranking_note_alone": marked("{draws}. A gain is a change in the wished direction ({measure})."),
        "first_exact": marked("{name} comes first. Nothing that this goal counts is drawn: the gains are exact."),
        "first_alike_exact": marked(
            "These gain equally much: {names}. Nothing that this goal counts is drawn: the gains are exact."
        ),
        "first_no_gain_exact": marked(
            "Nobody gains anything. Nothing that this goal counts is drawn: the gains are exact."
        ),
        "ranking_note_exact": marked("A gain is a change in the wished direction ({measure})."),
        "plan_counts": marked("A kept scenario counts as one, however many partners join in it."),
        "plan_note_exact": marked(
            "Exact: nothing that this goal counts is drawn. Sets are sorted by what they gain, not by what they are "
            "worth to anybody."
        ),
        "together": marked("Together"),
        "plan_first": marked("Within {budget}, {names} together gain most on average."),
        "plan_first_one": marked("Within {budget}, {names} alone gains most on average."),
        "plan_most": marked("With at most {most}, {names} together gain most on average."),
        "plan_most_one": marked("With at most {most}, {names} alone gains most on average."),
        "plan_no_gain": marked("Within this limit no choice gains anything on average."),
        "plan_first_exact": marked("Within {budget}, {names} together gain most."),
        "plan_first_one_exact": marked("Within {budget}, {names} alone gains most."),
        "plan_most_exact": marked("With at most {most}, {names} together gain most."),
        "plan_most_one_exact": marked("With at most {most}, {names} alone gains most."),
        "plan_no_gain_exact": marked("Within this limit no choice gains anything."),
        "plan_share": marked("In {share} of the draws no other set that was computed is better."),
        "plan_none": marked("This budget affords nobody."),
        "plan_note": marked(
            "Means over {draws}; sets are sorted by what they gain, not by what they are worth to anybody."
        ),
    }
)
