"""Statistics and changes of three small networks, found by brute force from the definitions, as terms ask for them.

`exact_values.json` says where they come from.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

import socluster.inference.ergm.terms as terms
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.observed import observed_network
from tests.inference.ergm.networks import cluster_of_matrix, two_mode_cluster

__all__ = ["EXACT", "agrees", "named", "of_family"]

EXACT = json.loads((Path(__file__).parent / "exact_values.json").read_text(encoding="utf-8"))
KINDS = {"OTP", "ITP", "OSP", "ISP", "RTP"}


def network(graph):
    given = EXACT["graphs"][graph]
    Y, A = np.array(given["Y"]), given["A"]
    if given["kind"] == "twomode":
        return observed_network(two_mode_cluster(Y, g1=A["g1"], x1=A["x1"], g2=A["g2"], x2=A["x2"]))
    return observed_network(cluster_of_matrix(Y, directed=given["kind"] == "directed", x=A["x"], g=A["g"]))


def named(name, attributes):
    """Return the term that a name like gwesp(0.5,OTP) or nodemix(g).a.b stands for."""
    base, options = re.fullmatch(r"([\w.]+?)(?:\((.*)\))?(?:\.[\w.]+)?", name).groups()
    base = {"degree1": "degree_1_5", "degree1.5": "degree_1_5"}.get(base, base)
    given, more = [], {}
    for option in options.split(",") if options else []:
        if option in KINDS:
            more["kind"] = option
        elif option == "diff":
            more["diff"] = True
        elif "=" in option:
            key, value = option.split("=")
            more[key] = int(value) if value.isdigit() else value
        elif option == "w":
            given.append(np.array(attributes["w"]))
        elif option == "g" and base.startswith("b2"):
            given.append("kind")
        else:
            given.append(number(option))
    return getattr(terms, base)(*given, **more)


def number(option):
    if option == "Inf":
        return float("inf")
    return int(option) if option.isdigit() else float(option) if re.fullmatch(r"[\d.]+", option) else option


def of_family(names):
    """Return graph and name of every exact value that belongs to one of these terms."""
    wanted = {"degree1.5" if name == "degree_1_5" else name for name in names}
    found = [(graph, name) for graph, values in EXACT["statistics"].items() for name in values]
    return [each for each in found if re.match(r"degree1\.5|\w+", each[1])[0] in wanted]


def agrees(graph, name):
    """Whether the statistic and the changes of a term are the exact ones, to 1e-9."""
    model = model_of(network(graph), [named(name, EXACT["graphs"][graph]["A"])])
    level = re.search(r"\)((?:\.\w+)+)$", name)
    place = next(at for at, each in enumerate(model.names) if level is None or each.endswith(level[1]))
    exact = EXACT["changes"][graph]
    changes = np.array(exact["values"])[:, exact["terms"].index(name)]
    found = model.changes(dyads=np.array(exact["cells"]))[:, place]
    statistic = EXACT["statistics"][graph][name]
    return abs(model.statistics()[place] - statistic) < 1e-9 and abs(found - changes).max() < 1e-9
