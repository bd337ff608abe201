/**
 * Writes spec/vectors/statement-good.json and statement-bad.json: `node test/log/vectors.ts`. Everything is built here from node:crypto and
 * strings, without src/log, so that the vectors are a second opinion on it. Keys are the public test keys of RFC 8032 7.1.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { writeFileSync } from "node:fs";

const TYPE = "application/vnd.onrecord.statement.v1+json";
const SEEDS = {
  aigul: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
  daniyar: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
  stranger: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
} as const;
export type Who = keyof typeof SEEDS;
export interface Field {
  readonly name: string;
  readonly salt: string;
  readonly value: unknown;
}
export interface Place {
  readonly case: string | null;
  readonly head: { readonly device: string; readonly seq: number; readonly id: string } | null;
  readonly members: readonly string[];
}
export interface Vector {
  readonly name: string;
  readonly rules: readonly string[];
  readonly code?: string;
  readonly id: string;
  readonly header?: string;
  readonly headerHex?: string;
  readonly signature: string;
  readonly opened: readonly Field[];
  readonly place: Place;
}

export const keys = Object.fromEntries(
  Object.entries(SEEDS).map(([who, seed]) => {
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(seed, "hex")]);
    return [who, createPrivateKey({ key: der, format: "der", type: "pkcs8" })];
  }),
) as Record<Who, ReturnType<typeof createPrivateKey>>;
export const device = (who: Who): string =>
  `ed25519:${createPublicKey(keys[who]).export({ type: "spki", format: "der" }).subarray(12).toString("hex")}`;
export const sha = (data: string | Buffer): string => `sha256:${createHash("sha256").update(data).digest("hex")}`;
const pae = (payload: Buffer, type = TYPE): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);

/** Keys sorted at every level; enough of RFC 8785 for what is written here (no number but small integers). */
export function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${sorted(member)}`).join(",")}}`;
}

