/**
 * Writes spec/vectors/bundle-good.json and bundle-bad.json: `node test/exchange/vectors.ts`. Bundles are built here from node:crypto and strings,
 * without src/exchange, from the statements of statement-good.json, so that the vectors are a second opinion. Keys are those of RFC 8032 7.1.
 */
import { createHash, createPrivateKey, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const STATEMENT = "application/vnd.onrecord.statement.v1+json";
const BUNDLE = "application/vnd.onrecord.bundle.v1+json";

interface Vector {
  readonly name: string;
  readonly id: string;
  readonly header: string;
  readonly signature: string;
  readonly opened: readonly { readonly name: string; readonly salt: string; readonly value: unknown }[];
}
interface Good {
  readonly seeds: Readonly<Record<string, string>>;
  readonly devices: Readonly<Record<string, string>>;
  readonly statements: readonly Vector[];
}
const folder = new URL("../../spec/vectors/", import.meta.url);
const known = JSON.parse(readFileSync(new URL("statement-good.json", folder), "utf8")) as Good;

const key = (who: string): ReturnType<typeof createPrivateKey> =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${known.seeds[who] ?? ""}`, "hex"),
    format: "der",
    type: "pkcs8",
  });
const device = (who: string): string => known.devices[who] ?? "";
const sha = (data: string | Buffer): string => `sha256:${createHash("sha256").update(data).digest("hex")}`;
const pae = (payload: string, type: string): Buffer =>
  Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${Buffer.byteLength(payload)} ${payload}`);

/** Keys sorted at every level: enough of RFC 8785 for what is written here. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => `${JSON.stringify(name)}:${sorted(member)}`).join(",")}}`; // prettier-ignore
}

type Frame = readonly [line: string, bytes: Buffer];
const frame = (type: string, bytes: Buffer | string, id = ""): Frame => {
  const content = Buffer.from(bytes);
  return [`${type} ${content.length}${id === "" ? "" : ` ${id}`}`, content];
};
const joined = (frames: readonly Frame[], magic = "onrecord-bundle-1\n"): Buffer =>
  Buffer.concat([Buffer.from(magic), ...frames.flatMap(([line, bytes]) => [Buffer.from(`${line}\n`), bytes, Buffer.from("\n")])]);

interface Place {
  readonly header: { readonly device: string; readonly seq: number };
}
const places = new Map(known.statements.map((one) => [one.name, JSON.parse(one.header) as Place["header"]]));
const order = (one: Vector): string =>
  `${places.get(one.name)?.device ?? ""} ${String(places.get(one.name)?.seq ?? 0).padStart(6, "0")} ${one.id}`;
const named = (name: string): Vector => known.statements.find((one) => one.name === name) as Vector;
const carried = ({ header, opened, signature }: Pick<Vector, "header" | "opened" | "signature">): string =>
  sorted({ header, opened, signature });

const founding = named("a founding statement");
const sealed = known.statements.find(({ header, opened }) => header.includes('"kind":"seal"') && opened.length > 10) as Vector;
const reading = known.statements.find(({ header, opened }) => header.includes('"kind":"read"') && opened.length > 4) as Vector;
const foreign = known.statements.find(({ name }) => name.startsWith("a second device")) as Vector;
const layer = Buffer.from("Forty-one people were hurt at the Sarybel bridge, the district hospital said.\n");
const valueOf = (one: Vector, name: string): string => String(one.opened.find((field) => field.name === name)?.value);
const drafts = valueOf(reading, "drafts");
const text = sha(layer);

const statements = [founding, sealed, reading, foreign].sort((a, b) => (order(a) < order(b) ? -1 : 1));
const idOf = (one: Vector): string => sha(pae(one.header, STATEMENT));
const range = (one: Vector, from: number, to: number): object => ({ from, to, last: idOf(one) });
const head = {
  v: 1,
  case: founding.id,
  device: device("aigul"),
  recipient: null as string | null,
  have: [
    { device: device("aigul"), ranges: [range(reading, 0, places.get(reading.name)?.seq ?? 0)], forked: null as string | null },
    { device: device("daniyar"), ranges: [range(foreign, 0, 0)], forked: null as string | null },
  ].sort((a, b) => (a.device < b.device ? -1 : 1)),
  statements: statements.length,
  blobs: 1,
  without: [drafts],
};

const frames = {
  head: frame("head", sorted(head)),
  statements: statements.map((one) => frame("statement", carried(one))),
  blobs: [frame("blob", layer, text)],
  pad: frame("pad", Buffer.alloc(40)),
};

/** The end of a bundle of these frames, by its maker or somebody else. */
function end(before: Buffer, { who = "aigul", type = BUNDLE, claims = head } = {}): Frame {
  const digest = sha(before);
  const signed = pae(sorted({ v: claims.v, case: claims.case, device: claims.device, digest }), type);
  return frame("end", sorted({ digest, signature: sign(null, signed, key(who)).toString("hex") }));
}
const closed = (list: readonly Frame[], ending: (before: Buffer) => Frame = end, magic?: string): Buffer => {
  const before = joined(list, magic);
  const [line, bytes] = ending(before);
  return Buffer.concat([before, Buffer.from(`${line}\n`), bytes, Buffer.from("\n")]);
};
const all = (
  change: Partial<{ head: Frame; statements: readonly Frame[]; blobs: readonly Frame[]; pad: Frame }> = {},
): readonly Frame[] => {
  const { head: first, statements: some, blobs, pad } = { ...frames, ...change };
  return [first, ...some, ...blobs, pad];
};
const headed = (change: object): readonly Frame[] => all({ head: frame("head", sorted({ ...head, ...change })) });

