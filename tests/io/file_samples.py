"""A small file of every format, as other programs write them and as we do: what the fuzzer damages."""

from __future__ import annotations

import io
import json
import warnings
from pathlib import Path

import pandas as pd

import socluster as sc
from socluster.core.errors import SoclusterWarning
from tests.io.workbooks import filled

__all__ = ["samples"]

TEXTS = {
    "ties.csv": 'source,target,layer,weight,note\nŠkola,"B, x",refers,"2,5",a\n"B, x",C,meets,1,\nC,Škola,refers,3,b\n',
    "gephi.csv": "Source,Target,Type,Weight\nA,B,Directed,2\nB,A,Directed,4\nB,C,Undirected,1\n",
    "matrix.csv": ";A;B;C\nA;0;2,5;0\nB;1;0;NA\nC;0;1;0\n",
    "groups.csv": "actor,group,attends\nA,Fair,1\nB,Fair,2\nB,Board,1\n",
    "rows.tsv": "\tA\tB\nA\t0\t1\nB\t1\t0\n",
    "matrix.txt": '  A B "Big Club"\nA 0 1 0\nB 1 0 2\n"Big Club" 0 2 0\n',
    "bare.dat": "0 1 0 1\n1 0 0 1\n0 1 0 0\n1 1 0 0\n",
    "full.dl": "dl n=3 format=lowerhalf diagonal absent labels embedded data:\na b c\na\nb 1\nc 2.5 0\n",
    "list.dl": 'dl n=3 nm=2, format=edgelist1\nlabels: "a b" c d\nmatrix labels: x y\ndata:\n1 2 na\n!\n3 1\n',
    "nodes.dl": "dl nr=2 nc=2 format=nodelist2 labels embedded data:\na x y\nb y\n",
    "many.net": (
        '*Network n\n*Vertices 4\n1 "a \\"b\\"" 0.1 [1-3]\n2 \'c\'\n*Arcs :1 "x"\n1 2 3.5 [1]\n*Edges :1 "x"\n2 3\n'
        "*Arcslist :2\n1 2 3\n"
    ),
    "two.net": "*Vertices 3 2\n1 Š\n2 b\n3 g\n/* c */\n*Matrix\n1\n2.5\n",
    "project.paj": (
        '*Network Care\n*Vertices 2\n1 "A"\n2 "B"\n*Edges\n1 2 1\n\n*Partition Sector\n*Vertices 2\n1\n2\n'
        "*Vector v\n1\n2\n"
    ),
    "netdraw.vna": (
        '*Node data\nID, sector, size\n"Big School" public 3\nClinic health .\n*Node properties\nID x\nClinic 1\n'
        '*Tie data\nfrom to refers meets\n"Big School" Clinic 1 0\nClinic Home 2 1\nHome Clinic 0 1\n'
    ),
    "other.gml": (
        'Creator "x"\ngraph [\n directed 1\n node [ id 1 label "A &amp; b" graphics [ x 1.5 ] ]\n node [ id 2 n 3 ]\n'
        " edge [ source 1 target 2 weight 2.5 ]\n]\n"
    ),
    "other.graphml": (
        '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:y="http://www.yworks.com/xml/graphml"><key id="w" for="edge" attr.name="weight" attr.type="double"/>'
        '<key id="p" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed"><key id="s" for="node" '
        'attr.name="sector"/><node id="a"><data key="s">public</data><data key="p"><y:ShapeNode><y:NodeLabel>Aė'
        '</y:NodeLabel></y:ShapeNode></data><port name="N"/><graph><node id="c"/></graph></node><node id="b"/>'
        '<edge source="a" target="b" directed="false"><data key="w">2.5</data></edge><hyperedge/></graph></graphml>'
    ),
    "other.gexf": (
        '<gexf version="1.3"><graph defaultedgetype="directed" mode="dynamic"><attributes class="node"><attribute '
        'id="0" title="cost" type="double"><default>1</default></attribute></attributes><nodes><node id="a" label="A">'
        '<attvalues><attvalue for="0" value="2.5" start="1"/></attvalues></node><node id="b" pid="a"/></nodes><edges>'
        '<edge source="a" target="b" weight="2" type="mutual" kind="x"/></edges></graph></gexf>'
    ),
}
DOCUMENTS = {
    "d3.json": {"nodes": [{"id": "A"}, {"id": "B"}], "links": [{"source": "A", "target": "B", "value": 3}]},
    "older.json": {"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": 0, "target": 1}]},
    "networkx.json": {
        "directed": True,
        "multigraph": True,
        "graph": {"name": "N"},
        "nodes": [{"id": 1}, {"id": 2, "tags": [1]}],
        "edges": [{"source": 1, "target": 2, "key": "refers"}, {"source": 2, "target": 1, "key": 0, "weight": 2.5}],
    },
    "adjacency.json": {"nodes": [{"id": "a"}, {"id": "b"}], "adjacency": [[{"id": "b", "weight": 2}], [{"id": "a"}]]},
    "graphology.json": {
        "options": {"type": "directed"},
        "nodes": [{"key": "A", "attributes": {"sector": "x"}}, {"key": "B"}],
        "edges": [{"key": "e", "source": "B", "target": "A", "undirected": True, "attributes": {"weight": 2}}],
    },
    "cytoscape.json": {
        "elements": [
            {"data": {"id": "1", "parent": "2"}, "position": {"x": 1}},
            {"data": {"id": "2"}},
            {"group": "edges", "data": {"source": "1", "target": "2"}},
        ]
    },
    "vis.json": {
        "nodes": [{"id": 1, "label": "A"}, {"id": 2, "label": "B"}],
        "edges": [{"from": 1, "to": 2, "arrows": {"to": {"enabled": True}}}],
    },
    "tables.json": {
        "actors": [{"actor": "a", "sector": "public", "staff": 3}, {"actor": "b"}],
        "ties": [{"source": "a", "target": "b", "weight": 2.0, "evidence": "assumed", "confidence": 0.5}],
        "layers": {"tie": {"directed": True}},
    },
}
SHEETS = {
    "one.xlsx": {"Sheet1": [["from", "to", "weight"], ["A", "B", 2], ["B", "C", 1]]},
    "matrix.xlsx": {"Sheet1": [[None, "A", "B"], ["A", 0, 2], ["B", 2, 0]]},
    "kumu.xlsx": {"Elements": [["Label"], ["A"], ["B"]], "Connections": [["From", "To", "Strength"], ["A", "B", 3]]},
}


