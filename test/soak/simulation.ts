/**
 * One case in a world of its own: three to seven devices, one of them hostile, exchanging what they hold in any order, twice, by half, late, with
 * clocks up to thirty years off. Everything comes from the seed. At the end the honest ones meet, and must have one and the same case.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Admission } from "../../src/log/admission.ts";
import { admission } from "../../src/log/admission.ts";
import type { Held } from "../../src/log/chains.ts";
import { heldOf } from "../../src/log/chains.ts";
import { verifyAlone } from "../../src/log/verify.ts";
import type { Id } from "../../src/model/ids.ts";
import type { MemberRole } from "../../src/model/kinds/member-added.ts";
import type { DeviceId, Statement } from "../../src/model/statement.ts";
import { checking, Device, headerOf, seenIn } from "../log/world.ts";
import { random } from "./texts.ts";

/** What a run came to; the same seed gives the same. */
export interface Run {
  readonly seed: number;
  readonly devices: number;
  readonly statements: number;
  readonly counted: number;
  readonly setAside: number;
  readonly forged: number;
  readonly forks: number;
  readonly removals: number;
  readonly suspended: number;
  /** SHA-256 of the state that all honest devices end in. */
  readonly state: string;
}

const YEARS = 30;
const NAMES = ["Aigul", "Bolat", "Clara", "Daniyar", "Elena", "Farid", "Gulnar"];

/** A world as it goes on. */
interface World {
  readonly chance: () => number;
  readonly devices: readonly Device[];
  readonly hostile: Device;
  readonly caseId: Id;
  /** What has been found of statements, by the digest of all that they are: each is verified once. */
  readonly found: Map<string, Held | null>;
  /** Statements that were made to be refused: what the hostile one sends along. */
  readonly forged: Map<string, Statement>;
  /** The step at which each statement was written. */
  readonly writtenAt: Map<Id, number>;
  step: number;
}

function pick<T>({ chance }: Pick<World, "chance">, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)] as T;
}

function shuffled<T>({ chance }: Pick<World, "chance">, from: readonly T[]): T[] {
  const list = [...from];
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}

/** Lets a world run. Throws AssertionError when the honest ones do not end in one state, or something forged got in. */
export async function simulate(seed: number): Promise<Run> {
  const chance = random(seed);
  const count = 3 + Math.floor(chance() * 5);
  const devices = NAMES.slice(0, count).map((name) => {
    const skew = (chance() * 2 - 1) * YEARS * 365.25 * 86_400_000;
    let ticks = 0;
    // A clock that is off, and sometimes goes back.
    return new Device(`${name} ${seed}`, () => new Date(Date.UTC(2026, 2, 1) + skew + (ticks += Math.floor(chance() * 90_000) - 30_000)));
  });
  const [founder] = devices as [Device];
  const founding = await founder.found();
  // Now and then the founder is the hostile one.
  const hostile = chance() < 0.1 ? founder : pick({ chance }, devices.slice(1));
  const world: World = {
    ...{ chance, devices, hostile, caseId: founding.id, step: 0 },
    ...{ found: new Map(), forged: new Map(), writtenAt: new Map() },
  };
  for (const device of devices) device.caseId = founding.id;
  for (const other of shuffled(world, devices.slice(1))) {
    if (chance() < 0.75) await founder.add(other, chance() < 0.65 ? "organiser" : "contributor");
  }
  for (const other of devices.slice(1)) if (chance() < 0.85) await exchange(world, founder, other);
  const steps = 15 + Math.floor(chance() * 45);
  for (world.step = 1; world.step <= steps; world.step++) {
    const device = pick(world, devices);
    const roll = chance();
    if (roll < 0.35) await exchange(world, device, pick(world, devices));
    else if (device === hostile && roll < 0.85) await attack(world);
    else if (device.holds.size > 0) await act(world, device);
    for (const each of devices) for (const id of each.holds.keys()) if (!world.writtenAt.has(id)) world.writtenAt.set(id, world.step);
  }
  return conclude(world, seed);
}