interface Bundle {
  readonly name: string;
  readonly rules: readonly string[];
  readonly code?: string;
  readonly bytes: string;
}
const good: Bundle[] = [];
const bad: Bundle[] = [];
const ok = (name: string, rules: readonly string[], bytes: Buffer): void => {
  good.push({ name, rules, bytes: bytes.toString("base64") });
};
const no = (name: string, rule: string, code: string, bytes: Buffer): void => {
  bad.push({ name, rules: [rule], code, bytes: bytes.toString("base64") });
};

const whole = closed(all());
ok("four statements of two devices, one blob, one left out", ["B1", "B6", "B8", "B10", "B15"], whole);
ok("nothing but a head", ["B5"], closed([frame("head", sorted({ ...head, statements: 0, blobs: 0, without: [] })), frame("pad", "")]));
ok("a maker with a recipient", ["B6"], closed(headed({ recipient: `age1${"q".repeat(58)}` })));
ok("a fork that is said", ["B7"], closed(headed({ have: head.have.map((have) => ({ ...have, forked: sha("ids") })) })));
ok("a gap in what is held", ["B7"], closed(headed({ have: [{ ...head.have[0], ranges: [range(founding, 0, 0), range(reading, 2, 2)] }] })));
{
  const stranger = { ...head, device: device("stranger") };
  ok(
    "made by a device that is no member",
    ["B11", "B24"],
    closed(headed(stranger), (before) => end(before, { who: "stranger", claims: stranger })),
  );
}

// Version 2: what is in the names frame is sealed, so any bytes do here.
const second = { ...head, v: 2 };
const namesFrame = frame("names", "age-encryption.org/v1\n and so on");
const withNames = (...names: readonly Frame[]): readonly Frame[] => [
  frame("head", sorted(second)),
  ...frames.statements,
  ...frames.blobs,
  ...names,
  frames.pad,
];
const BUNDLE_2 = BUNDLE.replace("v1", "v2");
const endOfSecond = (before: Buffer): Frame => end(before, { type: BUNDLE_2, claims: second });
const closedSecond = (list: readonly Frame[], ending = endOfSecond): Buffer => closed(list, ending, "onrecord-bundle-2\n");
ok("version 2, with a part of the Names box", ["B1", "B26"], closedSecond(withNames(namesFrame)));

