/** Where people differ, and what waits for somebody to decide. */
import type { ConflictRow } from "../model/rows.ts";
import { countWords } from "./amounts.ts";
import type { Desk } from "./desk.ts";
import { desk } from "./desk.ts";
import { deviceWord, shortWord } from "./signers.ts";
import type { CaseState } from "./state.ts";
import type { Block, Item, Page } from "./tree.ts";
import { empty, heading, item, list, minor, note, page, section, strong } from "./tree.ts";

const KIND_WORDS: Readonly<Record<ConflictRow["kind"], string>> = {
  judgement: "Judgements of one claim",
  link: "A link and an unlink",
  grade: "Two grades",
  pledge: "What became of a promise",
  "set-aside": "Set aside",
  waiting: "Waiting",
  fork: "A forked log",
  removal: "A disputed removal",
};

// A device can have thousands that wait; their number says enough.
const MOST_SIDES = 6;

function conflictItem(conflict: ConflictRow, at: Desk): Item {
  const claim = conflict.kind === "judgement" ? at.state.claims.find(({ id }) => id === conflict.about) : undefined;
  const sides = conflict.sides.slice(0, MOST_SIDES).map(({ by, statement, says }) => {
    const who = by === null ? "" : `${deviceWord(by)}: `;
    return item(`${who}${shortWord(says)}`, minor(` (statement ${shortWord(statement)})`));
  });
  const left = conflict.sides.length - sides.length;
  if (left > 0) sides.push(item(minor(`and ${left} more`)));
  return item(
    strong(KIND_WORDS[conflict.kind]),
    ` · ${shortWord(conflict.about)} · ${conflict.message}`,
    ...(claim === undefined ? [] : [at.quote(claim, "below")]),
    list(sides),
  );
}

/** All conflicts. */
export function conflictsPage(state: CaseState): Page {
  const at = desk(state, "shown");
  const all = state.conflicts;
  const blocks: Block[] = [heading(1, "Conflicts")];
  if (all.length === 0) blocks.push(empty("Nobody contradicts anybody, and nothing waits to be decided."));
  else {
    blocks.push(note(`${countWords(all.length, "conflict")}. The program settles none of them.`));
    blocks.push(section("conflicts", [list(all.map((each) => conflictItem(each, at)))]));
  }
  return page("conflicts", "Conflicts", blocks);
}
