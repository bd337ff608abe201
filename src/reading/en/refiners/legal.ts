/** The legal stage that somebody is said to be in, with the offence: suspected is not charged, charged is not convicted. */
import type { EventType, LegalStage, Unit } from "../../../model/words.ts";
import type { Found } from "../../found.ts";
import type { Refiner } from "../finder.ts";
import type { Scene } from "../scene.ts";

export const legal: Refiner = {
  name: "legal",
  refine(findings, scene) {
    return findings.map((finding) =>
      finding.legal === null && (finding.kind === "event" || finding.kind === "figure")
        ? { ...finding, legal: legalOf(scene, finding) }
        : finding,
    );
  },
};

interface Stage {
  readonly stage: LegalStage;
  /** Group 1 is the offence. */
  readonly words: RegExp;
}

/** Later stages first: "arrested and charged with arson" is charged. */
const STAGES: readonly Stage[] = [
  { stage: "acquitted", words: /\b(?:acquitted|cleared|exonerated) of\s+(.+)/i },
  {
    stage: "convicted",
    words:
      /\b(?:convicted of|found guilty of|(?:sentenced|jailed|imprisoned)\b[^.;]{0,60}?\bfor(?!\s+(?:\w+[ -]){0,3}(?:years?|months?|days?|life)\b))\s+(.+)/i,
  },
  { stage: "charged", words: /\b(?:charged with|(?:face|faces|facing|faced) charges? of|indicted (?:for|on)|prosecuted for)\s+(.+)/i },
  { stage: "tried", words: /\b(?:on trial (?:for|on charges of)|stood trial for|tried for)\s+(.+)/i },
  { stage: "suspected", words: /\b(?:suspected of|suspects? in|(?:on |under )?suspicion of)\s+(.+)/i },
];

const BY_EVENT: Readonly<Partial<Record<EventType, LegalStage>>> = {
  arrest: "detained",
  remand: "remanded",
  charge: "charged",
  trial: "tried",
  sentence: "convicted",
  acquittal: "acquitted",
  amnesty: "amnestied",
  pardon: "pardoned",
  "case-closed": "closed",
};

const BY_UNIT: Readonly<Partial<Record<Unit, LegalStage>>> = {
  suspected: "suspected",
  remanded: "remanded",
  charged: "charged",
  sentenced: "convicted",
  convicted: "convicted",
  acquitted: "acquitted",
  amnestied: "amnestied",
};

const NOT_YET = /\b(?:waiting|awaiting|expected|due|likely|about|yet|want(?:s|ed)?(?: \w+)?|refused|without being) (?:to be\s*)?$/i;

/** The stage in the words of a finding, else that of its event or unit. "Waiting to be charged" is not charged. */
function legalOf(scene: Scene, finding: Found): Found["legal"] {
  const text = scene.analysis.text.slice(finding.start, finding.end);
  // "has never been charged", "is expected to be charged": no stage is reached.
  if (finding.negated || finding.certainty === "planned") return null;
  const own = stageOf(finding);
  for (const { stage, words } of STAGES) {
    const match = words.exec(text);
    if (match === null || NOT_YET.test(text.slice(0, match.index))) continue;
    // Of several stages in one clause the finding tells of its own.
    if (own !== null && own !== stage && !(own === "detained" && stage === "suspected")) continue;
    return { stage, offence: offenceIn(match[1] ?? "") };
  }
  return own === null ? null : { stage: own, offence: null };
}

function stageOf(finding: Found): LegalStage | null {
  if (finding.rule === "en.event.suspicion") return finding.negated ? null : "suspected";
  if (finding.kind === "figure") return finding.figure === null ? null : (BY_UNIT[finding.figure.unit] ?? null);
  const verbal = !finding.rule.startsWith("en.event.noun") && finding.event !== null && !finding.negated && finding.certainty !== "planned";
  return verbal && finding.who.some(({ role }) => role === "patient") ? (BY_EVENT[finding.event] ?? null) : null;
}

function offenceIn(words: string): string | null {
  const offence = words
    .replace(/[,;–—.].*$/, "")
    .replace(/\s+(?:while|after|before|on|in|and (?:was|were|is|are|has|have|then)|but|when|during|by|under)\b.*$/i, "")
    .replace(/^(?:the|a|an)\s+/i, "")
    .replace(/["“”«»]/g, "")
    .trim();
  return offence === "" ? null : offence;
}