// --- bad: each breaks one rule ------------------------------------------------------------------------------------------------------------------
no("version 3", "B1", "bundle-version", closed(all(), end, "onrecord-bundle-3\n"));
no("a names frame in version 1", "B26", "bundle-malformed", closed([...all().slice(0, -1), namesFrame, frames.pad]));
no("version 2 without names", "B26", "bundle-order", closedSecond(withNames()));
no("names twice", "B26", "bundle-order", closedSecond(withNames(namesFrame, namesFrame)));
no("names after the padding", "B26", "bundle-order", closedSecond([...withNames(), namesFrame]));
no("names before the blobs", "B26", "bundle-order", closedSecond([frame("head", sorted(second)), ...frames.statements, namesFrame, ...frames.blobs, frames.pad])); // prettier-ignore
no("names of a gigabyte", "B4", "bundle-limit", Buffer.concat([joined([frame("head", sorted(second)), ...frames.statements, ...frames.blobs], "onrecord-bundle-2\n"), Buffer.from("names 1000000000\n")])); // prettier-ignore
no("version 2 with the head of version 1", "B6", "bundle-malformed", closedSecond([frames.head, ...withNames(namesFrame).slice(1)]));
no("version 2 signed as version 1", "B20", "bundle-signature", closedSecond(withNames(namesFrame), (before) => end(before, { claims: second }))); // prettier-ignore
no("another file", "B1", "bundle-malformed", Buffer.from("PK\u0003\u0004 and so on, longer than the first line"));
no("nothing", "B1", "bundle-truncated", Buffer.alloc(0));
no("half the first line", "B1", "bundle-truncated", whole.subarray(0, 9));
const swap = (from: string, to: string): Buffer => Buffer.from(whole.toString("latin1").replace(from, to), "latin1");
no("a frame of no type", "B2", "bundle-malformed", swap("\npad 40\n", "\npit 40\n"));
no("a length with a leading zero", "B2", "bundle-malformed", swap("\npad 40\n", "\npad 040\n"));
no("a length below 0", "B2", "bundle-malformed", swap("\npad 40\n", "\npad -1\n"));
no("a length in hex", "B2", "bundle-malformed", swap("\npad 40\n", "\npad 0x28\n"));
no("a frame shorter than it says", "B2", "bundle-malformed", swap("\npad 40\n", "\npad 39\n"));
no("a blob without an id", "B2", "bundle-malformed", swap(` ${text}\n`, "\n"));
no("a path in the place of an id", "B2", "bundle-malformed", swap(` ${text}\n`, " ../../../../etc/passwd\n"));
no("an id in capitals", "B2", "bundle-malformed", swap(` ${text}\n`, ` sha256:${text.slice(7).toUpperCase()}\n`));
no("a head with a space", "B3", "bundle-malformed", closed(all({ head: frame("head", sorted(head).replace(":1,", ": 1,")) })));
no("a head that is not UTF-8", "B3", "bundle-malformed", closed(all({ head: frame("head", Buffer.from([0x22, 0xff, 0x22])) })));
no(
  "a statement that is no JSON",
  "B3",
  "bundle-malformed",
  closed(all({ statements: [frame("statement", "{"), ...frames.statements.slice(1)] })),
);
no("a statement in another order of keys", "B3", "bundle-malformed", closed(all({ statements: [frame("statement", JSON.stringify({ signature: founding.signature, header: founding.header, opened: founding.opened })), ...frames.statements.slice(1)] }))); // prettier-ignore
no("a line that does not end", "B4", "bundle-malformed", Buffer.concat([Buffer.from("onrecord-bundle-1\n"), Buffer.alloc(4_000, 0x61)]));
no("a head of five megabytes", "B4", "bundle-limit", Buffer.from("onrecord-bundle-1\nhead 5000000\n"));
no("a statement of a terabyte", "B4", "bundle-limit", Buffer.concat([joined([frames.head]), Buffer.from("statement 1000000000000\n")]));
no(
  "a blob of a gigabyte",
  "B4",
  "bundle-limit",
  Buffer.concat([joined([frames.head, ...frames.statements]), Buffer.from(`blob 1000000000 ${text}\n`)]),
);
no("an end of two kilobytes", "B4", "bundle-limit", Buffer.concat([joined(all()), Buffer.from("end 2048\n")]));
no("a billion statements", "B4", "bundle-limit", closed(headed({ statements: 1_000_000_000 })));
no("a billion blobs", "B4", "bundle-limit", closed(headed({ blobs: 1_000_000_000 })));
no("no head", "B5", "bundle-order", closed(all().slice(1)));
no("two heads", "B5", "bundle-order", closed([frames.head, ...all()]));
no(
  "a blob among the statements",
  "B5",
  "bundle-order",
  closed([frames.head, ...frames.statements.slice(0, -1), ...frames.blobs, ...frames.statements.slice(-1), frames.pad]),
);
no("no padding", "B5", "bundle-order", closed(all().slice(0, -1)));
no("padding twice", "B5", "bundle-order", closed([...all(), frames.pad]));
no("padding before the blobs", "B5", "bundle-order", closed([frames.head, ...frames.statements, frames.pad, ...frames.blobs]));
no("something after the end", "B5", "bundle-trailing", Buffer.concat([whole, Buffer.from("\n")]));
no("a second bundle after the end", "B5", "bundle-trailing", Buffer.concat([whole, whole]));
no("cut in a statement", "B5", "bundle-truncated", whole.subarray(0, 1_500));
no("cut before the end", "B5", "bundle-truncated", joined(all()));
no("cut by one byte", "B5", "bundle-truncated", whole.subarray(0, -1));
no("a head of version 2", "B6", "bundle-malformed", closed(headed({ v: 2 })));
no("a head with a key too many", "B6", "bundle-malformed", closed(headed({ note: "" })));
no("a head that counts below 0", "B6", "bundle-malformed", closed(headed({ statements: -1 })));
no("a recipient that is none", "B6", "bundle-malformed", closed(headed({ recipient: "age1" })));
no("a device that is none", "B6", "bundle-malformed", closed(headed({ device: "aigul" })));
no("what is held out of order", "B7", "bundle-malformed", closed(headed({ have: [...head.have].reverse() })));
no(
  "ranges that touch",
  "B7",
  "bundle-malformed",
  closed(headed({ have: [{ ...head.have[0], ranges: [range(founding, 0, 0), range(reading, 1, 2)] }] })),
);
no(
  "a range that ends before it begins",
  "B7",
  "bundle-malformed",
  closed(headed({ have: [{ ...head.have[0], ranges: [range(reading, 2, 1)] }] })),
);
no("left out twice", "B8", "bundle-malformed", closed(headed({ without: [drafts, drafts] })));
{
  const other = { ...head, case: sha("another case") };
  no(
    "of another case",
    "B9",
    "bundle-case",
    closed(headed(other), (before) => end(before, { claims: other })),
  );
}
no("a statement with a key too many", "B10", "bundle-malformed", closed(all({ statements: [frame("statement", sorted({ ...JSON.parse(carried(founding)) as object, id: founding.id })), ...frames.statements.slice(1)] }))); // prettier-ignore
no("a signature of 63 bytes", "B10", "bundle-malformed", closed(all({ statements: statements.map((one) => frame("statement", carried(one === sealed ? { ...one, signature: one.signature.slice(2) } : one))) }))); // prettier-ignore
const withOne = (change: (one: Vector) => Vector): Buffer =>
  closed(all({ statements: statements.map((one) => frame("statement", carried(one === sealed ? change(one) : one))) }));
