"""Of null models, QAP and random graph models, without Python; only the command line asks about them."""

from __future__ import annotations

from socluster.words.catalogue import marked
from socluster.words.elsewhere.wording import alike

__all__ = ["CHANCE"]

CHANCE = {
    "{cluster} holds affiliations only, and its projection is full of triangles by construction: draw the "
    "affiliations with null=sc.nulls.TwoModeDegrees(), or call .project() first if its ties are meant": alike(
        marked(
            "{cluster} holds affiliations only, and its projection is full of triangles by construction: draw the "
            "affiliations with --null TwoModeDegrees"
        )
    ),
    "{cluster} has no groups, so that there are no affiliations to draw; take a null of ties, such as "
    "null=sc.nulls.DegreeSequence()": alike(
        marked(
            "{cluster} has no groups, so that there are no affiliations to draw; take a null of ties, such as --null "
            "DegreeSequence"
        )
    ),
    "chains of networks {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken "
    "(sc.options.memory); keep the number of ties instead, as null=sc.nulls.FixedTies() does": alike(
        marked(
            "chains of networks {of_actors} would take about {need} GB of memory, and {allowed} GB may be taken; keep "
            "the number of ties instead: --null FixedTies"
        )
    ),
    "the layer '{layer}' of {cluster} has unknown dyads, so that its degrees are not known; leave out those "
    "who did not answer, as in cluster.without_actor([...]), or keep the number of ties, as "
    "null=sc.nulls.FixedTies() does": alike(
        marked(
            "the layer '{layer}' of {cluster} has unknown dyads, so that its degrees are not known; keep the number of "
            "ties instead: --null FixedTies"
        )
    ),
    "has no value, which distances need; leave the actor out with without_actor": alike(
        marked("has no value, which distances need; fill it in")
    ),
    "the layer '{layer}' is tied up to a distance and not beyond it, or the other way round, so that its ties "
    "leave nothing to chance given distance; take another null, such as sc.nulls.FixedTies()": alike(
        marked(
            "the layer '{layer}' is tied up to a distance and not beyond it, or the other way round, so that its ties "
            "leave nothing to chance given distance; take another null, such as --null FixedTies"
        )
    ),
    "{measures} gives a value by actor; ask for a number of the whole cluster, such as sc.transitivity or "
    "partial(sc.centralization, ...)": alike(
        marked("{measures} gives a value by actor; ask for a number of the whole cluster, such as transitivity")
    ),
    "one of the matrices has groups for columns, the other actors; compare two layers of affiliations, or ties "
    "with the projection: sc.qap(cluster.project(), ...)": alike(
        marked("one of the layers ties actors to groups, the other actors to actors; compare two of one kind")
    ),
    "is no term; terms are made by socluster.terms, as sc.terms.edges()": alike(marked("is no term, as edges is one")),
    "use method='tapered', which never degenerates": alike(
        marked("take other terms, such as gwesp(0.5) for triangles")
    ),
    "of {all} networks simulated from the pseudo-likelihood estimate only {some} have an estimate of their "
    "own, too few for standard errors; use method='mcmle', or fewer terms": alike(
        marked(
            "of {all} networks simulated from the pseudo-likelihood estimate only {some} have an estimate of their "
            "own, too few for standard errors; take fewer terms"
        )
    ),
    "'{term}' has the largest value that it can have ({value}), so that its coefficient would be infinite; "
    "leave the term out, or hold the dyads that it demands with fixed=": alike(
        marked(
            "'{term}' has the largest value that it can have ({value}), so that its coefficient would be infinite; "
            "leave the term out"
        )
    ),
    "'{term}' has the smallest value that it can have ({value}), so that its coefficient would be minus "
    "infinity; leave the term out, or hold the dyads that it forbids with fixed=": alike(
        marked(
            "'{term}' has the smallest value that it can have ({value}), so that its coefficient would be minus "
            "infinity; leave the term out"
        )
    ),
    "'{term}' tells ties from absent ties without a mistake (separation), so that its coefficient would be "
    "infinite; leave the term out, join categories, or hold the dyads that it decides with fixed=": alike(
        marked(
            "'{term}' tells ties from absent ties without a mistake (separation), so that its coefficient would be "
            "infinite; leave the term out, or join categories"
        )
    ),
    "{terms} together tell ties from absent ties without a mistake (separation), so that their coefficients "
    "would be infinite; leave one of them out, join categories, or hold the dyads that they decide with fixed=": alike(
        marked(
            "{terms} together tell ties from absent ties without a mistake (separation), so that their coefficients "
            "would be infinite; leave one of them out, or join categories"
        )
    ),
    "has no value; every actor needs one, or say missing='own category', which makes those without one a "
    "category 'not stated'": alike(
        marked(
            "has no value; every actor needs one: fill it in, or say it in the brackets of the term, as in "
            "\"nodematch(sector, missing='own category')\""
        )
    ),
    "the term {term} tells kinds of shared partners apart ({kind}), and the network is undirected; leave kind= "
    "out": alike(
        marked(
            "the term {term} tells kinds of shared partners apart ({kind}), and the network is undirected; leave kind "
            "out"
        )
    ),
    "holds a category 'not stated' of its own, with which missing='own category' would mix those without a "
    "value; call that category something else": alike(
        marked(
            "holds a category 'not stated' of its own, which would be mixed with those without a value; call that "
            "category something else"
        )
    ),
}
