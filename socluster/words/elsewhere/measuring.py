"""Of measures and services, without Python.

On the command line a measure takes its options in brackets, as in "ei_index(group=sector)"; a page takes none.
"""

from __future__ import annotations

from socluster.words.catalogue import marked
from socluster.words.elsewhere.wording import Wording, alike

__all__ = ["MEASURING"]

MEASURING = {
    "these measure the whole cluster: {whole}; these its actors: {actors}; they do not fit into one table: "
    "call measure() once for each kind": alike(
        marked(
            "these measure the whole cluster: {whole}; these its actors: {actors}; they do not fit into one table: ask "
            "for each kind by itself"
        )
    ),
    "measured as if {ties} existed; measure(..., draws=, rng=) and compare(..., draws=, rng=) give the "
    "distribution": Wording(
        marked("measured as if {ties} existed"),
        marked("measured as if {ties} existed; socluster compare and rank draw them"),
    ),
    "{cluster} holds no ties between actors, only {affiliations}; it was measured on its projection, in which "
    "actors who share groups are tied. Call .project() first to state this yourself": alike(
        marked(
            "{cluster} holds no ties between actors, only {affiliations}; it was measured on its projection, in which "
            "actors who share groups are tied"
        )
    ),
    "{measure} {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken "
    "(sc.options.memory); take {cheaper} instead, or measure a part of the cluster, as cluster.ego(actor, 2) "
    "gives one": alike(
        marked(
            "{measure} {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken; take {cheaper} "
            "instead, or measure a part of the cluster"
        )
    ),
    "{why}, but these ties have a direction; choose what becomes of it with symmetrise(rule='any'), 'all' or "
    "'mean', and measure the result": Wording(
        marked("{why}, but these ties have a direction; bring them as ties without direction"),
        marked("{why}, but these ties have a direction; read them without: --no-directed"),
    ),
    "the measure '{name}' gives groups, not numbers, so there is no difference to compare; partition_agreement "
    "compares the groups before and after": alike(
        marked("the measure '{name}' gives groups, not numbers, so there is no difference to compare; take another")
    ),
    "the measure '{name}' must return a number, or a Series or DataFrame with a row per actor": alike(
        marked("'{name}' gives neither a number nor one for each actor; take another measure")
    ),
    "holds affiliations, not ties; use project() (layers of ties: {layers})": alike(
        marked("holds affiliations, not ties (layers of ties: {layers})")
    ),
    "the ties belong to several waves ({waves}); choose one with select(wave=...)": alike(
        marked("the ties belong to several waves ({waves}); bring a file with one of them")
    ),
    "has no value; every actor needs one, or say what becomes of those without: missing='category' makes "
    "them a group 'not stated', missing='drop' leaves them out": Wording(
        marked("has no value, and every actor needs one; fill it in"),
        marked(
            "has no value; every actor needs one, or say in the brackets of the measure what becomes of those without, "
            'as in "ei_index(group=sector, missing=category)" or "ei_index(group=sector, missing=drop)"'
        ),
    ),
    "holds a group 'not stated' of its own, with which missing='category' would mix those without a value; "
    "call that group something else, or say missing='drop' to leave those without a value out": alike(
        marked(
            "holds a group 'not stated' of its own, which would be mixed with those without a value; call that group "
            "something else"
        )
    ),
    "is missing; leave it out, as in values.dropna()": alike(marked("is missing; leave it out")),
    "no tie is uncertain, so all draws would be the same; leave ties out, as in drop=0.1": Wording(
        marked("no tie is uncertain, so all draws would be the same"),
        marked('no tie is uncertain, so all draws would be the same; leave ties out, as in "rank_stability(drop=0.1)"'),
    ),
    "there are more than {most} cliques, too many to list; choose a single layer, or keep only strong ties "
    "with select(min_weight=)": alike(
        marked("there are more than {most} cliques, too many to list; choose a single layer, or only strong ties")
    ),
    "there are more than {most} k-plexes, too many to list; choose a single layer, or keep only strong ties "
    "with select(min_weight=)": alike(
        marked("there are more than {most} k-plexes, too many to list; choose a single layer, or only strong ties")
    ),
    "the fewest ties out of balance among {pairs} could not be proven in {steps} steps of search; measure a "
    "part of the cluster, or ask for structural_balance, which looks at triangles": alike(
        marked(
            "the fewest ties out of balance among {pairs} could not be proven in {steps} steps of search; measure a "
            "part of the cluster, or its balanced triangles"
        )
    ),
    "{source} and {target} are tied in both layers, '{positive}' and '{negative}'; take one tie away, or leave "
    "such pairs out with ambivalent='leave out'": alike(
        marked("{source} and {target} are tied in both layers, '{positive}' and '{negative}'; take one tie away")
    ),
    "positive= and negative= must name two layers": Wording(
        marked("the friendly and the hostile layer must be two layers"),
        marked('two layers must be named, as in "structural_balance(positive=likes, negative=dislikes)"'),
    ),
    "{measure}, with {dyads} (both extremes and {draws}): {values}, see to_frame().": alike(
        marked("{measure}, with {dyads} (both extremes and {draws}): {values}, see the table.")
    ),
    "{measure}, with {dyads} ({completions}): {values}, see to_frame().": alike(
        marked("{measure}, with {dyads} ({completions}): {values}, see the table.")
    ),
    "needs in several units ({units}) do not add up; keep one, as in needs[needs['unit'] == '{first}'], or see "
    "by_unit()": Wording(
        marked("needs in several units ({units}) do not add up; keep one of them, such as '{first}'"),
        marked("needs in several units ({units}) do not add up; name one of them: --unit '{first}'"),
    ),
    "offers this in several units ({units}), which do not add up; choose another column for by=": alike(
        marked("offers this in several units ({units}), which do not add up; state one unit")
    ),
    "every capacity is exactly 1, as it is where nobody stated one: an unknown capacity is not one place. "
    "State the weights of the layer 'provides' (with_capacity changes one), or take 1 as what is known": alike(
        marked(
            "every capacity is exactly 1, as it is where nobody stated one: an unknown capacity is not one place. "
            "State the weights of the layer 'provides', or take 1 as what is known"
        )
    ),
    "several services ({services}) do not add up; choose one, as in service='{first}'": alike(
        marked("several services ({services}) do not add up; choose one, such as '{first}'")
    ),
    "rng has no effect without draws; say how many, as in draws=1000": alike(
        marked("a seed has no effect without draws; say how many")
    ),
    "k must leave at least {left} of {actors} with goal='{goal}'": alike(
        marked("k must leave at least {left} of {actors}; take a smaller one")
    ),
    "all pairs are tied alike, or all are inside or all across factions, so that no correlation is defined; "
    "use variant='hamming', or another k": Wording(
        marked("all pairs are tied alike, or all are inside or all across factions, so that no correlation is defined"),
        marked(
            "all pairs are tied alike, or all are inside or all across factions, so that no correlation is defined; "
            'take another k, or "factions(k=2, variant=hamming)"'
        ),
    ),
    "has the same tie to everybody, so that no correlation is defined; use variant='euclidean'": Wording(
        marked("has the same tie to everybody, so that no correlation is defined"),
        marked(
            "has the same tie to everybody, so that no correlation is defined; take the variant 'euclidean', in the "
            "brackets of the measure"
        ),
    ),
    "no actor states its kind; give the actors a column kind, with_columns(kind=...) does it": alike(
        marked("no actor states its kind; fill in the column 'kind' of the actors")
    ),
    "draws and rng have no effect with null='bernoulli', which has a closed form": alike(
        marked("draws and a seed have no effect with the null 'bernoulli', which has a closed form")
    ),
    "variant='sna' is a closed form and belongs to null='bernoulli', not to null='{null}'": alike(
        marked("the variant 'sna' is a closed form and belongs to the null 'bernoulli', not to '{null}'")
    ),
    "steps= counts steps, and cost= measures paths in another unit; leave out one of the two": alike(
        marked("the option 'steps' counts steps, and 'cost' measures paths in another unit; leave out one of the two")
    ),
    "missing= completes the distances of variant='freeman' only; '{variant}' has a rule of its own. Leave out "
    "missing=, or take variant='freeman'": alike(
        marked(
            "the option 'missing' completes the distances of the variant 'freeman' only; '{variant}' has a rule of its "
            "own. Leave it out, or take the variant 'freeman'"
        )
    ),
    "variant='valente-foreman' counts steps, and cost= measures in another unit; leave out cost=": alike(
        marked("the variant 'valente-foreman' counts steps, and 'cost' measures in another unit; leave out 'cost'")
    ),
    "missing='{missing}' is a number of steps, and cost= measures paths in another unit; leave out cost=, or "
    "take missing='mean' or 'zero'": alike(
        marked(
            "the option 'missing' ('{missing}') is a number of steps, and 'cost' measures paths in another unit; leave "
            "out 'cost', or take 'mean' or 'zero' for 'missing'"
        )
    ),
    "variant='lambda-squared' is defined without direction, but these ties have one; take direction='all', "
    "or measure what symmetrise() gives": Wording(
        marked(
            "the variant 'lambda-squared' is defined without direction, but these ties have one; bring them as ties "
            "without direction"
        ),
        marked(
            "the variant 'lambda-squared' is defined without direction, but these ties have one; read them without: "
            "--no-directed"
        ),
    ),
    "resolution has no effect with variant='{variant}'; only 'leiden' and 'louvain' have one": alike(
        marked(
            "the option 'resolution' has no effect with the variant '{variant}'; only 'leiden' and 'louvain' have one"
        )
    ),
    "the measure '{name}' gives one number; variant='exogenous' needs a measure of actors, or take "
    "variant='induced'": alike(
        marked(
            "the measure '{name}' gives one number; the variant 'exogenous' needs a measure of actors, or take the "
            "variant 'induced'"
        )
    ),
    "the measure '{name}' needs {options}; functools.partial gives it: {example}": alike(
        marked("the measure '{name}' cannot be asked for by its name alone; take another measure")
    ),
    "rng must be a seed (an integer from 0) or a numpy Generator, without which the answer could not be repeated; "
    "add rng=7": Wording(
        marked("this depends on chance and needs a seed, without which the answer could not be repeated"),
        marked(
            "this depends on chance and needs a seed, without which the answer could not be repeated; say it in the "
            'brackets of the measure, as in "communities(rng=7)"'
        ),
    ),
    "rng must be a seed (an integer from 0) or a numpy Generator": alike(
        marked("the seed must be a whole number, from 0")
    ),
    "two measures give a column '{name}'; wrap one of them in a function of another name": alike(
        marked("the measure '{name}' is there twice; name each measure once")
    ),
}
