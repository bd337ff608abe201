/**
 * Scores what the reader finds against the MEANTIME corpus (Minard et al., LREC 2016), which stays outside the repository:
 *   node eval/meantime.ts PATH [--errors]
 * PATH is a folder of its XML documents. Measured over the sentences that were annotated (title, dateline and the first five):
 * - events: the share of event mentions that lie inside the span of some claim. Precision is not asked: the corpus marks every verb of business news,
 *   the reader looks for what would go on record;
 * - negation: of the mentions marked NEG inside an event claim, how many lie in a negated one, and how many others lie in negated ones only;
 * - amounts: the share of VALUE mentions (numbers of things, sums of money, percentages) whose number some claim's figure says.
 * Time expressions of the same corpus are scored by times.ts.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Draft } from "../src/model/claim.ts";
import { contains } from "../src/model/passage.ts";
import type { Span } from "../src/model/passage.ts";
import { rules } from "../src/reading/rules.ts";

interface Mention extends Span {
  readonly words: string;
  readonly negated: boolean;
  readonly kind: string;
}

interface Document {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly events: readonly Mention[];
  readonly values: readonly Mention[];
}

/** Title, dateline and five sentences: what the annotators worked on. */
const annotated = 7;

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** One document as running text, one sentence a line, with the mentions' places in it. */
function parse(name: string, xml: string): Document {
  const places = new Map<string, Span>();
  let text = "";
  let last = -1;
  for (const [, tag = "", word = ""] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const sentence = Number(attribute(tag, "sentence"));
    if (sentence >= annotated) break;
    const plain = word.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
    const glue = /^(?:[.,;:!?%)\]]|['’]\w*|n't)$/.test(plain) || /[([$]$/.test(text);
    if (sentence !== last) text += text === "" ? "" : "\n";
    else if (!glue) text += " ";
    last = sentence;
    places.set(attribute(tag, "t_id"), { start: text.length, end: text.length + plain.length });
    text += plain;
  }
  const mentions = (element: string): readonly Mention[] =>
    [...xml.matchAll(new RegExp(`<${element} ([^>]*)>([\\s\\S]*?)</${element}>`, "g"))].flatMap(([, tag = "", inner = ""]) => {
      const anchors = [...inner.matchAll(/t_id="(\d+)"/g)].flatMap((match) => places.get(match[1] ?? "") ?? []);
      if (anchors.length === 0) return [];
      const [start, end] = [Math.min(...anchors.map((a) => a.start)), Math.max(...anchors.map((a) => a.end))];
      const negated = attribute(tag, "polarity") === "NEG";
      return [{ start, end, words: text.slice(start, end), negated, kind: attribute(tag, "pos") || attribute(tag, "type") }];
    });
  const creation = [...xml.matchAll(/<TIMEX3 ([^>]*)>/g)].find(([, tag = ""]) => attribute(tag, "functionInDocument") === "CREATION_TIME");
  const value = attribute(creation?.[1] ?? "", "value");
  return { name, text, published: value === "" ? null : value, events: mentions("EVENT_MENTION"), values: mentions("VALUE") };
}

/** The number that a VALUE mention writes in digits, with "million" and "billion" applied and percent as a fraction; null when it is in words. */
function numberOf(words: string): number | null {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0];
  if (digits === undefined) return null;
  const scale = /billion/i.test(words) ? 1e9 : /million/i.test(words) ? 1e6 : /%|percent|per cent/i.test(words) ? 0.01 : 1;
  return Number(digits.replaceAll(",", "")) * scale;
}

function says(draft: Draft, number: number): boolean {
  const { figure } = draft;
  return (
    figure !== null &&
    [figure.best, figure.min, figure.max].some((end) => end !== null && Math.abs(end - number) <= Math.abs(number) * 1e-6)
  );
}

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { errors: { type: "boolean", default: false } } });
const [path] = positionals;
if (path === undefined) {
  console.error("usage: node eval/meantime.ts PATH [--errors]");
  process.exitCode = 2;
} else {
  const counts = { events: 0, covered: 0, negated: 0, kept: 0, invented: 0, values: 0, said: 0 };
  for (const file of readdirSync(path, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".xml")) continue;
    const document = parse(file, readFileSync(join(path, file), "utf8"));
    const { text, published } = document;
    const drafts = rules.read(text, { published, passages: [{ start: 0, end: text.length, language: "en" }] });
    const show = (what: string, mention: Mention): void => {
      if (options.errors)
        console.log(`${what}: ${mention.words} | ${text.slice(Math.max(0, mention.start - 50), mention.end + 50).replaceAll("\n", " ")}`);
    };
    for (const mention of document.events) {
      const around = drafts.filter((draft) => contains(draft, mention));
      counts.events++;
      if (around.length > 0) counts.covered++;
      const happening = around.filter((draft) => draft.kind === "event");
      if (happening.length === 0) continue;
      const negated = happening.some((draft) => draft.negated);
      if (mention.negated) {
        counts.negated++;
        if (negated) counts.kept++;
        else show("negation lost", mention);
      } else if (happening.every((draft) => draft.negated)) {
        counts.invented++;
        show("negation invented", mention);
      }
    }
    for (const mention of document.values) {
      const number = numberOf(mention.words);
      if (number === null) continue;
      counts.values++;
      if (drafts.some((draft) => says(draft, number))) counts.said++;
      else show("amount without a figure", mention);
    }
  }
  const share = (part: number, whole: number): string =>
    `${String(part)} of ${String(whole)}${whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(1)} %)`}`;
  console.log(`event mentions inside a claim:            ${share(counts.covered, counts.events)}`);
  console.log(`negated mentions inside a negated event:  ${share(counts.kept, counts.negated)}`);
  console.log(`plain mentions inside negated events only: ${share(counts.invented, counts.events)}`);
  console.log(`amounts in digits that a figure says:     ${share(counts.said, counts.values)}`);
}
