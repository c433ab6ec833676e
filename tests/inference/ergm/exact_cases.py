"""Small networks whose likelihood was maximised over all networks there are, by an independent programme.

Each network is written as rows of its matrix; `None` for the pseudo-likelihood that has no maximum.
"""

import numpy as np
import pandas as pd

import socluster as sc

__all__ = ["BOUNDARY", "EXACT", "cluster_of", "terms_of"]

NETWORKS = {
    "u6a": ("undirected", "011000 101100 110000 010010 000100 000000", {"x": [5, 1, 4, 1, 2, 3], "g": "baabab"}),
    "d4a": ("directed", "0010 0010 0101 1100", {"x": [0, 3, 1, 4], "g": "baab"}),
    "d4b": ("directed", "0110 1010 0001 0000", {"x": [0, 3, 1, 4], "g": "baab"}),
    "t43b": ("twomode", "110 100 011 010", {"g1": "baba", "g2": "wvu", "x1": [2, 1, 0, 3], "x2": [4, 0, 1]}),
    "t43a": ("twomode", "001 011 100 110", {"g1": "baba", "g2": "wvu", "x1": [2, 1, 0, 3], "x2": [4, 0, 1]}),
}

# network, terms, coefficients, standard errors, log-likelihood, pseudo-likelihood coefficients, unknown dyads
EXACT = {
    "u6a:edges+triangle": (
        "u6a",
        ["edges()", "triangle()"],
        [-0.889752199008, 0.391255326637],
        [0.788827794903, 1.10495317808],
        -9.49362828162,
        [-1.2527629685, 1.2527629685],
        [],
    ),
    "u6a:edges+kstar(2)": (
        "u6a",
        ["edges()", "kstar(2)"],
        [0.0357495263254, -0.280569859452],
        [1.94977173798, 0.719927233687],
        -9.46084284757,
        [0.495474127554, -0.456701689648],
        [],
    ),
    "u6a:edges+gwesp(0.5)": (
        "u6a",
        ["edges()", "gwesp(0.5)"],
        [-1.08105063738, 0.313578890368],
        [0.878098811586, 0.569277185388],
        -9.39274669352,
        [-1.38157883943, 0.540102395558],
        [],
    ),
    "u6a:edges+nodematch(g)+gwdegree(0.5)": (
        "u6a",
        ["edges()", "nodematch('g')", "gwdegree(0.5)"],
        [-0.0787778589117, -1.41424231481, -0.166624891973],
        [1.71562457452, 1.33287392304, 1.8231294377],
        -8.881933671,
        [0.435667573185, -1.53074173788, -0.771551731476],
        [],
    ),
    "u6a:edges+triangle|1 unknown": (
        "u6a",
        ["edges()", "triangle()"],
        [-0.669420467091, 0.14456090975],
        [0.89506727288, 1.23784287567],
        -9.11804091557,
        None,
        [[0, 4]],
    ),
    "d4a:edges+mutual": (
        "d4a",
        ["edges()", "mutual()"],
        [0.69314718056, -1.38629436112],
        [1.11803398875, 1.73205080757],
        -7.97796809313,
        [0.69314718056, -1.38629436112],
        [],
    ),
    "d4a:edges+mutual+ttriple": (
        "d4a",
        ["edges()", "mutual()", "ttriple()"],
        [5.30014340007, -3.95266280243, -2.90110910566],
        [3.69281716013, 2.68343597674, 1.9574780102],
        -5.79356920138,
        None,
        [],
    ),
    "d4b:edges+mutual+ttriple": (
        "d4b",
        ["edges()", "mutual()", "ttriple()"],
        [-0.45172815317, -0.143062618624, 0.159054407973],
        [1.1539110869, 1.69364013386, 0.737308619529],
        -8.1261686805,
        [-1.7094875341, -0.00925470302077, 1.56641513247],
        [],
    ),
    "d4b:edges+mutual+gwesp(0.5,OTP)": (
        "d4b",
        ["edges()", "mutual()", "gwesp(0.5)"],
        [-0.553242381561, -0.180109233005, 0.290698886824],
        [1.15620985356, 1.71013495134, 0.886755473073],
        -8.09541588632,
        [-1.7094875341, -0.00925470302077, 1.56641513247],
        [],
    ),
    "d4b:edges+ostar(2)": (
        "d4b",
        ["edges()", "ostar(2)"],
        [-0.235938612235, -0.121347320167],
        [1.17670271237, 1.22672473717],
        -8.14531754819,
        [-0.235938612235, -0.121347320167],
        [],
    ),
    "t43b:edges+gwb2degree(0.5)": (
        "t43b",
        ["edges()", "gwb2degree(0.5)"],
        [-0.697062675728, 2.26496547678],
        [1.5684593585, 4.93964464736],
        -8.16513924885,
        [-0.707341496483, 2.29457980293],
        [],
    ),
    "t43b:edges+b1cov(x)+b2star(2)": (
        "t43b",
        ["edges()", "b1cov('x')", "b2star(2)"],
        [1.22399544009, -0.243886758366, -0.572110201695],
        [2.14510012608, 0.501867621429, 1.29299813486],
        -8.06315581484,
        [1.24022765062, -0.245912522585, -0.577056724413],
        [],
    ),
}

BOUNDARY = {
    "d4a:edges+gwidegree(0.5)": ("d4a", ["edges()", "gwidegree(0.5)"]),
    "t43a:edges+b1star(2)": ("t43a", ["edges()", "b1star(2)"]),
    "t43a:edges+gwb2degree(0.5)": ("t43a", ["edges()", "gwb2degree(0.5)"]),
    "d4b:edges+gwidegree(0.5)": ("d4b", ["edges()", "gwidegree(0.5)"]),
    "t43b:edges+b1star(2)": ("t43b", ["edges()", "b1star(2)"]),
    "t43b:edges+cycle(4)": ("t43b", ["edges()", "cycle(4)"]),
}


def cluster_of(name, unknown=()):
    """Return one of the networks as a cluster."""
    kind, rows, attributes = NETWORKS[name]
    matrix = np.array([[int(cell) for cell in row] for row in rows.split()])
    names = [f"a{place}" for place in range(len(matrix))]
    if kind == "twomode":
        others = [f"b{place}" for place in range(matrix.shape[1])]
        actors = pd.DataFrame({"actor": names, "g": list(attributes["g1"]), "x": attributes["x1"]})
        groups = pd.DataFrame({"group": others, "g": list(attributes["g2"]), "x": attributes["x2"]})
        meets = pd.DataFrame([(names[i], others[j]) for i, j in np.argwhere(matrix)], columns=["actor", "group"])
        return sc.Cluster.from_tables(actors, None, groups=groups, affiliations=meets)
    directed = kind == "directed"
    actors = pd.DataFrame({"actor": names, "g": list(attributes["g"]), "x": attributes["x"]})
    ties = [(names[i], names[j], "tie") for i, j in np.argwhere(matrix) if directed or i < j]
    dyads = [(names[i], names[j], "tie") for i, j in unknown]
    columns = ["source", "target", "layer"]
    return sc.Cluster.from_tables(
        actors,
        pd.DataFrame(ties, columns=columns),
        layers={"tie": {"directed": directed}},
        unknown=pd.DataFrame(dyads, columns=columns) if dyads else None,
    )


def terms_of(written):
    """Return the terms that are written as calls."""
    return [eval(f"sc.terms.{each}", {"sc": sc}) for each in written]
