/**
 * Tables of figures made elsewhere, on their way in. A mapping says which column gives which field of a figure, and what its words mean; each row
 * becomes a document of its own that restates the publication which the row names, so origins, dates and places come out as those of the row.
 */
import { Refusal, WrongUsage } from "../model/errors.ts";
import { faultsOf } from "../model/check.ts";
import type { Id } from "../model/ids.ts";
import { idOfBytes } from "../model/ids.ts";
import type { Json } from "../model/canonical.ts";
import type { RowFigure } from "../reading/table.ts";
import { rowFigureCheck, rowText, tableRows } from "../reading/table.ts";
import { sha256 } from "./crypto.ts";
import type { Input, Overrides } from "./verbs.ts";

/** A row as the table has it: column names to values. */
export type TableRow = Readonly<Record<string, unknown>>;

/** Where a field comes from: a column, or the first of several that says something; `words` gives what each of its values means, "*" all others. */
interface Column {
  readonly from: readonly string[];
  readonly words: Readonly<Record<string, Json>> | null;
  /** A value that is not among `words` stands for itself. */
  readonly rest: "same" | null;
}

type Field = Column | { readonly value: Json };

const figureFields: readonly string[] = [
  ...["unit", "of", "counted", "value", "min", "max", "approx", "accrual", "voice", "anonymous", "party", "stance", "certainty", "negated"],
  ...["when", "asOf", "said", "where", "precision"],
];
const sourceFields: readonly string[] = ["publisher", "published", "url", "language"];

/** Field to where it comes from. */
export type TableMap = ReadonlyMap<string, Field>;

/** The mapping in a parsed JSON value. Throws WrongUsage that names the field and what is wrong with it. */
export function tableMap(value: unknown, file: string): TableMap {
  const isObject = (each: unknown): each is Readonly<Record<string, unknown>> =>
    typeof each === "object" && each !== null && !Array.isArray(each);
  if (!isObject(value)) throw new WrongUsage(`The mapping ${file} is no JSON object. Its keys are the fields of a figure.`);
  const fields = Object.entries(value).filter(([name]) => name !== "about");
  const known = [...figureFields, ...sourceFields];
  return new Map(
    fields.map(([name, field]): readonly [string, Field] => {
      if (!known.includes(name))
        throw new WrongUsage(`The mapping ${file} has a field that is not known: ${name}. The fields are ${known.join(", ")}.`);
      if (typeof field === "string") return [name, { from: [field], words: null, rest: null }];
      if (isObject(field) && "value" in field) return [name, { value: field.value as Json }];
      const from = isObject(field) ? field.from : null;
      const columns = typeof from === "string" ? [from] : Array.isArray(from) ? from : null;
      if (!columns?.every((each) => typeof each === "string"))
        throw new WrongUsage(`In the mapping ${file}, ${name} is expected to be a column, {"from": column, "words": {…}} or {"value": …}.`);
      const words = isObject(field) && isObject(field.words) ? (field.words as Readonly<Record<string, Json>>) : null;
      return [name, { from: columns, words, rest: isObject(field) && field.rest === "same" ? "same" : null }];
    }),
  );
}

