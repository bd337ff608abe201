/**
 * Writes spec/vectors/heads.json, checkpoint-good.json and checkpoint-bad.json: `node test/log/vectors-heads.ts`. Trees are made by the recursive
 * definitions of RFC 6962, notes from strings and node:crypto, without src/, as the other vectors are.
 */
import { sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { aigul, caseId, daniyar, keys, sha } from "./vectors.ts";
import type { Who } from "./vectors.ts";

const node = (left: string, right: string): string => sha(Buffer.from(`01${left}${right}`, "hex")).slice(7);
const leafOf = (entry: string): string => sha(Buffer.from(`00${entry}`, "hex")).slice(7);

const entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f", "70", "7172", "80"];
const leaves = entries.map(leafOf);

const splitOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

function treeOf(part: readonly string[]): string {
  if (part.length === 0) return sha("").slice(7);
  if (part.length === 1) return part[0] as string;
  const half = splitOf(part.length);
  return node(treeOf(part.slice(0, half)), treeOf(part.slice(half)));
}

/** PATH(m, D[n]) of RFC 6962 2.1.1. */
function pathOf(index: number, part: readonly string[]): readonly string[] {
  if (part.length === 1) return [];
  const half = splitOf(part.length);
  return index < half
    ? [...pathOf(index, part.slice(0, half)), treeOf(part.slice(half))]
    : [...pathOf(index - half, part.slice(half)), treeOf(part.slice(0, half))];
}

/** SUBPROOF(m, D[n], b) of RFC 6962 2.1.2. */
function subproof(size: number, part: readonly string[], whole: boolean): readonly string[] {
  if (size === part.length) return whole ? [] : [treeOf(part)];
  const half = splitOf(part.length);
  return size <= half
    ? [...subproof(size, part.slice(0, half), whole), treeOf(part.slice(half))]
    : [...subproof(size - half, part.slice(half), false), treeOf(part.slice(0, half))];
}

const root = (size: number): string => `sha256:${treeOf(leaves.slice(0, size))}`;
const sizes = leaves.map((_, at) => at + 1);
const inclusion = sizes.flatMap((size) =>
  leaves.slice(0, size).map((leaf, index) => ({ leaf, index, size, path: pathOf(index, leaves.slice(0, size)), root: root(size) })),
);
const consistency = sizes.flatMap((second) =>
  sizes
    .filter((first) => first <= second)
    .map((first) => ({
      first: { size: first, root: root(first) },
      second: { size: second, root: root(second) },
      path: first === second ? [] : subproof(first, leaves.slice(0, second), true),
    })),
);

type Inclusion = (typeof inclusion)[number];
type Consistency = (typeof consistency)[number];
const inTree = inclusion.find(({ index, size }) => index === 4 && size === 7) as Inclusion;
const grown = consistency.find(({ first, second }) => first.size === 3 && second.size === 7) as Consistency;
const otherHash = "ab".repeat(32);
const swapped = <T>([a, b, ...rest]: readonly T[]): T[] => [b as T, a as T, ...rest];

const badInclusion: Readonly<Record<string, Partial<Inclusion>>> = {
  "another leaf": { leaf: leaves[3] as string },
  "another index": { index: 3 },
  "an index past the end": { index: 7 },
  "another size": { size: 5 },
  "another root": { root: root(8) },
  "a step too few": { path: inTree.path.slice(1) },
  "a step too many": { path: [...inTree.path, otherHash] },
  "a step changed": { path: [otherHash, ...inTree.path.slice(1)] },
  "steps in another order": { path: swapped(inTree.path) },
  "a step of 31 bytes": { path: [...inTree.path.slice(0, -1), "ab".repeat(31)] },
  "a node taken for a leaf": { leaf: node(leaves[4] as string, leaves[5] as string), path: inTree.path.slice(1) },
  "an index below 0": { index: -1 },
  "no size": { size: 0 },
};
const badConsistency: Readonly<Record<string, Partial<Consistency>>> = {
  "another first root": { first: { size: 3, root: root(2) } },
  "another second root": { second: { size: 7, root: root(8) } },
  "another first size": { first: { ...grown.first, size: 4 } },
  "sizes turned round": { first: grown.second, second: grown.first },
  "a step too few": { path: grown.path.slice(0, -1) },
  "a step too many": { path: [...grown.path, otherHash] },
  "a step changed": { path: [otherHash, ...grown.path.slice(1)] },
  "steps in another order": { path: swapped(grown.path) },
  "no steps": { path: [] },
  "from nothing": { first: { size: 0, root: root(0) }, path: [] },
  "equal sizes and other roots": { first: { size: 7, root: otherHash } },
};

// --- checkpoints ------------------------------------------------------------------------------------------------------------------------------

const head = (device: string, seq: number | string, at = root(4)): string => `head ${device} ${seq} ${at}`;
const heads = [head(aigul, 3), head(daniyar, 0, root(1))].sort();
const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
const whole = ["onrecord checkpoint v1", `case ${caseId}`, ...heads];
const deviceOf = { aigul, daniyar, stranger: "" } as const;

const keyHash = (name: string, type: number, key: string): string =>
  sha(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), Buffer.from(key, "hex")])).slice(7, 15);