const flipped = (hex: string): string => hex.replace(/^./, (digit) => (parseInt(digit, 16) ^ 1).toString(16));
no(
  "a statement with a bit of its signature changed",
  "B11",
  "statement-signature",
  withOne((one) => ({ ...one, signature: flipped(one.signature) })),
);
no("a statement with a value changed", "B11", "statement-field", withOne((one) => ({ ...one, opened: one.opened.map((field) => (field.name === "published" ? { ...field, value: "2026-02-28" } : field)) }))); // prettier-ignore
no(
  "a statement whose header is not canonical",
  "B11",
  "statement-malformed",
  withOne((one) => ({ ...one, header: `${one.header} ` })),
);
{
  const header = sealed.header.replace(founding.id, sha("another case"));
  const signature = sign(null, pae(header, STATEMENT), key("aigul")).toString("hex");
  no(
    "a statement of another case",
    "B11",
    "statement-case",
    withOne((one) => ({ ...one, header, signature })),
  );
}
no("statements in another order", "B12", "bundle-order", closed(all({ statements: [...frames.statements].reverse() })));
no("a statement twice", "B12", "bundle-order", closed([frame("head", sorted({ ...head, statements: 5 })), frames.statements[0] as Frame, ...frames.statements, ...frames.blobs, frames.pad])); // prettier-ignore
no("fewer statements than it says", "B13", "bundle-count", closed(headed({ statements: 5 })));
no("more statements than it says", "B13", "bundle-count", closed(headed({ statements: 3 })));
no("a blob with a bit changed", "B14", "blob-altered", closed(all({ blobs: [frame("blob", Buffer.from(layer.map((byte, at) => (at === 3 ? byte ^ 1 : byte))), text)] }))); // prettier-ignore
no("a blob that nothing names", "B15", "bundle-blob", closed(all({ head: frame("head", sorted({ ...head, blobs: 2 })), blobs: [...frames.blobs, frame("blob", "x", sha("x"))].sort(([a], [b]) => ((a.split(" ")[2] ?? "") < (b.split(" ")[2] ?? "") ? -1 : 1)) }))); // prettier-ignore
no("a named blob left out unsaid", "B15", "bundle-blob", closed(headed({ without: [] })));
no("left out and not named", "B15", "bundle-blob", closed(headed({ without: [drafts, sha("x")].sort() })));
no("left out and carried", "B15", "bundle-blob", closed(headed({ without: [drafts, text].sort() })));
no(
  "a blob twice",
  "B16",
  "bundle-order",
  closed(all({ head: frame("head", sorted({ ...head, blobs: 2 })), blobs: [...frames.blobs, ...frames.blobs] })),
);
no("fewer blobs than it says", "B16", "bundle-count", closed(headed({ blobs: 2 })));
no("more blobs than it says", "B16", "bundle-count", closed(headed({ blobs: 0, without: [drafts, text].sort() })));
no("padding that holds something", "B17", "bundle-padding", closed(all({ pad: frame("pad", Buffer.alloc(40, 0x20)) })));
no(
  "an end that is no JSON",
  "B19",
  "bundle-malformed",
  closed(all(), () => frame("end", "end")),
);
no(
  "the digest of something else",
  "B19",
  "bundle-digest",
  closed(all(), () => end(Buffer.from("something else"))),
);
no("altered after it was signed", "B19", "bundle-digest", closed(headed({ recipient: `age1${"q".repeat(58)}` }), () => end(joined(all())))); // prettier-ignore
no(
  "signed by another device",
  "B20",
  "bundle-signature",
  closed(all(), (before) => end(before, { who: "daniyar" })),
);
no(
  "signed as a statement",
  "B20",
  "bundle-signature",
  closed(all(), (before) => end(before, { type: STATEMENT })),
);
no(
  "signed for another case",
  "B20",
  "bundle-signature",
  closed(all(), (before) => end(before, { claims: { ...head, case: sha("another case") } })),
);
no(
  "signed for another maker",
  "B20",
  "bundle-signature",
  closed(all(), (before) => end(before, { claims: { ...head, device: device("daniyar") } })),
);

/** The two files as they should be. */
export const files = {
  "bundle-good.json": { case: founding.id, bundles: good },
  "bundle-bad.json": { case: founding.id, bundles: bad },
} as const;

if (import.meta.main) {
  for (const [name, content] of Object.entries(files)) writeFileSync(new URL(name, folder), `${JSON.stringify(content, null, 2)}\n`);
}
