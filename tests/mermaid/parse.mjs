// Reads a JSON list of Mermaid diagrams on stdin; prints a JSON list, one object for each:
// "error" is null where Mermaid's own parser takes the diagram, else what it says against it;
// "read" is what a timeline or a flowchart says in Mermaid's own understanding, for tests that nothing is lost.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// the packages may stand elsewhere than beside this file: REGIMEKIT_MERMAID is the folder that holds node_modules
const folder = process.env.REGIMEKIT_MERMAID || dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(folder, "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

// Mermaid cleans labels with DOMPurify, which needs a document
const { JSDOM } = await load("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;

const { default: mermaid } = await load("mermaid");
mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000, suppressErrorRendering: true });

const READERS = {
  timeline: (db) => db.getTasks().map((task) => ({ section: task.section, period: task.task, events: task.events })),
  "flowchart-v2": (db) => ({
    vertices: Object.fromEntries([...db.getVertices()].map(([id, vertex]) => [id, vertex.text ?? id])),
    edges: db.getEdges().map((edge) => [edge.start, edge.end, edge.text]),
  }),
};

// Mermaid keeps "#58;" in this guise until the picture is drawn
const decoded = (read) =>
  JSON.parse(JSON.stringify(read), (_, value) =>
    typeof value === "string" ? value.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)) : value,
  );

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    answers.push({ error: null, type: diagram.type, read: decoded(READERS[diagram.type]?.(diagram.db) ?? null) });
  } catch (problem) {
    answers.push({ error: String(problem?.message ?? problem), type: null, read: null });
  }
}
process.stdout.write(JSON.stringify(answers));
