/** Documents made up from a seed: news of a place that is not on any map. The same seed gives the same documents. */

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WHO = [
  "the district hospital",
  "the interior ministry of Sarybel",
  "Marat Oryn, a lawyer",
  "the Tasqala relief fund",
  "two drivers",
  "the mayor's office",
];
const SAID = ["said", "reported", "denied", "confirmed", "claimed", "told reporters"];
const WHAT = ["were injured", "had been detained", "were killed", "remain missing", "were released", "sought medical care", "were charged"];
const WHERE = [
  "at the Sarybel bridge",
  "in Tasqala",
  "near the Kenges depot",
  "on Zharyk Street",
  "outside the city hall",
  "in three villages",
];
const WHEN = [
  "on Tuesday",
  "on the night of March 4",
  "by the morning of March 6",
  "last week",
  "between March 2 and March 5",
  "in early March",
];
const MORE = [
  "It is not known who gave the order.",
  "The shops stayed closed and there was no connection.",
  "The governor promised an inquiry by the end of April.",
  "Others described it as a clash between two crowds.",
];

// More than half of an article states nothing that a record holds; a document made of claims alone would hold three times those of a real one.
const BETWEEN = [
  "Snow lay on the roofs and the river carried ice under the old railway arches.",
  "People spoke in low voices, waiting for the bus that leaves the market at seven.",
  "The town lies in a valley between two ridges, an hour by road from the border.",
  "Along the embankment stand poplars that were planted when the mine was opened.",
  "Nothing about the square suggests how many languages are spoken around it.",
  "An old man swept the steps of the library, as he does on every morning of the year.",
];

/** A document of at least `length` characters, as Markdown with front matter. */
export function document(next: () => number, number: number, length: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  const head = `---\ntitle: Report ${number} from Sarybel\npublisher: Sarybel Courier\npublished: 2025-03-${String(1 + (number % 28)).padStart(2, "0")}\n---\n\n`;
  const parts = [head];
  for (let at = head.length; at < length;) {
    const count = 1 + Math.floor(next() * 900);
    const kind = next();
    const sentence =
      kind < 0.7
        ? pick(kind < 0.55 ? BETWEEN : MORE)
        : `${pick(["More than ", "About ", "At least ", "", ""])}${count} people ${pick(WHAT)} ${pick(WHERE)} ${pick(WHEN)}, ${pick(WHO)} ${pick(SAID)}.`;
    const piece = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${next() < 0.15 ? "\n\n" : " "}`;
    parts.push(piece);
    at += piece.length;
  }
  return `${parts.join("").trimEnd()}\n`;
}
