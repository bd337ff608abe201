/** Media by the names and addresses that they go by. */
import { fold } from "../folding.ts";
import data from "./outlets.json" with { type: "json" };

const byName = new Map(data.outlets.flatMap(({ name, names }) => names.map((form) => [bare(form), name] as const)));
const byHost = new Map(data.outlets.flatMap(({ name, hosts }) => hosts.map((host) => [host, name] as const)));
const platforms = new Set(data.platforms);
const staff = new Set(data.staff);
const second = new Set(data.second);

function bare(name: string): string {
  return fold(name.replace(/[«»“”"„]/gu, " "));
}

/** The outlet that goes by this name ("агентство «Интерфакс»" is Interfax); null when the list does not have it. Case matters for two or three letters. */
export function outletNamed(name: string): string | null {
  const whole = bare(name);
  const found = byName.get(whole) ?? byName.get(withoutKind(whole)) ?? byName.get(bare(capitals(name))) ?? null;
  // "AP" is an agency, "ap" is not.
  return found !== null && whole.length <= 3 && name.trim() !== name.trim().toUpperCase() && name.trim() !== found ? null : found;
}

/** What an outlet is called for comparison: the list's name for it, else its own folded, without "news agency" and the like. */
export function outletKey(name: string): string {
  return fold(outletNamed(name) ?? withoutKind(bare(name)).replace(/^the /, ""));
}

/** "Reuters reports", "BBC correspondents": the name without the small words behind it. */
function capitals(name: string): string {
  return name.replace(/(?:\s+\p{Ll}[\p{L}\p{M}]*)+$/u, "");
}

function withoutKind(name: string): string {
  for (const kind of data.kinds) {
    if (name.startsWith(`${kind} `)) return name.slice(kind.length + 1);
    if (name.endsWith(` ${kind}`)) return name.slice(0, -kind.length - 1);
  }
  return name;
}

/** True of those who speak for the outlet that they write for: "our correspondent", "журналист". */
export function isStaff(name: string): boolean {
  return staff.has(bare(name).replace(/^(?:a|an|the) /, ""));
}

/**
 * The house that an address belongs to: the name of a listed outlet, else the domain that somebody registered ("observer.example"); null for no
 * address and for platforms where everybody publishes.
 */
export function houseOf(url: string | null): string | null {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i
    .exec(url ?? "")?.[1]
    ?.toLowerCase()
    .replace(/\.$/, "");
  if (host === undefined || !host.includes(".") || /^[\d.]+$/.test(host)) return null;
  const labels = host.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const end = labels.slice(from).join(".");
    if (platforms.has(end)) return null;
    const listed = byHost.get(end);
    if (listed !== undefined) return listed;
  }
  const long = labels.length > 2 && second.has(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length === 2;
  return labels.slice(long ? -3 : -2).join(".");
}