/** A value as words: what stands in a cell. Null, and the empty cell of a CSV file, say nothing. */
function cell(row: TableRow, column: string): string | null {
  const value = row[column];
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function valueOf(row: TableRow, field: Field | undefined, name: string): Json {
  if (field === undefined) return null;
  if ("value" in field) return field.value;
  const said = field.from.map((column) => cell(row, column)).find((each) => each !== null) ?? null;
  if (said === null) return null;
  if (field.words === null) return said;
  const meant = Object.hasOwn(field.words, said) ? field.words[said] : field.words["*"];
  if (meant === undefined && field.rest === "same") return said;
  if (meant === undefined)
    throw new Refusal(
      "metadata-bad",
      `“${said}” is not among the words that the mapping gives for ${name}. Add it to them, or a "*" for all others, or "rest": "same".`,
    );
  return meant;
}

function numberOf(value: Json, name: string): number | null {
  if (value === null || typeof value === "number") return value;
  const written = typeof value === "string" ? value.replace(/[\s\u00a0\u202f]|,(?=\d{3}(?:\D|$))/gu, "") : "";
  if (!/^-?\d+(?:\.\d+)?$/.test(written))
    throw new Refusal("metadata-bad", `${name} is expected to be a number, and is “${JSON.stringify(value)}”.`);
  return Number(written);
}

const isYes = (value: Json): boolean => value === true || (typeof value === "string" && /^(?:true|yes|1|да|иә)$/iu.test(value.trim()));

/** The figure that a row says. Throws Refusal `metadata-bad` when the mapping does not give one. */
function figureOf(row: TableRow, map: TableMap): RowFigure {
  const get = (name: string): Json => valueOf(row, map.get(name), name);
  const value = numberOf(get("value"), "value");
  const [low, high] = [numberOf(get("min"), "min"), numberOf(get("max"), "max")];
  if (value === null && low === null && high === null)
    throw new Refusal("metadata-bad", "No column gives a number: neither value nor min nor max.");
  const approx = isYes(get("approx"));
  const exact = value !== null && !approx && low === null && high === null;
  const figure = {
    ...{ unit: get("unit"), of: get("of") ?? [], counted: get("counted") },
    ...{ min: exact ? value : low, max: exact ? value : high, best: value, approx, accrual: get("accrual") },
    ...{ voice: get("voice"), anonymous: isYes(get("anonymous")), party: get("party") ?? "unknown", stance: get("stance") ?? "says" },
    ...{ certainty: get("certainty") ?? "stated", negated: isYes(get("negated")) },
    ...{ when: get("when"), asOf: get("asOf"), said: get("said"), where: get("where"), precision: get("precision") ?? "settlement" },
  };
  const [fault] = faultsOf(rowFigureCheck, figure);
  if (fault !== undefined)
    throw new Refusal("metadata-bad", `${fault.path} is expected ${fault.expected}. Correct the mapping or the row.`);
  return figure as unknown as RowFigure;
}

const yaml = (value: Json): string => (value === null ? "" : JSON.stringify(value));

interface Made {
  readonly title: string;
  /** Id of the table. */
  readonly hash: Id;
  readonly maker: Overrides;
}

/** A row as a document: front matter of what it restates, then its text. */
function documentOf(row: TableRow, map: TableMap, { title, hash, maker }: Made): Uint8Array {
  const figure = figureOf(row, map);
  const columns = Object.fromEntries(
    Object.keys(row)
      .flatMap((name) => [[name, cell(row, name)] as const])
      .filter(([, said]) => said !== null),
  );
  const get = (name: string): Json => valueOf(row, map.get(name), name);
  const published = get("published") ?? figure.said ?? maker.published;
  const front = [
    `title: ${yaml(title)}`,
    `publisher: ${yaml(maker.outlet)}`,
    `published: ${yaml(maker.published)}`,
    `language: ${yaml(maker.language ?? "en")}`,
    "form: restatement",
    "restates:",
    `  publisher: ${yaml(get("publisher"))}`,
    `  published: ${yaml(published)}`,
    `  url: ${yaml(get("url"))}`,
    `  language: ${yaml(get("language"))}`,
  ];
  return new TextEncoder().encode(
    `---\n${front.join("\n")}\n---\n\n${rowText(`${title}, ${hash}`, columns as Record<string, string>, figure)}`,
  );
}

/** A table to take in. */
export interface Table {
  /** What it is called in the record. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: readonly TableRow[];
}

/** The table itself, sealed and unread, then each of its rows. A row that the mapping does not fit is refused when its turn comes; the rest goes on. */
export function tableInputs(table: Table, map: TableMap, maker: Overrides): readonly Input[] {
  const hash = idOfBytes(table.bytes, sha256);
  const rows = table.rows.map((row, at): Input => {
    const name = `${table.name}, row ${at + 1}`;
    const given = {
      path: name,
      name: `${name}.md`,
      overrides: { published: null, url: null, outlet: null, language: null },
      readers: [tableRows],
    };
    try {
      return { ...given, bytes: documentOf(row, map, { title: `Row ${at + 1} of ${table.name}`, hash, maker }) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...given, bytes: error };
    }
  });
  return [{ path: table.name, name: table.name, overrides: maker, bytes: table.bytes, readers: [] }, ...rows];
}
