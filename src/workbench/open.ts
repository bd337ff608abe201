/** An opened case: the verbs over its store, blobs and key. */
import { resolve } from "node:path";
import type { KeyObject } from "node:crypto";
import type { Signing } from "../log/crypto.ts";
import { NotSaved, WrongUsage } from "../model/errors.ts";
import type { Refused } from "../model/errors.ts";
import type { Id } from "../model/ids.ts";
import type { PersonRow } from "../model/rows.ts";
import type { DeviceId } from "../model/statement.ts";
import type { Reader } from "../reading/reader.ts";
import { explain } from "../views/explain.ts";
import { summarised, summaryRules } from "../views/summaries.ts";
import { nowOf, redirects } from "../views/redirects.ts";
import type { Writes } from "../store/store.ts";
import type { Rows } from "../views/view.ts";
import type { RowsOf, ViewName } from "../views/views.ts";
import { isViewName, viewNamed } from "../views/views.ts";
import { add } from "./add.ts";
import { checkCheckpoint, makeCheckpoint, stampCheckpoint } from "./checkpoint.ts";
import { deviceOf, nodeChecking, nodeHasher, nodeSigning } from "./crypto.ts";
import { exchanging } from "./exchanging.ts";
import type { Veil } from "./curtain.ts";
import { blankedText, hiddenHere, historyBehind, veilOf, withheldSource } from "./curtain.ts";
import { prove } from "./prove.ts";
import { rowsFor } from "./records.ts";
import { filesOf } from "./folder.ts";
import { foldIn } from "./fold-in.ts";
import { foldAgain, projectionVersion } from "./fold.ts";
import type { Home } from "./home.ts";
import { openHome } from "./home.ts";
import { signingKeyOf } from "./secret.ts";
import { addClaim, judge } from "./judge.ts";
import { formBody } from "./form.ts";
import { historyOf, idMeant } from "./history.ts";
import { foundingOf } from "./log.ts";
import { admit } from "./admit.ts";
import type { NamesDesk } from "./names.ts";
import { coverNames, erase, namesFor, protect, protectedNames, pruneNames, takeNames } from "./names.ts";
import type { SayDesk } from "./say.ts";
import { say, withdraw } from "./say.ts";
import { settingsNow } from "./settings.ts";
import type { Settings, Workbench } from "./verbs.ts";
import { verifyCase } from "./verify.ts";

/** Half-written blobs older than this are nobody's work in hand. */
const SWEEP_MS = 3_600_000;

/** What a workbench needs of the outside. */
export interface Outside {
  /** The clock. */
  readonly now: () => Date;
  /** A count of milliseconds that only goes up. */
  readonly ticks: () => number;
  /** Let loose on every document, in order. */
  readonly readers: readonly Reader[];
}

