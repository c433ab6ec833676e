"""Of scenarios, comparisons, rankings and plans, without Python.

A scenario comes from a form (page) or from a file (command line), where a step has columns.
"""

from __future__ import annotations

from socluster.words.catalogue import marked
from socluster.words.elsewhere.wording import Wording, alike

__all__ = ["ASKING"]

ASKING = {
    "argument '{name}'": alike(marked("'{name}'")),
    "New ties of the layer '{layer}' have a strength of 1, known ones {mean} on average; with_ties(..., "
    "weight=) says otherwise.": Wording(
        marked(
            "New ties of the layer '{layer}' have a strength of 1, known ones {mean} on average: where strength "
            "counts, the newcomer is taken for weakly tied."
        ),
        marked(
            "New ties of the layer '{layer}' have a strength of 1, known ones {mean} on average; a weight among the "
            "columns of the step in the file of scenarios says otherwise."
        ),
    ),
    "{model} does not reproduce what members show: {told}; ties.suggest ranks models, and where this one comes "
    "first, none that it tries predicts better.": alike(
        marked(
            "Tried on the members themselves, this way in which ties form does not give what they show: {told}; so be "
            "careful with what it says of a newcomer."
        )
    ),
    "more of it is not better by itself; state better='lower' or better='higher'": Wording(
        marked("more of it is not better by itself; say whether lower or higher is better"),
        marked("more of it is not better by itself; say --better lower or --better higher"),
    ),
    "more of it is not better by itself; state which is, as in better={'{measure}': 'lower'}": Wording(
        marked("more of it is not better by itself; say whether lower or higher is better"),
        marked("more of it is not better by itself; say --better lower or --better higher"),
    ),
    "must be one number for the whole cluster; this measure gives one per actor. Make one of them, as in "
    "lambda cluster: {measure}(cluster).mean()": alike(
        marked(
            "must be one number for the whole cluster, while this measure gives one per actor; choose a measure of the "
            "whole, such as global_efficiency"
        )
    ),
    "a ranking needs at least two candidates; compare() looks at one": Wording(
        marked("a ranking needs at least two candidates; keep another one first"),
        marked("a ranking needs at least two candidates; socluster compare looks at one"),
    ),
    "a ranking has one goal; weigh several in a Goal, or see the front of plan_partners": alike(
        marked("a ranking has one goal; ask for each of several by itself")
    ),
    "a plan cannot contain both; rank_partners compares such rivals": Wording(
        marked("a plan cannot contain both; a ranking compares such rivals"),
        marked("a plan cannot contain both; socluster rank compares such rivals"),
    ),
    "a budget needs costs, as in cost={'hub': 20, 'day centre': 35}": alike(
        marked("a budget needs costs: state what each partner costs")
    ),
    "state how many to choose (k=3, or at_most=3), or what they may cost together (budget=, with cost=)": Wording(
        marked("state how many to choose, or what they may cost together and what each costs"),
        marked("state how many to choose: --partners 3, or --at-most 3"),
    ),
    "state how many to choose by k= (exactly) or by at_most=, not by both": Wording(
        marked("state how many to choose once: exactly so many, or at most"),
        marked("state how many to choose by --partners (exactly) or by --at-most, not by both"),
    ),
    "say what is to be gained, once: goal=global_efficiency": Wording(
        marked("say what is to be gained, once"),
        marked("say what is to be gained, once: --goal global_efficiency"),
    ),
    "say what to compare, as in measures=[sc.density, sc.betweenness]": Wording(
        marked("say what to compare: tick at least one measure"),
        marked("say what to compare: --measures density betweenness"),
    ),
    "coverage is not drawn, so there is nothing to rank by; plan_partners(..., goals=, k=1) solves it": alike(
        marked("coverage is the same in all draws, so there is nothing to rank by")
    ),
    "a scenario needs a name, as in Scenario('psychologist hub')": alike(
        marked("a scenario needs a name, such as 'psychologist hub'")
    ),
    "contains {several} instead of one; read_scenarios reads them from a file": alike(
        marked("contains {several} instead of one")
    ),
    "'{actor}' is not an actor of the cluster yet; let it join first: .with_actor('{actor}', sector=...)": Wording(
        marked("'{actor}' is not an actor of the cluster yet; let it join first"),
        marked("'{actor}' is not an actor of the cluster yet; let it join in a step before"),
    ),
    "'{actor}' does not belong to it; with_affiliation lets it join": alike(marked("'{actor}' does not belong to it")),
    "is there already; with_affiliation lets more actors attend it": alike(
        marked("is there already; take another name for the new one")
    ),
    "'{layer}' is no layer of the cluster, so the new ties are in a new one, without a direction; if you meant "
    "'{near}', say layer='{near}'; if not, say directed=False": alike(
        marked(
            "'{layer}' is no layer of the cluster, so the new ties are in a new one, without a direction; perhaps "
            "'{near}' was meant"
        )
    ),
    "is no layer of the cluster, and some of its layers have a direction; for a new layer say directed=True or "
    "directed=False": alike(
        marked(
            "is no layer of the cluster, and some of its layers have a direction; for a new layer say among the "
            "columns of the step whether it is directed"
        )
    ),
    "say either the new weight or the factor: weight=3, or by=2": alike(
        marked("say either the new weight or the factor by which it changes, not both")
    ),
    "say which attributes of '{actor}' change, as in with_attributes('{actor}', sector='civic')": alike(
        marked("say which attributes of '{actor}' change, among the columns of the step")
    ),
    "there is a {what} in several layers; say in which: layer={layers}": alike(
        marked("there is a {what} in several layers; say in which: {layers}")
    ),
    "{argument} must be a number above 0; without_ties lets a tie end": alike(
        marked("{argument} must be a number above 0")
    ),
    "there are several layers of ties ({layers}); choose one with layer=": Wording(
        marked("there are several layers of ties ({layers}); choose one"),
        marked('there are several layers of ties ({layers}); choose one, as in "density(layer=friends)"'),
    ),
    "there are several layers of affiliations ({layers}); name one: layer=": Wording(
        marked("there are several layers of affiliations ({layers}); choose one"),
        marked('there are several layers of affiliations ({layers}); choose one, as in "degree(layer=attends)"'),
    ),
    "an actor cannot be like itself: leave '{actor}' in, with held_out= naming others": alike(
        marked("an actor cannot be like itself: choose another one than '{actor}'")
    ),
    "no two actors of the cluster have a distance to learn from; state p0= and scale=": alike(
        marked(
            "no two actors of the cluster have a distance to learn from; choose another way in which ties form, or "
            "state the fields p0 and scale"
        )
    ),
    "the partner belongs to no group; name the events= that it attends": alike(
        marked("the partner belongs to no group; say which events it attends")
    ),
    "near= needs neighbours=": alike(marked("whoever is near needs neighbours: state both")),
    "the terms ({terms}) tell some ties from absent ones without a mistake, so their coefficients have no "
    "finite estimate; use firth=True, or fewer terms": alike(
        marked(
            "the terms ({terms}) tell some ties from absent ones without a mistake, so their coefficients have no "
            "finite estimate; take fewer terms"
        )
    ),
    "activity must be True, False, or the standard deviation of the log odds, from 0": alike(
        marked("the field 'activity' must be true, false, or the standard deviation of the log odds, from 0")
    ),
    "firth must be True or False": alike(marked("the field 'firth' must be true or false")),
    "there are {losses} to compute, more than the limit of {most}; state with actors= who may be lost, or "
    "allow more with limit={several}": alike(
        marked("there are {losses} to compute, more than the limit of {most}; ask about a smaller cluster")
    ),
}
