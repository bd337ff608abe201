/**
 * The walls as data: which room may import which, which packages, and what of the machine it may touch.
 * ARCHITECTURE.md prints this table (test/docs.test.ts keeps the two equal); test/walls.test.ts holds src/ to it.
 */

/** What a room may reach for besides its imports. */
export interface Reach {
  /** `node:` modules it may import, or "any". */
  readonly node: readonly string[] | "any";
  /** Ambient names (see globals.ts) it may use, or "any". */
  readonly globals: readonly string[] | "any";
}

export interface Wall {
  /** Rooms that share the row: a folder or file below src/ without `.ts`; `faces/*` is every folder of faces. */
  readonly rooms: readonly string[];
  /** Rooms (or parts of rooms, "log/verify") it may import values and types from. */
  readonly imports: readonly string[];
  /** Rooms it may import types from, and nothing that runs. */
  readonly types: readonly string[];
  /** In words, as ARCHITECTURE.md prints it. */
  readonly touches: string;
  readonly reach: Reach;
}

const nothing: Reach = { node: [], globals: [] };

export const walls: readonly Wall[] = [
  { rooms: ["model"], imports: [], types: [], touches: "nothing (a hash function is handed in)", reach: nothing },
  {
    rooms: ["language"],
    imports: ["model"],
    types: [],
    touches: "nothing; loads its tagger on first use",
    reach: { node: ["node:module"], globals: ["import.meta.url"] },
  },
  {
    rooms: ["sources"],
    imports: ["model"],
    types: [],
    touches: "the bytes handed to it; loads its parsers on first use",
    // createRequire(import.meta.url) and nothing else: what it loads is held to the list of packages below.
    reach: { node: ["node:module"], globals: ["import.meta.url"] },
  },
  { rooms: ["reading", "reconcile"], imports: ["model", "language"], types: [], touches: "nothing", reach: nothing },
  { rooms: ["estimate"], imports: ["model"], types: [], touches: "nothing", reach: nothing },
  { rooms: ["log"], imports: ["model"], types: [], touches: "nothing", reach: nothing },
  {
    rooms: ["views"],
    imports: ["model", "language", "reconcile", "estimate"],
    types: [],
    touches: "rows, through the get/put/range handed to it",
    reach: nothing,
  },
  {
    rooms: ["store"],
    imports: ["model", "log"],
    types: ["views"],
    touches: "its database",
    // `process`: which system it is, and the one setting by which SQLite is told how to open files.
    reach: { node: ["node:fs", "node:fs/promises", "node:path"], globals: ["Buffer", "process"] },
  },
  { rooms: ["pages"], imports: ["model"], types: ["views"], touches: "nothing", reach: nothing },
  {
    rooms: ["edition"],
    imports: ["model", "language", "views", "pages", "log/verify"],
    types: [],
    touches: "the folder handed to it",
    reach: nothing,
  },
  { rooms: ["exchange"], imports: ["model", "log"], types: [], touches: "the stream handed to it", reach: nothing },
  { rooms: ["api"], imports: ["model"], types: [], touches: "nothing", reach: nothing },
  { rooms: ["verify"], imports: ["model", "log/verify"], types: [], touches: "WebCrypto", reach: { node: [], globals: ["crypto"] } },
  {
    rooms: ["workbench"],
    imports: [
      "model",
      "language",
      "sources",
      "reading",
      "reconcile",
      "estimate",
      "log",
      "views",
      "store",
      "pages",
      "edition",
      "exchange",
      "api",
      "verify",
    ],
    types: [],
    touches: "hands in clock, random, keys, disk, network",
    reach: { node: "any", globals: "any" },
  },
  {
    rooms: ["faces/*"],
    imports: ["pages", "api", "workbench"],
    types: ["model"],
    touches: "its own medium; never another face",
    reach: { node: "any", globals: "any" },
  },
];

/** Which room may import which package. A new dependency, or an old one in a new room, is a decision: a line here and one in docs/decisions/0005-dependencies.md. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  language: ["wink-eng-lite-web-model", "wink-nlp"],
  sources: ["@mozilla/readability", "chardet", "linkedom", "yaml"],
  store: ["better-sqlite3-multiple-ciphers"],
  workbench: ["@scure/base", "age-encryption"],
  "faces/cli": ["cli-progress", "commander", "csv-parse", "string-width"],
};

/** Rows of the table as ARCHITECTURE.md prints them. */
export function wallsAsMarkdown(table: readonly Wall[], allowed: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const files = new Set(["api", "verify", "workbench"]);
  const shown = (room: string): string => (files.has(room) ? `${room}.ts` : room);
  return table.map((wall) => {
    const imports =
      wall.rooms[0] === "workbench"
        ? "all above"
        : [...wall.imports.map((room) => (room === "workbench" ? room : shown(room))), ...wall.types.map((room) => `${room} (types)`)].join(
            ", ",
          );
    const used = Object.keys(allowed)
      .filter((room) => wall.rooms.some((each) => each === room || (each.endsWith("/*") && room.startsWith(each.slice(0, -1)))))
      .flatMap((room) =>
        (allowed[room] ?? []).map((name) => (wall.rooms.includes(room) ? name : `${name} (${room.split("/")[1] ?? room})`)),
      );
    return `| ${wall.rooms.map(shown).join(", ")} | ${imports || "-"} | ${wall.touches} | ${used.join(", ") || "-"} |`;
  });
}
