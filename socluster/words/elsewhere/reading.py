"""Of files and tables that are read and written, without Python."""

from __future__ import annotations

from socluster.words.catalogue import marked
from socluster.words.elsewhere.wording import Wording, alike

__all__ = ["READING"]

READING = {
    "... and {n} more; see .problems or .to_frame() of this error": alike(
        marked("... and {n} more; mend these first, and the others are told then")
    ),
    "is already in row {row} (layer '{layer}'); if direction matters, say layers={'{layer}': {'directed': "
    "True}}": Wording(
        marked(
            "is already in row {row} (layer '{layer}'); if direction matters, write yes for this layer in the column "
            "'directed' of the sheet 'layers'"
        ),
        marked("is already in row {row} (layer '{layer}'); if direction matters, say --layers {layer}:directed"),
    ),
    "the format '{suffix}' is not read; let the library that reads it (networkx, igraph, scipy) write the network "
    "as GraphML (.graphml), or as a list of ties with the words source and target above it": alike(
        marked(
            "the format '{suffix}' is not read; write the network as GraphML (.graphml), or as a list of ties with "
            "the words source and target above it, from the program that wrote it"
        )
    ),
    "the format '{suffix}' is not read; in R, write a table with write.csv or a graph with "
    'igraph::write_graph(graph, path, "graphml")': alike(
        marked("the format '{suffix}' is not read; write a table as .csv, or a graph as .graphml, from R")
    ),
    "the format '{suffix}' is not read; save the table as .csv or .xlsx in the program that wrote it, or give "
    "it to socluster.as_cluster as a table of pandas": alike(
        marked("the format '{suffix}' is not read; save the table as .csv or .xlsx in the program that wrote it")
    ),
    "the format '{suffix}' is not read; socluster.as_cluster(pandas.read_json(path, lines=True)) takes a list "
    "of ties with one in each line": alike(
        marked("the format '{suffix}' is not read; write a list of ties as .csv or .xlsx, one in each row")
    ),
    "is a list of rows; socluster.as_cluster(pandas.read_json(path)) takes a list of ties, and a file has "
    "nodes and links": alike(
        marked("is a list of rows, while such a file has nodes and links; write a list of ties as .csv or .xlsx")
    ),
    "is no valid JSON at line {line}, column {column}: {reason}; if each line holds a tie, take "
    "socluster.as_cluster(pandas.read_json(path, lines=True))": alike(
        marked(
            "is no valid JSON at line {line}, column {column}: {reason}; if each line holds a tie, write them as .csv "
            "or .xlsx, one in each row"
        )
    ),
    "looks like an adjacency list: a name, then those whom it is tied to; write a row for each tie, with the "
    "two names below the words source and target, or let networkx read it: "
    "as_cluster(networkx.read_adjlist(...))": alike(
        marked(
            "looks like an adjacency list: a name, then those whom it is tied to; write a row for each tie, with the "
            "two names below the words source and target"
        )
    ),
    "is not a text file (zero byte at character {position}) or, if every other byte is zero, a text in "
    "UTF-16 without its mark, as encoding='utf-16-le' reads it": Wording(
        marked(
            "is not a text file (zero byte at character {position}) or, if every other byte is zero, a text in UTF-16 "
            "without its mark; save it as UTF-8"
        ),
        marked(
            "is not a text file (zero byte at character {position}) or, if every other byte is zero, a text in UTF-16 "
            "without its mark, as --encoding utf-16-le reads it"
        ),
    ),
    "runs one way only; {way} takes it for an undirected tie, or read it as directed and choose with "
    "symmetrise(rule='any', 'all' or 'mean')": alike(
        marked("runs one way only; {way} takes it for an undirected tie, or read the ties as directed")
    ),
    "weighs {weight}, but the other way {other}; {way} takes their mean (or max, min, sum, first), or read it "
    "as directed and choose with symmetrise(rule='any', 'all' or 'mean')": alike(
        marked(
            "weighs {weight}, but the other way {other}; {way} takes their mean (or max, min, sum, first), or read the "
            "ties as directed"
        )
    ),
    "has no text that stays the same from run to run; relabel it with a text, as networkx.relabel_nodes does "
    "in a graph": alike(marked("has no text that stays the same from run to run; call it by a text")),
    "{file} holds the ties of the projection and, beside them, {affiliations} with groups as nodes; for the "
    "ties alone, write cluster.select(keep_groups=False)": alike(
        marked("{file} holds the ties of the projection and, beside them, {affiliations} with groups as nodes")
    ),
    "the layers {layers} tell who trusts whom by name; write with names=True if that is what you want, or give "
    "pseudonyms first, as in pseudonymise(cluster, key='...')": alike(
        marked("the layers {layers} tell who trusts whom by name; if that is what you want, say --names")
    ),
    "which of {names} holds the answers? Choose one, as in sheet='{first}'": alike(
        marked("which of {names} holds the answers? Leave only this sheet in the workbook")
    ),
    "must be True, False or None": alike(marked("must be yes or no, or not said")),
    "saving a picture needs a browser, and no Chrome or Chromium was found: install one, say where it is in "
    "the environment variable BROWSER_PATH, or write a page instead: figure.write_html(...)": alike(
        marked(
            "saving a picture needs a browser, and no Chrome or Chromium was found: install one, or say where it is in "
            "the environment variable BROWSER_PATH"
        )
    ),
    "name at least one column, as in by=['sector', 'place']": alike(marked("name at least one column, such as sector")),
    "the header gives no size: n=, or nr= and nc=": alike(marked("the header gives no size: n, or nr and nc")),
    "the header says n=, so rows and columns are the same; this column is called '{column}', its row '{row}'": alike(
        marked("the header says n, so rows and columns are the same; this column is called '{column}', its row '{row}'")
    ),
}
