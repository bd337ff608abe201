/** What is struck: one command of each sort, on small cases that are made once and copied for every stroke. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import type { Id } from "../../src/model/ids.ts";
import type { Input } from "../../src/workbench.ts";
import { initCase, joinCase, looseMemberFile, newKeys, openCase } from "../../src/workbench.ts";
import { CHEAP } from "../workbench/cheap.ts";
import { document, random } from "./texts.ts";

export const PASSPHRASE = "willow copper lantern orbit mint";
export const NEXT_PASSPHRASE = "sextant barley quiet harbor loom";

/** A command and the folder that it is given a copy of. */
export interface Operation {
  readonly name: string;
  /** The template; the command works on a copy of it. */
  readonly template: string;
  /** The command line, run in the copy; its case is `case`. */
  readonly argv: readonly string[];
  readonly reading: boolean;
  /** Passphrases of which one must open the case; empty: it is not encrypted. */
  readonly passphrases: readonly string[];
  /** What the command makes that is not there before: a case, or a file of a bundle. */
  readonly makes: { readonly kind: "case" | "bundle"; readonly path: string } | null;
}

/** Makes every template under `root`. */
export async function operations(root: string): Promise<readonly Operation[]> {
  const next = random(7);
  const at = (name: string): string => join(root, "templates", name);
  const all: Operation[] = [];
  const template = (name: string, from: string | null = null): string => {
    if (from === null) mkdirSync(at(name), { recursive: true });
    else cpSync(at(from), at(name), { recursive: true });
    return at(name);
  };
  const operation = (name: string, dir: string, argv: readonly string[], more: Partial<Operation> = {}): void => {
    const line = argv[0] === "init" ? argv : [...argv, "--case", "case"];
    all.push({ name, template: dir, argv: line, reading: false, passphrases: [], makes: null, ...more });
  };
  const papers = (dir: string, count: number): void => {
    mkdirSync(join(dir, "papers"));
    for (let paper = 0; paper < count; paper++) writeFileSync(join(dir, "papers", `${paper}.md`), document(next, paper, 400));
  };

  const empty = template("empty");
  await initCase(join(empty, "case"), { zone: "Asia/Almaty", languages: ["en"], name: "Sarybel" });
  const init = template("init");
  operation("init", init, ["init", "case", "--zone", "Asia/Almaty", "--languages", "en"], { makes: { kind: "case", path: "case" } });

  const adding = template("adding", "empty");
  papers(adding, 4);
  operation("add", adding, ["add", "papers"], { reading: true });

  // A case that has something in it: documents, claims, remarks, and another device.
  const full = template("full", "adding");
  const bench = await openCase(join(full, "case"));
  await bench.add([paperIn(full, 0), paperIn(full, 1)], {}, () => undefined);
  const remark = await bench.say("note", { on: null, text: "Ask the hospital for its list." });
  const claims: Id[] = [];
  for await (const { id } of bench.claims()) claims.push(id);
  await bench.bundle(join(full, "whole.bundle"), { whom: null, all: true });
  await newKeys(join(full, "other"), { passphrase: null });
  await bench.close();
  writeFileSync(join(full, "other.member"), await looseMemberFile(join(full, "other"), null, "Dana"));

  operation("judge", full, ["judge", claims[0] ?? "", "accept"]);
  operation("correct", full, ["judge", claims[1] ?? "", "correct", "--set", "certainty=planned"]);
  operation("note", full, ["note", "The list of the hospital has come."]);
  operation("withdraw", full, ["withdraw", remark]);
  operation("erase", full, ["erase", remark, "text", "--reason", "asked"]);
  operation("protect", full, ["protect", "--name", "Aigerim Sadykova"]);
  operation("member add", full, ["member", "add", "other.member"]);
  operation("bundle", full, ["bundle", "out.bundle"], { makes: { kind: "bundle", path: "out.bundle" } });
  operation("add again", full, ["add", "papers"], { reading: true });
  operation("join", full, ["init", "joined", "--from", "whole.bundle"], { makes: { kind: "case", path: "joined" } });

  // Another copy writes; what it wrote is merged.
  const merging = template("merging", "full");
  const first = await openCase(join(merging, "case"));
  await first.addMember(readFileSync(join(full, "other.member"), "utf8"), { name: "Dana", role: "contributor" });
  await first.bundle(join(merging, "for-dana.bundle"), { whom: null, all: true });
  await first.close();
  await joinCase(join(merging, "other"), join(merging, "for-dana.bundle"), { passphrase: null });
  const second = await openCase(join(merging, "other"));
  await second.add([paperIn(merging, 3)], {}, () => undefined);
  for (const claim of claims.slice(0, 3)) await second.judge(claim, "dispute", {});
  await second.bundle(join(merging, "from-dana.bundle"), { whom: null, all: false });
  await second.close();
  operation("merge", merging, ["merge", "from-dana.bundle"]);
  operation("bundle for", merging, ["bundle", "for.bundle", "--for", "Dana"], { makes: { kind: "bundle", path: "for.bundle" } });
  operation("member remove", merging, ["member", "remove", "Dana"]);

  // Tables and rows of older programs.
  const older = template("older", "full");
  const tables = new Database(join(older, "case", "record.db"));
  tables.exec("drop table peer; pragma user_version = 1");
  tables.close();
  operation("migrate tables", older, ["sources"]);
  const stale = template("stale", "full");
  const rows = new Database(join(stale, "case", "record.db"));
  rows.exec("update projection set version = 'fold=0'");
  rows.close();
  operation("migrate rows", stale, ["sources"]);

  const locked = template("locked");
  papers(locked, 3);
  writeFileSync(join(locked, "passphrase"), PASSPHRASE);
  writeFileSync(join(locked, "next"), NEXT_PASSPHRASE);
  await initCase(join(locked, "case"), { zone: null, languages: ["en"], passphrase: PASSPHRASE, cost: CHEAP });
  const key = ["--passphrase-file", "passphrase"];
  operation("add, encrypted", locked, ["add", "papers", ...key], { reading: true, passphrases: [PASSPHRASE] });
  operation("note, encrypted", locked, ["note", "Nobody may read this.", ...key], { passphrases: [PASSPHRASE] });
  operation("passphrase", locked, ["keys", "passphrase", ...key, "--new-passphrase-file", "next"], {
    passphrases: [PASSPHRASE, NEXT_PASSPHRASE],
  });
  return all;
}

function paperIn(dir: string, paper: number): Input {
  const overrides = { published: null, url: null, outlet: null, language: null };
  return { path: join(dir, "papers", `${paper}.md`), name: `${paper}.md`, overrides };
}