/** An honest act, allowed or not: what a device is allowed is for the others to say. */
async function act(world: World, device: Device): Promise<void> {
  const { chance, devices } = world;
  // Quarrels come in pairs: the founder and whoever is next are met most.
  const other = chance() < 0.5 ? pick(world, devices.slice(0, 3)) : pick(world, devices);
  const target = pick(world, [...device.holds.keys()]);
  const roll = chance();
  const role = pick(world, ["reader", "contributor", "organiser", "organiser"] as readonly MemberRole[]);
  if (roll < 0.25) await device.note(`note ${world.step}`);
  else if (roll < 0.45) await device.add(other, role, chance() < 0.5 ? ["stamp"] : []);
  else if (roll < 0.72) await device.remove(other);
  else if (roll < 0.79) await device.write("member-role", { member: other.id, role, grants: [], reason: null });
  else if (roll < 0.84) await device.write("admit", { statement: target, reason: null });
  else if (roll < 0.9) await device.write("withdraw", { statement: target, reason: null });
  else if (roll < 0.93) await device.write("tombstone", { statement: target, fields: ["text"], reason: "asked" });
  else if (roll < 0.97) await device.write("settings", { setting: "zone", value: `+0${world.step % 10}:00`, reason: null });
  else await device.write("publication-stamp", { edition: target, verdict: "approve", checks: [], reason: null });
}

/** What somebody can do who has a key and all statements, and keeps to nothing. */
async function attack(world: World): Promise<void> {
  const { chance, devices, hostile } = world;
  if (hostile.holds.size === 0) return;
  const some = pick(world, [...hostile.holds.values()]);
  const roll = chance();
  if (roll < 0.3) await fork(world);
  else if (roll < 0.5) {
    // As if it had seen little: nothing of a removal, say.
    const seen = (await seenIn(hostile.holds.values(), hostile.id)).filter(() => chance() < 0.5);
    await (chance() < 0.5
      ? hostile.write("note", { on: null, text: "I saw nothing" }, { seen })
      : hostile.write("member-removed", { member: pick(world, devices).id, reason: null }, { seen }));
  } else if (roll < 0.6) {
    const seen = [{ device: pick(world, devices).id, seq: 3, root: some.id }].filter(({ device }) => device !== hostile.id);
    await hostile.write("note", { on: null, text: "I saw what is not there" }, { seen });
  } else await forge(world, hostile, some);
}

async function fork(world: World): Promise<void> {
  const { hostile, chance } = world;
  const own = [...hostile.holds.values()].map(headerOf).filter(({ device }) => device === hostile.id);
  const at = own.length === 0 ? undefined : pick(world, own);
  // A founding statement has no other in its place: it would be another case.
  if (at === undefined || at.seq === 0 || at.prev === null) return;
  const head = { device: hostile.id, seq: at.seq - 1, id: at.prev };
  if (chance() < 0.5) await hostile.write("note", { on: null, text: `another history ${world.step}` }, { head });
  else await hostile.write("member-removed", { member: pick(world, world.devices).id, reason: null }, { head });
}

/** Statements that no rule lets through: under another's name, with a bit turned, with fields that were not signed. */
async function forge(world: World, hostile: Device, some: Statement): Promise<void> {
  const { chance, forged, devices } = world;
  const keep = (statement: Statement): void => {
    forged.set(`${world.step}`, statement);
  };
  const turn = (bytes: Uint8Array): Uint8Array => {
    const turned = Uint8Array.from(bytes);
    const at = Math.floor(chance() * turned.length);
    turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return turned;
  };
  const id: Id = `sha256:${createHash("sha256").update(`${world.step} ${chance()}`).digest("hex")}`;
  const roll = chance();
  if (roll < 0.25) keep({ ...some, id, bytes: turn(some.bytes) });
  else if (roll < 0.5) keep({ ...some, id, signature: turn(some.signature) });
  else if (roll < 0.75) {
    const victim = pick(world, devices);
    const text = Buffer.from(some.bytes).toString().replaceAll(headerOf(some).device, victim.id);
    const bytes = Buffer.from(text);
    keep({ ...some, id: `sha256:${checkedHash(bytes)}`, bytes, signature: await hostile.signing.sign(bytes) });
  } else keep({ ...some, id });
}

function checkedHash(bytes: Uint8Array): string {
  return createHash("sha256").update(`DSSEv1 42 application/vnd.onrecord.statement.v1+json ${bytes.length} `).update(bytes).digest("hex");
}

/** What `from` sends: all, in any order, some of it twice, and sometimes cut off. */
async function exchange(world: World, from: Device, to: Device): Promise<void> {
  if (from === to) return;
  const { chance } = world;
  const all = shuffled(world, [...from.holds.values(), ...(from === world.hostile ? world.forged.values() : [])]);
  const sent = [...all, ...all.filter(() => chance() < 0.1)].slice(0, chance() < 0.3 ? Math.floor(chance() * all.length) : undefined);
  for (const statement of sent) await receive(world, to, statement);
}

