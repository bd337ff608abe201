/** What people put on record besides judging claims: responses, consents, outcomes of proceedings, places, notes and settings, in this order, each by date. */
import type { SignedRow } from "../model/rows.ts";
import { signedKinds } from "../model/rows.ts";
import { byUnits } from "../reconcile/folding.ts";
import { allOf } from "./heard.ts";
import { nowOf } from "./redirects.ts";
import type { SaidOf } from "./said.ts";
import type { View } from "./view.ts";

type Signed = SaidOf<SignedRow["kind"]>;
type Says = Pick<SignedRow, "about" | "state" | "text" | "date" | "claims" | "value">;

const nothing: Says = { about: null, state: null, text: null, date: null, claims: [], value: null };
const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== "").join("; ") || null;

function saysOf(said: Signed): Says {
  switch (said.kind) {
    case "response": {
      const { party, about, state, date, channel, text, source } = said.body;
      return {
        ...nothing,
        about: party,
        state,
        text: joined(text, channel),
        date,
        claims: [...about, ...(source === null ? [] : [source])],
      };
    }
    case "consent": {
      const { person, state, scope, date, source, reason } = said.body;
      return { ...nothing, about: person, state, text: joined(scope, reason), date, claims: source === null ? [] : [source] };
    }
    case "legal-outcome": {
      const { person, stage, offence, court, date, claims, reason } = said.body;
      return { ...nothing, about: person, state: stage, text: joined(offence, court, reason), date, claims };
    }
    case "place": {
      const { name, precision, within, latitude, longitude, uncertainty, mentions, reason } = said.body;
      const claims = [...new Set(mentions.map(({ source }) => source))];
      return {
        ...nothing,
        about: name,
        state: precision,
        text: joined(within, reason),
        claims,
        value: { latitude, longitude, uncertainty },
      };
    }
    case "note":
      return { ...nothing, about: said.body.on, text: said.body.text };
    case "settings":
      return { ...nothing, about: said.body.setting, text: said.body.reason, value: said.body.value };
    default:
      return said satisfies never;
  }
}

export const signed: View<SignedRow> = {
  name: "signed",
  version: 1,
  file: () => [],
  async *list(_rows, of) {
    for (const kind of signedKinds) {
      const rows: SignedRow[] = [];
      for (const said of await allOf(of, kind)) {
        const { claims, ...says } = saysOf(said);
        const now = await Promise.all(claims.map((id) => nowOf(of("redirects"), id)));
        rows.push({ id: said.id, kind, ...says, claims: [...new Set(now)], by: said.device, time: said.time });
      }
      const place = ({ date, time, id }: SignedRow): string => [date ?? time, time, id].join(" ");
      yield* rows.sort((a, b) => byUnits(place(a), place(b)));
    }
  },
};
