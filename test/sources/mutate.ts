/** Seeded damage to input files: what a bad disk, a careless save or an attacker does to them. */
import { english, kazakh, others, russian } from "../language/samples.ts";
import { encode } from "./encode.ts";

/** A generator of whole numbers from 0 to below `limit` (mulberry32), the same for the same seed. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

type Dice = ReturnType<typeof seeded>;

function pick<T>(items: readonly T[], dice: Dice): T {
  return items[dice(items.length)] as T;
}

const frontMatter = "---\ntitle: Notice\npublished: 2031-03-04\nrestates:\n  publisher: Herald\n  published: 2031-03-03\n---\n\n";

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notice</title><meta property="article:published_time" content="2031-03-04T10:00:00Z">` +
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Notice"}</script></head><body><nav><a href="/">Home</a></nav>` +
  `<article><h1>Notice</h1>${body}</article><ul><li>One</li></ul><table><tr><td>1</td></tr></table></body></html>`;

const texts = [english, russian, kazakh, others.uk ?? [], others.de ?? [], others.zh ?? []].map((paragraphs) => paragraphs.join("\n\n"));

function seedText(dice: Dice): string {
  const text = pick(texts, dice);
  switch (dice(4)) {
    case 0:
      return text;
    case 1:
      return frontMatter + text;
    case 2:
      return text.replaceAll("\n", "\r\n");
    default:
      return page(
        text
          .split("\n\n")
          .map((paragraph) => `<p>${paragraph}</p>`)
          .join(""),
      );
  }
}

const labels = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r", "windows-1252", "kz-1048", "ibm866"] as const;

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const hostile: readonly ((dice: Dice) => string)[] = [
  (dice) => "<div>".repeat(dice(60_000)),
  (dice) => page("<b><i>".repeat(dice(20_000)) + "x" + "</i>".repeat(dice(20_000))),
  (dice) => page("<table><tr><td>".repeat(dice(3_000))),
  (dice) => page(`<p ${"a=1 ".repeat(dice(20_000))}>x`),
  (dice) => page("<".repeat(dice(100_000))),
  (dice) => page("<!--".repeat(dice(20_000))),
  (dice) => page("&amp;".repeat(dice(50_000))),
  (dice) => page("<script>".repeat(dice(20_000))),
  (dice) => `---\n${"a: [".repeat(dice(10_000))}\n---\nText.`,
  (dice) =>
    `---\na: &a [x]\n${Array.from({ length: dice(30) }, (_, n) => `k${n}: &k${n} [*a, *a, *${n === 0 ? "a" : `k${n - 1}`}]`).join("\n")}\n---\nText.`,
  (dice) => `---\n${"- ".repeat(dice(20_000))}x\n---\nText.`,
  (dice) => `---\n${"x".repeat(dice(70_000))}`,
  (dice) => "\n".repeat(dice(100_000)) + "end",
  (dice) => "word ".repeat(dice(100_000)),
  (dice) => "ы".repeat(dice(100_000)),
  (dice) => "1,".repeat(dice(50_000)),
  (dice) => '"'.repeat(dice(20_000)),
  (dice) => "(".repeat(dice(20_000)),
  (dice) => "A. ".repeat(dice(20_000)),
  (dice) => `${"said that ".repeat(dice(5_000))}.`,
  (dice) => "between 5 and ".repeat(dice(5_000)),
  (dice) => "\u0301".repeat(dice(20_000)),
  (dice) => "\ud83d\ude00".repeat(dice(20_000)),
];

type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array;

const mutations: readonly Mutation[] = [
  (bytes, dice) => bytes.slice(0, dice(bytes.length + 1)),
  (bytes, dice) => bytes.slice(dice(bytes.length + 1)),
  (bytes, dice) => {
    const from = dice(bytes.length + 1);
    return join(bytes.slice(0, from), bytes.slice(Math.min(bytes.length, from + dice(200))));
  },
  (bytes, dice) => {
    const copy = bytes.slice();
    for (let flips = 1 + dice(30); flips > 0 && copy.length > 0; flips -= 1) copy[dice(copy.length)] = dice(256);
    return copy;
  },
  (bytes, dice) => {
    const copy = bytes.slice();
    const at = dice(Math.max(1, copy.length));
    if (copy.length > 0) copy[at] = (copy[at] as number) ^ (1 << dice(8));
    return copy;
  },
  (bytes, dice) => join(bytes.slice(0, dice(bytes.length + 1)), encode(seedText(dice), pick(labels, dice))),
  (bytes, dice) => join(bytes, bytes.slice(dice(bytes.length + 1))),
  (bytes, dice) => {
    const at = dice(bytes.length + 1);
    return join(bytes.slice(0, at), bytesOf(pick(hostile, dice)(dice)), bytes.slice(at));
  },
  (bytes, dice) =>
    join(
      Uint8Array.of(
        ...pick(
          [
            [0xff, 0xfe],
            [0xfe, 0xff],
            [0xef, 0xbb, 0xbf],
            [0xff, 0xfe, 0, 0],
            [0x1f, 0x8b, 8],
            [0, 0],
          ],
          dice,
        ),
      ),
      bytes,
    ),
  (bytes, dice) => bytes.map((byte) => (dice(3) === 0 ? byte ^ 0x80 : byte)),
  (_bytes, dice) => Uint8Array.from({ length: dice(3_000) }, () => dice(256)),
  (bytes) => bytes.slice().reverse(),
];

const names = ["a.txt", "a.md", "a.html", "a.htm", "a", null, "a.pdf", "a.TXT", "a.markdown"] as const;

/** One damaged input. */
export interface Mutant {
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/** The damaged input of this seed: a good file, or a hostile one, changed up to four times and given some name. */
export function mutant(seed: number): Mutant {
  const dice = seeded(seed);
  const start = dice(25) === 0 ? bytesOf(pick(hostile, dice)(dice)) : encode(seedText(dice), pick(labels, dice));
  let bytes = start;
  for (let rounds = dice(4); rounds >= 0; rounds -= 1) bytes = pick(mutations, dice)(bytes, dice);
  return { name: pick(names, dice), bytes };
}