async function receive(world: World, to: Device, statement: Statement): Promise<void> {
  if (to === world.hostile) {
    // The hostile one keeps whatever it gets.
    if (!to.holds.has(statement.id)) to.holds.set(statement.id, statement);
    return;
  }
  if ((await heldFor(world, statement)) !== null && !to.holds.has(statement.id)) to.holds.set(statement.id, statement);
}

async function heldFor({ found, caseId }: World, statement: Statement): Promise<Held | null> {
  const { id, bytes, signature, opened } = statement;
  const key = createHash("sha256").update(id).update(bytes).update(signature).update(JSON.stringify(opened)).digest("hex");
  const known = found.get(key);
  if (known !== undefined) return known;
  const held = await heldOf(statement, await verifyAlone(statement, caseId, checking), checking);
  found.set(key, held);
  return held;
}

async function conclude(world: World, seed: number): Promise<Run> {
  const { devices, hostile, caseId, forged } = world;
  const honest = devices.filter((device) => device !== hostile);
  // Two rounds of everybody with everybody: the honest ones then hold the same, and a third brings nothing.
  for (let round = 0; round < 2; round++) {
    for (const to of honest)
      for (const from of honest) for (const statement of shuffled(world, [...from.holds.values()])) await receive(world, to, statement);
  }
  const states: string[] = [];
  let last: Admission | null = null;
  for (const device of honest) {
    const held: Held[] = [];
    for (const statement of shuffled(world, [...device.holds.values()])) held.push((await heldFor(world, statement)) as Held);
    last = await admission([...held, ...held.filter(() => world.chance() < 0.2)], caseId, checking);
    states.push(JSON.stringify({ ...last, withdrawn: [...last.withdrawn].sort() }));
    for (const each of forged.values()) assert.notEqual(device.holds.get(each.id), each, `${device.name} holds what is forged`);
  }
  assert.equal(new Set(states).size, 1, "honest devices end in one state");
  const result = last as Admission;
  check(world, result, honest[0] as Device);
  return {
    seed,
    devices: devices.length,
    statements: (honest[0] as Device).holds.size,
    counted: result.counted.length,
    setAside: result.setAside.length,
    forged: forged.size,
    forks: result.forks.length,
    removals: result.removals.filter(({ label }) => label === "in").length,
    suspended: result.members.filter(({ state }) => state === "suspended").length,
    state: createHash("sha256")
      .update(states[0] as string)
      .digest("hex"),
  };
}

/** What must be so in every world. */
function check(world: World, result: Admission, honest: Device): void {
  const fates = [
    ...result.counted,
    ...result.waiting.map(({ id }) => id),
    ...result.setAside.map(({ id }) => id),
    ...result.refused.map(({ id }) => id),
  ];
  assert.deepEqual([...fates].sort(), [...honest.holds.keys()].sort(), "every statement has one fate");
  const place = new Map(result.counted.map((id, at) => [id, at]));
  for (const id of result.counted) {
    const { prev } = headerOf(honest.holds.get(id) as Statement);
    assert.ok(prev === null || !place.has(prev) || (place.get(prev) as number) < (place.get(id) as number), "causal order");
  }
  // Nobody but the hostile one signed two statements in one place.
  for (const { device } of result.forks) assert.equal(device, world.hostile.id, "only the hostile one forks");
  const members = new Set<DeviceId>(result.members.map(({ device }) => device));
  for (const id of result.counted) assert.ok(members.has(headerOf(honest.holds.get(id) as Statement).device), "only members count");
  lateness(world, result, honest);
}

/** What a removed device wrote after the removal was written counts only when somebody admitted it, whatever it claims to have seen or not. */
function lateness(world: World, result: Admission, honest: Device): void {
  const kindOf = (id: Id): string => headerOf(honest.holds.get(id) as Statement).kind;
  if (result.counted.some((id) => kindOf(id) === "admit")) return;
  for (const { targets, voices, label } of result.removals) {
    if (label !== "in") continue;
    const done = Math.max(...voices.map((id) => world.writtenAt.get(id) ?? Infinity));
    for (const id of result.counted) {
      const late = targets.includes(headerOf(honest.holds.get(id) as Statement).device) && (world.writtenAt.get(id) ?? 0) > done;
      assert.ok(!late, "what was written after a removal that stands does not count");
    }
  }
}