const digest = (field: Field): string => sha(`[${JSON.stringify(field.salt)},${JSON.stringify(field.name)},${sorted(field.value)}]`);
/** Salts of vectors are made from the name of the field, so that the files come out the same; real ones are random. */
export const salted = (body: object, label: string): Field[] =>
  Object.entries(body)
    .map(([name, value]) => ({ name, salt: sha(`${label} ${name}`).slice(7, 39), value: value as unknown }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

export const aigul = device("aigul");
export const daniyar = device("daniyar");
const members = [aigul, daniyar];

function seal(who: Who, payload: Buffer, type = TYPE): { id: string; signature: string } {
  return { id: sha(pae(payload, type)), signature: sign(null, pae(payload, type), keys[who]).toString("hex") };
}

export function statement(
  name: string,
  rules: readonly string[],
  who: Who,
  header: Record<string, unknown>,
  opened: readonly Field[],
  place: Place,
): Vector {
  const bytes = Buffer.from(sorted(header));
  return { name, rules, header: bytes.toString(), ...seal(who, bytes), opened, place };
}

// --- good -----------------------------------------------------------------------------------------------------------------------------------

export const digests = (fields: readonly Field[]): string[] => fields.map(digest).sort();

const caseFields = salted({ name: "Оқиға: Sarybel bridge", zone: "Asia/Almaty", languages: ["en", "ru", "kk"] }, "case");
const founding = statement(
  "a founding statement",
  ["S1", "S5", "S7", "S20"],
  "aigul",
  {
    v: 1,
    kind: "case",
    case: null,
    device: aigul,
    seq: 0,
    prev: null,
    time: "2026-03-01T08:00:00Z",
    seen: [],
    fields: digests(caseFields),
  },
  caseFields,
  { case: null, head: null, members: [aigul] },
);
export const caseId = founding.id;

const layer = "Forty-one people were hurt at the Sarybel bridge, the district hospital said.\n";
const sealFields = salted(
  {
    id: sha(layer),
    text: sha(layer),
    bytes: Buffer.byteLength(layer),
    format: "text",
    encoding: "utf-8",
    title: null,
    author: "Ә. Сейіт",
    publisher: "Sarybel Courier",
    published: "2026-02-27",
    url: null,
    language: "en",
    form: "original",
    complete: true,
    restates: null,
    passages: [{ start: 0, end: layer.length, language: "en" }],
    from: "bridge.txt",
    got: "2026-03-01T08:01:12Z",
    by: "onrecord 0.1.0",
  },
  "seal",
);
export const sealHeader = {
  v: 1,
  kind: "seal",
  case: caseId,
  device: aigul,
  seq: 1,
  prev: founding.id,
  time: "2026-03-01T08:01:12Z",
  seen: [],
  fields: digests(sealFields),
};
export const afterFounding: Place = { case: caseId, head: { device: aigul, seq: 0, id: founding.id }, members };
const sealed = statement(
  "a sealed source, all fields opened",
  ["S1", "S11", "S12", "S17", "S21"],
  "aigul",
  sealHeader,
  sealFields,
  afterFounding,
);
const partly: Vector = {
  ...sealed,
  name: "the same, two fields of eighteen opened",
  rules: ["S12", "S18"],
  opened: sealFields.filter(({ name }) => name === "published" || name === "publisher"),
};
const closed: Vector = { ...sealed, name: "the same, no field opened", rules: ["S12", "S25"], opened: [] };

const readFields = salted(
  { source: sha(layer), text: sha(layer), reader: "rules", version: "1.0.0", drafts: sha("the drafts blob"), claims: 1 },
  "read",
);
const readHeader = { ...sealHeader, kind: "read", seq: 2, prev: sealed.id, time: "2026-03-01T08:01:13Z", fields: digests(readFields) };
const afterSeal: Place = { case: caseId, head: { device: aigul, seq: 1, id: sealed.id }, members };
const reading = statement("a reading", ["S22"], "aigul", readHeader, readFields, afterSeal);

const treeNode = (left: string, right: string): string =>
  sha(Buffer.concat([Buffer.from([1]), Buffer.from(left.slice(7), "hex"), Buffer.from(right.slice(7), "hex")]));
const leaf = (vector: Vector): string => sha(Buffer.concat([Buffer.from([0]), pae(Buffer.from(vector.header ?? ""))]));
const root = treeNode(treeNode(leaf(founding), leaf(sealed)), leaf(reading));

const noteFields = salted({ text: "№ 7", weight: 1 }, "note");
const foreignHeader = {
  v: 1,
  kind: "later-kind",
  case: caseId,
  device: daniyar,
  seq: 0,
  prev: null,
  time: "2024-02-29T23:59:59Z",
  seen: [{ device: aigul, seq: 2, root }],
  fields: digests(noteFields),
};
const first: Place = { case: caseId, head: null, members };
const foreign = statement(
  "a second device, a kind not known yet, one log seen",
  ["S9", "S19", "S23"],
  "daniyar",
  foreignHeader,
  noteFields,
  first,
);
const bare = statement("no fields at all", ["S10", "S19"], "daniyar", { ...foreignHeader, seen: [], fields: [] }, [], first);
const wider = salted({ ...Object.fromEntries(readFields.map(({ name, value }) => [name, value])), laterField: [true] }, "wider");
const extra = statement("a known kind with one field more", ["S18"], "aigul", { ...readHeader, fields: digests(wider) }, wider, afterSeal);

const good = [founding, sealed, partly, closed, reading, foreign, bare, extra];

// --- bad: each breaks one rule ----------------------------------------------------------------------------------------------------------------

const bad: Vector[] = [];

/** A seal statement whose header text is changed and then signed properly, so that nothing but the header is wrong. */
function header(
  name: string,
  rule: string,
  change: Record<string, unknown> | ((text: string) => string | Buffer),
  who: Who = "aigul",
): void {
  const changed = typeof change === "function" ? change(sorted(sealHeader)) : sorted({ ...sealHeader, ...change });
  const bytes = Buffer.from(changed);
  const shown = Buffer.isBuffer(changed) ? { headerHex: bytes.toString("hex") } : { header: changed };
  bad.push({ name, rules: [rule], code: "statement-malformed", ...shown, ...seal(who, bytes), opened: [], place: afterFounding });
}

function other(name: string, rule: string, code: string, base: Vector, change: Partial<Vector>): void {
  bad.push({ ...base, name, rules: [rule], code, ...change });
}

header("a key is missing", "S1", (text) => text.replace(',"seen":[]', ""));
header("a key too many", "S1", { note: "" });
header("a list", "S1", (text) => `[${text}]`);
header("a key of every object", "S1", (text) => text.replace("{", '{"__proto__":{},'));
header("a space", "S2", (text) => text.replace(":1,", ": 1,"));
header("a line end after it", "S2", (text) => `${text}\n`);
header("keys in another order", "S2", (text) => text.replace(/^\{("case":"[^"]*"),(.*)\}$/, "{$2,$1}"));
header("a key twice", "S2", (text) => text.replace('"kind":"seal"', '"kind":"seal","kind":"seal"'));
header("an escape that need not be", "S2", (text) => text.replace('"seal"', '"\\u0073eal"'));
header("a number written longer", "S2", (text) => text.replace('"v":1', '"v":1.0'));
header("a number with an exponent", "S2", (text) => text.replace('"seq":1', '"seq":1e0'));
header("a byte order mark", "S2", (text) => `\uFEFF${text}`);
header("not UTF-8", "S2", (text) => Buffer.from(text.replace("seal", "se\u00e9l"), "latin1"));
header("not JSON", "S2", (text) => text.slice(0, -1));
header("no bytes", "S2", () => "");
header("version 2", "S3", { v: 2 });
header("a version that is a string", "S3", { v: "1" });
header("a kind in capitals", "S4", { kind: "Seal" });
header("a kind without letters", "S4", { kind: "" });
header("a kind of 33 letters", "S4", { kind: "s".repeat(33) });
header("a kind with two hyphens", "S4", { kind: "se--al" });
header("no case", "S5", { case: null });
header("a case in a founding statement", "S5", { kind: "case", seq: 0, prev: null });
header("a founding statement that is not its device's first", "S20", { kind: "case", case: null });
header("a case in capitals", "S5", { case: `sha256:${caseId.slice(7).toUpperCase()}` });
header("a case without its hash's name", "S5", { case: caseId.slice(7) });
header("a device in capitals", "S6", { device: `ed25519:${aigul.slice(8).toUpperCase()}` });
header("a device of another algorithm", "S6", { device: `ed448:${aigul.slice(8)}` });
header("a device of 31 bytes", "S6", { device: aigul.slice(0, -2) });
header("seq below 0", "S7", { seq: -1 });
header("seq with a fraction", "S7", (text) => text.replace('"seq":1', '"seq":1.5'));
header("seq above 2^53 - 1", "S7", (text) => text.replace('"seq":1', '"seq":9007199254740992'));
header("no prev after the first", "S7", { prev: null });
header("prev in the first", "S7", { seq: 0 });
header("a time with thousandths", "S8", { time: "2026-03-01T08:01:12.000Z" });
header("a time with an offset", "S8", { time: "2026-03-01T13:01:12+05:00" });
header("a time without a zone", "S8", { time: "2026-03-01T08:01:12" });
header("30 February", "S8", { time: "2026-02-30T08:01:12Z" });
header("29 February of a common year", "S8", { time: "2026-02-29T08:01:12Z" });
header("hour 24", "S8", { time: "2026-03-01T24:00:00Z" });
header("a leap second", "S8", { time: "2026-12-31T23:59:60Z" });
const seenBy = (who: string): object => ({ device: who, seq: 0, root });
const strangers = [device("stranger"), daniyar].sort();
header("seen out of order", "S9", { seen: [seenBy(strangers[1] ?? ""), seenBy(strangers[0] ?? "")] });
header("a device seen twice", "S9", { seen: [seenBy(daniyar), seenBy(daniyar)] });
header("its own device seen", "S9", { seen: [seenBy(aigul)] });
header("seen without a root", "S9", { seen: [{ device: daniyar, seq: 0 }] });
header("fields out of order", "S10", { fields: [...sealHeader.fields].reverse() });
header("a field twice", "S10", { fields: [sealHeader.fields[0], ...sealHeader.fields] });
header("a field that is no digest", "S10", { fields: [...sealHeader.fields, "title"] });

const change = (name: string, to: Partial<Field>): Field[] =>
  sealFields.map((field) => (field.name === name ? { ...field, ...to } : field));
other("a value changed", "S12", "statement-field", sealed, { opened: change("published", { value: "2026-02-28" }) });
other("null for a missing title made an empty one", "S12", "statement-field", sealed, { opened: change("title", { value: "" }) });
other("a salt changed", "S12", "statement-field", sealed, { opened: change("url", { salt: "0".repeat(32) }) });
other("a salt in capitals", "S12", "statement-field", sealed, {
  opened: change("url", { salt: (sealFields.find(({ name }) => name === "url")?.salt ?? "").toUpperCase() }),
});
other("a salt of 15 bytes", "S12", "statement-field", sealed, { opened: change("url", { salt: "0".repeat(30) }) });
other("two values swapped", "S12", "statement-field", sealed, {
  opened: sealFields.map((field) => {
    const from = field.name === "url" ? "title" : field.name === "title" ? "url" : field.name;
    return { ...field, salt: sealFields.find(({ name }) => name === from)?.salt ?? "" };
  }),
});
other("a field that was not signed", "S12", "statement-field", sealed, {
  opened: [...sealFields, { name: "verdict", salt: "0".repeat(32), value: "guilty" }],
});
other("a field opened twice", "S12", "statement-field", closed, { opened: sealFields.slice(0, 1).flatMap((field) => [field, field]) });
other("a field without a name", "S12", "statement-field", closed, { opened: [{ ...(sealFields[0] as Field), name: "" }] });
other("the id of the header alone", "S14", "statement-id", sealed, { id: sha(sealed.header ?? "") });
other("the id of another statement", "S14", "statement-id", sealed, { id: founding.id });
other("the id of another payload type", "S13", "statement-id", sealed, {
  id: sha(pae(Buffer.from(sealed.header ?? ""), "application/vnd.onrecord.statement.v2+json")),
});
const sealedBytes = Buffer.from(sealed.header ?? "");
const signedAs = (who: Who, message: Buffer): Partial<Vector> => ({ signature: sign(null, message, keys[who]).toString("hex") });
other("signed by another device", "S15", "statement-signature", sealed, signedAs("daniyar", pae(sealedBytes)));
other("signed without the encoding", "S13", "statement-signature", sealed, signedAs("aigul", sealedBytes));
other("signed for another payload type", "S13", "statement-signature", sealed, signedAs("aigul", pae(sealedBytes, "application/json")));
other("signed the id", "S15", "statement-signature", sealed, signedAs("aigul", Buffer.from(sealed.id)));
other("one bit of the signature", "S15", "statement-signature", sealed, {
  signature: sealed.signature.replace(/^./, (digit) => (parseInt(digit, 16) ^ 1).toString(16)),
});
other("half a signature", "S15", "statement-signature", sealed, { signature: sealed.signature.slice(0, 64) });
other("a byte after the signature", "S15", "statement-signature", sealed, { signature: `${sealed.signature}00` });
other("no signature", "S15", "statement-signature", sealed, { signature: "" });
other("the signature of the founding statement", "S15", "statement-signature", sealed, { signature: founding.signature });
{
  // RFC 8032 5.1.7 wants S below the group order; S + order satisfies the equation too and would be a second signature.
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const raw = Buffer.from(sealed.signature, "hex");
  const s = BigInt(`0x${Buffer.from(raw.subarray(32)).reverse().toString("hex")}`) + order;
  const more = Buffer.from(s.toString(16).padStart(64, "0"), "hex").reverse();
  other("S of the signature above the group order", "S15", "statement-signature", sealed, {
    signature: Buffer.concat([raw.subarray(0, 32), more]).toString("hex"),
  });
}
// Under a key of small order these sign anything, as the equation has it; R is the neutral element and S is 0.
for (const [name, key] of [
  ["the neutral element", `01${"00".repeat(31)}`],
  ["a point of order 2", `ec${"ff".repeat(30)}7f`],
  ["a point of order 4", "00".repeat(32)],
  ["a point of order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
  ["another of order 8", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"],
  ["the neutral element, its y one field higher", `ee${"ff".repeat(30)}7f`],
  ["y above the field's size", "ff".repeat(32)],
] as const) {
  const bytes = Buffer.from(sorted({ ...sealHeader, device: `ed25519:${key}` }));
  const signature = `01${"00".repeat(63)}`;
  const place = { ...afterFounding, head: { device: `ed25519:${key}`, seq: 0, id: founding.id }, members: [`ed25519:${key}`] };
  other(`signed with ${name} for a key`, "S6", "statement-signature", sealed, {
    header: bytes.toString(),
    id: sha(pae(bytes)),
    signature,
    place,
  });
}
const elsewhere = sha("another case");
const inOther = Buffer.from(sorted({ ...sealHeader, case: elsewhere }));
other("of another case", "S5", "statement-case", sealed, { header: inOther.toString(), ...seal("aigul", inOther) });
const again = Buffer.from(founding.header?.replace("08:00:00", "09:00:00") ?? "");
other("a second founding statement", "S20", "statement-case", founding, {
  header: again.toString(),
  ...seal("aigul", again),
  place: { ...first },
});
other("of a device that is no member", "S16", "device-unknown", foreign, { place: { ...first, members: [aigul] } });
other("a gap", "S17", "statement-chain", reading, { place: afterFounding });
other("not the first and no head", "S17", "statement-chain", reading, { place: first });
other("a fork", "S17", "statement-chain", sealed, {
  place: { ...afterFounding, head: { device: aigul, seq: 0, id: sha("the other branch") } },
});
other("the same one again", "S17", "statement-chain", sealed, { place: afterSeal });
function body(
  name: string,
  rule: string,
  base: Record<string, unknown>,
  from: readonly Field[],
  edit: (fields: Record<string, unknown>) => object,
  at: Place,
): void {
  const fields = salted(edit(Object.fromEntries(from.map((field) => [field.name, field.value]))), name);
  bad.push({ ...statement(name, [rule], "aigul", { ...base, fields: digests(fields) }, fields, at), code: "statement-body" });
}
body("a seal without its text layer", "S18", sealHeader, sealFields, ({ text: _text, ...rest }) => rest, afterFounding);
body("a seal whose bytes are a string", "S21", sealHeader, sealFields, (fields) => ({ ...fields, bytes: "78" }), afterFounding);
body("a seal got at no time", "S21", sealHeader, sealFields, (fields) => ({ ...fields, got: "yesterday" }), afterFounding);
body("a seal published on no date", "S21", sealHeader, sealFields, (fields) => ({ ...fields, published: "27.02.2026" }), afterFounding);
body("a reading of no version", "S22", readHeader, readFields, (fields) => ({ ...fields, version: "newest" }), afterSeal);
body("a reading with a count below 0", "S22", readHeader, readFields, (fields) => ({ ...fields, claims: -1 }), afterSeal);

const tree = {
  rule: "S23",
  leaves: ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"],
  roots: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((size) =>
    treeOf(["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].slice(0, size)),
  ),
};

/** RFC 6962 2.1, by its recursive definition. */
function treeOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha("");
  if (leaves.length === 1) return sha(Buffer.from(`00${leaves[0] ?? ""}`, "hex"));
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return treeNode(treeOf(leaves.slice(0, half)), treeOf(leaves.slice(half)));
}

/** The two files as they should be. */
export const files = {
  "statement-good.json": {
    payloadType: TYPE,
    seeds: SEEDS,
    devices: { aigul, daniyar, stranger: device("stranger") },
    statements: good,
    tree,
  },
  "statement-bad.json": { payloadType: TYPE, statements: bad },
} as const;

if (import.meta.main) {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(new URL(`../../spec/vectors/${name}`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
  }
}