/** See workbench.ts. */
export async function openCase(dir: string, { now, ticks, readers }: Outside, passphrase: string | null = null): Promise<Workbench> {
  const folder = resolve(dir);
  const home = await openHome(folder, passphrase);
  const { marker, store, blobs } = home;
  const caseId = marker.case;
  const checking = nodeChecking();

  const founding = await foundingOf(store, caseId, checking).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const said = founding?.body ?? marker;
  const settings: Settings = { name: said.name, zone: said.zone, languages: said.languages, created: founding?.time ?? marker.created };

  const own = marker.device ?? founding?.device ?? null;
  let toScrub = false;
  const foldHere = async (writes: Writes): Promise<void> => {
    if (await foldAgain(writes, caseId, blobs, { checking, own })) toScrub = true;
    unveil();
  };
  /** Once what was destroyed is committed, nothing of it stays in the file. */
  const scrubbed = async (): Promise<void> => {
    if (!toScrub) return;
    await store.scrub();
    toScrub = false;
  };

  let folded: Promise<void> | null = null;
  /** Folds the log again when its rows were made by another version. */
  const ready = (): Promise<void> => {
    folded ??= (async () => {
      if ((await store.projection()) === projectionVersion) return;
      await store.write(foldHere);
    })();
    return folded;
  };
  let veil: Promise<Veil> | null = null;
  /** What is protected is shown to nobody who does not hold the Names box: every row that leaves goes through this. */
  const veiled = async (): Promise<Veil> => {
    await ready();
    veil ??= veilOf(store, blobs);
    return veil;
  };
  const unveil = (): void => {
    veil = null;
  };
  async function* whenReady<T>(rows: () => AsyncIterable<T>): AsyncGenerator<T> {
    const { of } = await veiled();
    for await (const row of rows()) yield of(row);
  }

  const rowsOf = (name: string): Rows => rowsFor(store, name);
  const signing = async (): Promise<Signing> => nodeSigning(await ownKey(folder, home, own), now);
  const desk: SayDesk = {
    ...{ caseId, founder: founding?.device ?? null, store, blobs, checking, signing, ready },
    foldAgain: foldHere,
  };
  const listed = <Name extends ViewName>(name: Name): AsyncIterable<RowsOf[Name]> => viewNamed(name).list(rowsOf(name), rowsOf);

  const peopleNow = async (): Promise<readonly PersonRow[]> => {
    const rows: PersonRow[] = [];
    for await (const row of listed("people")) rows.push(row);
    return rows;
  };
  const names: NamesDesk = {
    ...desk,
    folder: filesOf(folder).names,
    secret: () => home.secret(),
    people: peopleNow,
  };
  const exchange = exchanging({
    caseId,
    store,
    blobs,
    checking: { ...checking, hasher: nodeHasher },
    signing,
    secret: () => home.secret(),
    ready,
    foldAgain: foldHere,
    async foldIn(writes, { fresh, shown }) {
      // Fields that were closed here change what known statements say.
      if (shown > 0 || !(await foldIn(writes, caseId, blobs, { checking, own }, fresh))) await foldHere(writes);
    },
    namesFor: (devices) => namesFor(devices, names),
    takeNames: (sealed, writes) => takeNames(sealed, names, writes),
  });

  return {
    ...exchange,
    async merge(paths, onReport) {
      await exchange.merge(paths, onReport);
      await scrubbed();
      await pruneNames(names);
    },
    async erase(statement, fields, reason) {
      const tombstone = await erase(statement, fields, reason, names);
      await scrubbed();
      return tombstone;
    },
    protect: (what) => protect(what, names),
    coverNames: () => coverNames(null, names),
    protectedNames: () => protectedNames(names),
    dir: folder,
    caseId,
    settings,
    async settingsNow() {
      await ready();
      return settingsNow(settings, rowsOf, store);
    },
    async add(inputs, options, onReport) {
      const pen = await signing();
      await ready();
      await blobs.sweep(new Date(now().getTime() - SWEEP_MS));
      const fresh = new Set<Id>();
      const summary = await add({ ...desk, signing: pen, readers, ticks }, inputs, options, (report) => {
        if (report.outcome === "added" && report.source !== null) fresh.add(report.source);
        onReport(report);
      });
      await coverNames(fresh, names);
      unveil();
      return summary;
    },
    sources: () => whenReady(() => listed("sources")),
    async source(id) {
      await ready();
      const source = (await store.source(id))?.source ?? null;
      if (source === null) return null;
      return (await veiled()).of((await hiddenHere(store, source)).whole ? withheldSource(source) : source);
    },
    claims: (filter = {}) => whenReady(() => store.claims(filter)),
    async claim(id) {
      await ready();
      const claim = (await store.claim(id)) ?? (await store.claim(await nowOf(store.rows(redirects.name), id)));
      return (await veiled()).of(claim);
    },
    device: async () => (await signing()).device,
    say: (kind, body) => say(kind, body, desk),
    async sayForm(given, fields) {
      const { kind, body } = formBody(given, fields);
      return say(kind, body as never, desk);
    },
    admit: (statement, reason) => admit(statement, reason, desk),
    withdraw: (statement, reason) => withdraw(statement, reason, desk),
    judge: (id, verdict, options) => judge(id, verdict, options, desk),
    addClaim: (claim) => addClaim(claim, desk),
    async history(id) {
      await ready();
      return (await veiled()).of(await historyBehind(store, await historyOf(store, id)));
    },
    async idOf(given) {
      await ready();
      return idMeant(store, given);
    },
    async now(id) {
      await ready();
      return nowOf(store.rows(redirects.name), id);
    },
    view(name) {
      if (!isViewName(name)) throw new WrongUsage(`There is no view ${String(name)}.`);
      return whenReady(() => listed(name));
    },
    summarised(name, order) {
      const rule = summaryRules.find((each) => each.name === name);
      if (rule === undefined)
        throw new WrongUsage(`There is no rule ${name}. There are ${summaryRules.map((each) => each.name).join(", ")}.`);
      return whenReady(() => summarised(rowsOf, rule, order));
    },
    async explain(id) {
      await ready();
      return (await veiled()).of(await explain(id, rowsOf));
    },
    refused: () => whenReady(() => merged(store.refused(), listed("refused"))),
    async text(source) {
      await ready();
      const entry = await store.source(source);
      if (entry === null) return null;
      const text = new TextDecoder().decode(await blobs.get(entry.source.text));
      return (await veiled()).ofText(blankedText(text, await hiddenHere(store, entry.source)));
    },
    verify: (onProgress = () => undefined) =>
      verifyCase({ caseId, folder, store, blobs, checking, marker, founding: founding?.body ?? null, own }, onProgress),
    async checkpoint() {
      return makeCheckpoint(caseId, store.statements(), await signing());
    },
    async sealOf(source) {
      await ready();
      const entry = await store.source(source);
      if (entry === null) throw new WrongUsage(`There is no source ${source}.`);
      return entry.seal;
    },
    async prove(statement, field) {
      await ready();
      return prove(statement, field, { caseId, store, blobs, checking, signing });
    },
    stampCheckpoint: (note, reply) => stampCheckpoint(note, reply, checking),
    checkCheckpoint: (note) => checkCheckpoint(note, { caseId, statements: () => store.statements() }, checking),
    close: () => store.close(),
  };
}

/** The key to sign with, which must be that of the device whose copy this is. Throws NotSaved: `key-missing`, `key-bad`. */
async function ownKey(folder: string, home: Home, device: DeviceId | null): Promise<KeyObject> {
  const key = signingKeyOf(await home.secret());
  if (deviceOf(key) === device) return key;
  throw new NotSaved(
    "key-bad",
    `${filesOf(folder).deviceKey} is the key of another device than the one whose copy this is. Put the right key back.`,
  );
}

/** Both lists as one, by what, then by code; of the same what and code the first list's row. */
async function* merged(first: AsyncIterable<Refused>, second: AsyncIterable<Refused>): AsyncGenerator<Refused> {
  const rows = new Map<string, Refused>();
  for (const list of [second, first]) for await (const row of list) rows.set(JSON.stringify([row.what, row.code]), row);
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  yield* [...rows.values()].sort((a, b) => before(a.what, b.what) || before(a.code, b.code));
}