def samples(folder: Path) -> dict[str, dict[str, bytes]]:
    """Return, for each name to read, the files that are written for it, by their place."""
    found = {name: {name: text.encode()} for name, text in TEXTS.items()}
    found |= {name: {name: json.dumps(document).encode()} for name, document in DOCUMENTS.items()}
    found |= {name: {name: _workbook(sheets)} for name, sheets in SHEETS.items()}
    for name in ("ours", "ours.parquet", "ours.xlsx", "ours.graphml", "ours.gexf", "ours.net", "ours.dl", "ours.##h"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            place = sc.write(_two_mode() if name == "ours.dl" else _cluster(), folder / name)
        places = sorted(place.rglob("*")) if place.is_dir() else [place]
        places += [place.with_suffix(".##d")] if name.endswith("##h") else []
        found[name] = {str(each.relative_to(folder)): each.read_bytes() for each in places}
    return found


def _workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    data = io.BytesIO()
    filled(sheets).save(data)
    return data.getvalue()


def _cluster() -> sc.Cluster:
    actors = pd.DataFrame({"actor": ["Šeima", "b c", "=x"], "sector": ["public", None, "civic"], "staff": [1, 2, None]})
    ties = pd.DataFrame(
        {"source": ["Šeima", "b c"], "target": ["b c", "=x"], "layer": ["x", "y"], "weight": [2.5, 1.0]}
    )
    unknown = pd.DataFrame({"source": ["=x"], "target": ["Šeima"], "layer": ["x"]})
    layers = {"x": {"directed": True}, "y": {"directed": False}}
    return sc.Cluster.from_tables(actors, ties, unknown=unknown, layers=layers, name="Ours", info={"title": "t"})


def _two_mode() -> sc.Cluster:
    affiliations = pd.DataFrame({"actor": ["a", "a", "b"], "group": ["g", "h", "g"]})
    groups = pd.DataFrame({"group": ["g", "h"]})
    return sc.Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}), groups=groups, affiliations=affiliations)
