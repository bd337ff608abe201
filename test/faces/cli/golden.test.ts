/** What people see, page by page, at two widths. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cells } from "../../../src/faces/cli/wrap.ts";
import { renderPage } from "../../../src/faces/cli/terminal.ts";
import { claimsPage } from "../../../src/pages/claims.ts";
import { conflictsPage } from "../../../src/pages/conflicts.ts";
import { figuresPage } from "../../../src/pages/figures.ts";
import { findingsPage } from "../../../src/pages/findings.ts";
import { historyPage } from "../../../src/pages/history.ts";
import { peoplePage } from "../../../src/pages/people.ts";
import { pledgesPage } from "../../../src/pages/pledges.ts";
import { questionsPage } from "../../../src/pages/questions.ts";
import { refusedPage } from "../../../src/pages/refused.ts";
import { reviewPage } from "../../../src/pages/review.ts";
import { rivalsPage } from "../../../src/pages/rivals.ts";
import { signedPage } from "../../../src/pages/signed.ts";
import { showPage } from "../../../src/pages/show.ts";
import { sourcesPage } from "../../../src/pages/sources.ts";
import { timelinePage } from "../../../src/pages/timeline.ts";
import type { Page } from "../../../src/pages/tree.ts";
import { verifyPage } from "../../../src/pages/verify.ts";
import { golden } from "../../golden/golden.ts";
import { id, velmar } from "../../pages/fixture.ts";

const checked = { statements: 6, sources: 3, passages: 15 };
/** A claim of the case in a text that is made of its quote. */
function reviewed(): Page {
  const [claim] = velmar.claims;
  assert.ok(claim);
  const lead = "The first paper to write of it was read in the harbour.\n\n";
  const placed = { ...claim, start: lead.length, end: lead.length + claim.quote.length };
  return reviewPage({ ...velmar, claims: [placed] }, placed, `${lead}${claim.quote} Nobody else was there.`, 3, 12);
}

function historied(): Page {
  const [claim] = velmar.claims;
  assert.ok(claim);
  const by = `ed25519:${"5c".repeat(32)}`;
  const judged = (word: string, verdict: string, state: string, time: string) => {
    return { id: id(word), kind: "judge", by, time, state, says: { verdict, reason: "as the original has it" } };
  };
  const entries = [
    judged("s-1", "accept", "withdrawn", "2031-05-01T09:00:00Z"),
    judged("s-2", "reject", "counts", "2031-05-02T09:00:00Z"),
    { id: id("s-3"), kind: "withdraw", by, time: "2031-05-02T08:00:00Z", state: "counts", says: { statement: id("s-1"), reason: null } },
  ];
  return historyPage(claim.id, { ...claim, review: "rejected" }, entries);
}

const PAGES: Readonly<Record<string, Page>> = {
  show: showPage(velmar, { names: "withheld" }),
  "show-names": showPage(velmar, { names: "shown" }),
  sources: sourcesPage(velmar),
  claims: claimsPage(velmar, null),
  figures: figuresPage(velmar),
  timeline: timelinePage(velmar),
  people: peoplePage(velmar),
  questions: questionsPage(velmar),
  pledges: pledgesPage(velmar),
  rivals: rivalsPage(velmar),
  signed: signedPage(velmar),
  findings: findingsPage(velmar),
  conflicts: conflictsPage(velmar),
  review: reviewed(),
  history: historied(),
  refused: refusedPage(velmar),
  "verify-sound": verifyPage({ ok: true, checked, refused: [] }),
  "verify-faults": verifyPage({
    ok: false,
    checked,
    refused: [{ id: id("bulletin"), code: "blob-altered", message: "The sealed bytes no longer have their hash." }],
  }),
};

const draw = (page: Page, width: number, color = false): string =>
  renderPage(page, { width, color, command: (name) => `onrecord ${name} --case velmar` });

for (const [name, page] of Object.entries(PAGES)) {
  test(`${name} looks as it did`, () => {
    for (const width of [80, 120]) golden(`${name}-${width}`, draw(page, width));
  });
}

test("no line is wider than the terminal, down to the narrowest, unless one word is", () => {
  for (const [name, page] of Object.entries(PAGES)) {
    for (const width of [24, 40, 60, 80, 100, 120, 300]) {
      for (const line of draw(page, width).split("\n"))
        assert.ok(cells(line) <= width || /^\s*https:\S+$/.test(line), `${name} at ${width}: ${line}`);
    }
  }
});

test("colour changes no words", () => {
  for (const page of Object.values(PAGES)) {
    assert.equal(draw(page, 80, true).replace(/\u001B\[[\d;]*m/g, ""), draw(page, 80));
  }
});
