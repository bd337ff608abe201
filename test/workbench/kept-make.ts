/**
 * Makes the cases in test/golden/cases: `node test/workbench/kept-make.ts NAME`. What is there is never made again: each folder is a case as a program of
 * its time left it, with every kind of statement in it, and has to open for ever. A change of format adds a folder.
 */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ref } from "../../src/model/refs.ts";
import type { Workbench } from "../../src/workbench.ts";
import { initCase, joinCase, openCase } from "../../src/workbench.ts";
import { openHome } from "../../src/workbench/home.ts";
import { CHEAP } from "./cheap.ts";

/** Of the sealed case. It is no secret: it is here. */
export const KEPT_PASSPHRASE = "willow copper lantern orbit mint";

export const keptRoot = new URL("../golden/cases/", import.meta.url).pathname;

const documents: Readonly<Record<string, string>> = {
  "a.md":
    "---\ntitle: One\npublisher: Kaltan Courier\npublished: 2031-03-07\n---\n\nOn 5 March 2031 protesters stormed the port of Kaltan. Dana Orlen was arrested on 6 March 2031. The Interior Ministry said 38 people were killed in Kaltan. The mayor promised to rebuild the port. It is not known who fired first.\n",
  "b.md":
    "---\ntitle: Two\npublisher: Velmar Herald\npublished: 2031-03-09\n---\n\nOn 6 March 2031 a crowd seized the harbour in Kaltan. The clinic said 41 people were killed in Kaltan.\n",
  "c.txt": "Больница сообщила, что 12 человек ранены в Кальтане.\n",
};

async function all<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const out: T[] = [];
  for await (const row of rows) out.push(row);
  return out;
}

/** What of a case has to stay as it is, whatever reads, joins or draws it later: nothing that a better reader may see otherwise. */
export async function keptOf(bench: Workbench, passphrase: string | null): Promise<unknown> {
  const { store } = await openHome(bench.dir, passphrase);
  const statements: unknown[] = [];
  for await (const { id } of store.statements()) statements.push(...(await bench.history(id)).filter((row) => row.id === id));
  await store.close();
  const { device, recipient } = await bench.keys();
  return {
    case: bench.caseId,
    keys: { device, recipient },
    settings: await bench.settingsNow(),
    statements,
    members: (await bench.members()).map(({ device: of, name, role, grants, state, statements: count }) => ({
      of,
      name,
      role,
      grants,
      state,
      count,
    })),
    names: await bench.protectedNames(),
    sources: (await all(bench.sources())).map(({ id, text, title, published, got, grade, bytes }) => ({
      id,
      text,
      title,
      published,
      got,
      grade,
      bytes,
    })),
    texts: await Promise.all((await all(bench.sources())).map(({ id }) => bench.text(id))),
    claims: (await all(bench.claims())).map(({ id, start, end, quote, kind, review }) => ({ id, start, end, quote, kind, review })),
    findings: await all(bench.view("findings")),
    signed: await all(bench.view("signed")),
  };
}

