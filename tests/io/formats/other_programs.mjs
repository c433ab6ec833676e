// Reads a GEXF or GraphML file with the parsers of graphology (sigma, Gephi Lite) and prints what they found as JSON.
//     node other_programs.mjs FILE FOLDER_WITH_NODE_MODULES
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [, , file, folder] = process.argv;
const require = createRequire(`${folder}/package.json`);
const { MultiGraph } = require("graphology");
const { parse } = require(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
const graph = parse(MultiGraph, readFileSync(file, "utf8"));
console.log(
  JSON.stringify({
    directed: graph.type === "directed",
    nodes: graph.mapNodes((key, held) => [key, held.label, held.sector]),
    ties: graph.mapEdges((key, held, source, target) => [source, target, held.layer, held.weight]),
  }),
);