function line(who: Who, over: string, { name = deviceOf[who], hash = keyHash(name, 1, name.slice(8)) } = {}): string {
  const signature = sign(null, Buffer.from(over), keys[who]).toString("hex");
  return `\u2014 ${name} ${Buffer.from(hash + signature, "hex").toString("base64")}\n`;
}

const note = (lines: readonly string[], ...signed: readonly Who[]): string =>
  `${text(lines)}\n${signed.map((who) => line(who, text(lines))).join("")}`;
const both = note(whole, "aigul", "daniyar");
const one = note(whole, "aigul");
const stampLine = `\u2014 rfc3161 ${Buffer.from(keyHash("rfc3161", 255, Buffer.from("rfc3161").toString("hex")) + "3003020100", "hex").toString("base64")}\n`;

const goodNotes = {
  "one head, signed by its device": note([...whole.slice(0, 2), head(aigul, 3)], "aigul"),
  "two heads, signed by both": both,
  "a line of a key that is not known": `${one}\u2014 witness.example/w1 ${Buffer.alloc(68, 7).toString("base64")}\n`,
  "with a stamp": one + stampLine,
};

const malformed = "checkpoint-malformed";
const unsigned = "checkpoint-signature";
const badNotes: readonly (readonly [rule: string, code: string, name: string, note: string])[] = [
  ["C1", malformed, "no empty line", both.replace("\n\n", "\n")],
  ["C1", malformed, "no line end at the end", both.slice(0, -1)],
  ["C1", malformed, "a carriage return", both.replace("v1\n", "v1\r\n")],
  ["C1", malformed, "a tab", both.replace("head ", "head\t")],
  ["C1", malformed, "a hyphen for the dash", one.replace("\u2014", "-")],
  ["C1", malformed, "base 64 without padding", one.replace("=", "")],
  ["C1", malformed, "base 64 of the web", note(whole, "daniyar").replace(/[+/]/, "_")],
  ["C1", malformed, "nothing but a text", text(whole)],
  ["C1", malformed, "a byte order mark", `\uFEFF${both}`],
  ["C2", malformed, "another first line", note(["onrecord checkpoint v2", ...whole.slice(1)], "aigul")],
  ["C2", malformed, "no first line", note(whole.slice(1), "aigul")],
  ["C3", malformed, "no case", note([whole[0] as string, ...heads], "aigul")],
  ["C3", malformed, "a case in capitals", note([whole[0] as string, `case ${caseId.toUpperCase()}`, ...heads], "aigul")],
  ["C4", malformed, "no heads", note(whole.slice(0, 2), "aigul")],
  ["C4", malformed, "heads out of order", note([...whole.slice(0, 2), ...[...heads].reverse()], "aigul")],
  ["C4", malformed, "a device twice", note([...whole.slice(0, 2), head(aigul, 2), head(aigul, 3)], "aigul")],
  ["C4", malformed, "a seq with a leading zero", note([...whole.slice(0, 2), head(aigul, "03")], "aigul")],
  ["C4", malformed, "a seq above 2^53 - 1", note([...whole.slice(0, 2), head(aigul, "9007199254740992")], "aigul")],
  ["C4", malformed, "a root in base 64", note([...whole.slice(0, 2), head(aigul, 3, "AAAA")], "aigul")],
  ["C4", malformed, "a line of another kind", note([...whole, "remark hello"], "aigul")],
  ["C5", malformed, "a device that signs twice", one + line("aigul", text(whole))],
  ["C5", unsigned, "signed by another key", `${text(whole)}\n${line("daniyar", text(whole), { name: aigul })}`],
  ["C5", unsigned, "signed without the last line end", `${text(whole)}\n${line("aigul", text(whole).slice(0, -1))}`],
  ["C5", unsigned, "a head changed after", both.replace(" 3 ", " 4 ")],
  [
    "C5",
    unsigned,
    "the four bytes of another key",
    `${text(whole)}\n${line("aigul", text(whole), { hash: keyHash(daniyar, 1, daniyar.slice(8)) })}`,
  ],
  [
    "C5",
    unsigned,
    "the four bytes of another type",
    `${text(whole)}\n${line("aigul", text(whole), { hash: keyHash(aigul, 2, aigul.slice(8)) })}`,
  ],
  [
    "C6",
    unsigned,
    "signed by nobody that is known",
    `${text(whole)}\n\u2014 witness.example/w1 ${Buffer.alloc(68, 7).toString("base64")}\n`,
  ],
  ["C6", unsigned, "one good signature and one bad", one + line("daniyar", "another text")],
  ["C6", unsigned, "a stamp and no signature", `${text(whole)}\n${stampLine}`],
];

/** The three files as they should be. */
export const files = {
  "heads.json": {
    entries,
    leaves,
    roots: [0, ...sizes].map(root),
    inclusion: { good: inclusion, bad: Object.entries(badInclusion).map(([name, change]) => ({ name, rule: "H5", ...inTree, ...change })) },
    consistency: {
      good: consistency,
      bad: Object.entries(badConsistency).map(([name, change]) => ({ name, rule: "H6", ...grown, ...change })),
    },
  },
  "checkpoint-good.json": { notes: Object.entries(goodNotes).map(([name, each]) => ({ name, note: each })) },
  "checkpoint-bad.json": { notes: badNotes.map(([rule, code, name, each]) => ({ name, rule, code, note: each })) },
} as const;

if (import.meta.main) {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(new URL(`../../spec/vectors/${name}`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
  }
}