async function make(name: string, passphrase: string | null): Promise<void> {
  const dir = join(keptRoot, name, "case");
  if (existsSync(dir)) throw new Error(`${dir} is there, and is never made again.`);
  const work = join(keptRoot, name, "work");
  mkdirSync(work, { recursive: true });
  const overrides = { published: null, url: null, outlet: null, language: null };
  const inputs = Object.entries(documents).map(([file, text]) => {
    writeFileSync(join(work, file), text);
    return { path: join(work, file), name: file, overrides };
  });
  const secret = passphrase === null ? {} : { passphrase, cost: CHEAP };
  await initCase(dir, { zone: "Asia/Almaty", languages: ["en", "ru"], name: "Kaltan", ...secret });
  const ada = await openCase(dir, { passphrase });
  await ada.add(inputs, {}, () => undefined);
  const sources = await all(ada.sources());
  const [one, two] = ["One", "Two"].map((title) => sources.find((source) => source.title === title));
  const claims = await all(ada.claims());
  const claim = (words: string): (typeof claims)[number] => claims.find(({ quote }) => quote.includes(words)) ?? (claims[0] as never);
  if (one === undefined || two === undefined) throw new Error("no sources");
  const ref = (id: (typeof claims)[number]["id"]): Ref => ({ type: "claim", claim: id });
  const [stormed, killed, seized] = [claim("stormed"), claim("38 people"), claim("seized")];
  await ada.judge(stormed.id, "accept", { reason: "as it stands" });
  await ada.judge(killed.id, "correct", { set: ["figure.min=37"] });
  await ada.judge(seized.id, "dispute", {});
  await ada.addClaim({ source: one.id, quote: "rebuild the port", start: null, kind: "event", set: ["event=other"], reason: null });
  await ada.say("link", { relation: "same-event", from: ref(stormed.id), to: ref(seized.id), reason: null });
  await ada.say("unlink", {
    relation: "derives-from",
    from: { type: "source", source: two.id },
    to: { type: "source", source: one.id },
    reason: null,
  });
  await ada.say("grade", { of: { type: "source", source: one.id }, grade: "B", reason: null });
  const finding = await ada.say("finding", { text: "The port was stormed", standard: "balance", supports: [stormed.id], against: [], unresolved: ["by whom"], supersedes: null }); // prettier-ignore
  const rival = await ada.say("hypothesis", { text: "a fault", scope: null, claims: [], supersedes: null });
  await ada.say("cell", { hypothesis: rival, evidence: stormed.id, mark: "inconsistent", reason: null });
  const [question] = await all(ada.view("questions"));
  if (question !== undefined) await ada.say("answer", { question: question.id, claims: [stormed.id], text: null });
  const [pledge] = await all(ada.view("pledges"));
  if (pledge !== undefined) await ada.say("pledge-status", { pledge: pledge.id, state: "broken", evidence: [], reason: null });
  await ada.sayForm("response", ["party=Ministry", "state=sought", "date=2031-03-10"]);
  await ada.sayForm("consent", ["person=W-1", "state=given", "scope=to be quoted"]);
  await ada.sayForm("legal-outcome", ["person=Dana Orlen", "stage=acquitted"]);
  await ada.sayForm("place", ["name=Kaltan", "precision=settlement", "latitude=43.25", "longitude=76.9"]);
  await ada.sayForm("settings", ["setting=name", "value=Kaltan port"]);
  await ada.sayForm("publication-stamp", [`edition=${one.id}`, "verdict=refuse", 'checks=["leaks"]']);
  const note = await ada.say("note", { on: one.id, text: "to be erased" });
  const taken = await ada.say("note", { on: finding, text: "taken back" });
  await ada.withdraw(taken, null);
  await ada.erase(note, ["text"], "asked");
  await ada.protect({ names: ["Dana Orlen"], passage: null, source: null, reason: "a detainee" });
  const bundle = join(work, "one.bundle");
  await ada.bundle(bundle, { whom: null, all: true });
  await joinCase(join(work, "ben"), bundle, {});
  const ben = await openCase(join(work, "ben"));
  await ada.addMember(await ben.memberFile("Ben"), { name: null, role: "contributor" });
  await ada.changeMember("Ben", { role: null, give: ["names"], take: [], reason: null });
  await ada.removeMember("Ben", null);
  const waiting = await ben.say("note", { on: null, text: "set aside, then admitted" });
  await ben.say("note", { on: null, text: "set aside" });
  const back = join(work, "two.bundle");
  await ben.bundle(back, { whom: null, all: true });
  await ben.close();
  await ada.merge([back], () => undefined);
  await ada.admit(waiting, "seen");
  const kept = await keptOf(ada, passphrase);
  await ada.close();
  cpSync(back, join(keptRoot, name, "ben.bundle"));
  rmSync(work, { recursive: true });
  writeFileSync(join(keptRoot, name, "kept.json"), `${JSON.stringify(kept, null, 1)}\n`);
}

if (import.meta.main) {
  const name = process.argv[2] ?? "";
  await make(`${name}-open`, null);
  await make(`${name}-sealed`, KEPT_PASSPHRASE);
}
