/** Light verbs, compounds, what had to be done and what was not done, habits: the event and its words. */
import { draftsOf, event, table } from "../said.ts";
import type { Row } from "../said.ts";

const ARREST = "Two students were arrested.";

/** Events behind the sentence that makes a story of the text. */
function formsOf(text: string): readonly string[] {
  return draftsOf(text)
    .filter(({ kind, start }) => kind === "event" && start >= (text.startsWith(ARREST) ? ARREST.length : 0))
    .map((draft) => `${event(draft)} | ${draft.quote}`);
}

const rows: readonly Row[] = [
  ["Police carried out arrests in the port.", "arrest (agent Police/security) @port/site | Police carried out arrests in the port"],
  [
    "The activist was placed in preventive detention on 4 May.",
    "remand (patient activist/activist) 2031-05-04 | The activist was placed in preventive detention on 4 May",
  ],
  [
    "Guards subjected the strikers to beatings.",
    "ill-treatment (agent Guards/security; patient strikers) | Guards subjected the strikers to beatings",
  ],
  ["The court handed down a prison term to the captain.", "sentence (agent court) | The court handed down a prison term to the captain"],
  ["Monitors recorded raids on two dormitories.", "attack (patient two dormitories) | raids on two dormitories"],
  [
    "Soldiers put the editor under house arrest.",
    "arrest (agent Soldiers/security; patient editor/journalist) | Soldiers put the editor under house arrest",
  ],
  [
    "Police used tear-gas against a nine-year-old.",
    "use-of-force (agent Police/security; patient nine-year-old) | Police used tear-gas against a nine-year-old",
  ],
  [
    "The rebel-held suburb was shelled.",
    "attack (patient rebel-held suburb) @rebel-held suburb/district | The rebel-held suburb was shelled",
  ],
  ["He has since been arrested.", "arrest (patient He) | He has since been arrested"],
  ["Police usually arrest pickpockets."],
  ["The court can order a retrial."],
  ["The choir gave a concert."],
  [`${ARREST} The rescuers had to withdraw.`, "withdrawal (agent rescuers) | The rescuers had to withdraw"],
  [`${ARREST} He refused to leave.`, "other (agent He) | He refused to leave"],
  [`${ARREST} The guards failed to warn them.`, "other not (agent guards/security; patient them) | The guards failed to warn them"],
  [`${ARREST} Her lawyer has not been seen since.`, "disappearance (patient Her lawyer) | Her lawyer has not been seen"],
  [`${ARREST} He was selling petrol.`, "other (agent He; patient petrol) | He was selling petrol"],
  [`${ARREST} I went home.`],
  [`${ARREST} When a beam came down, people ran.`, "other (patient beam) | a beam came down", "other (agent people) | people ran"],
  [`${ARREST} The club sacked its trainer.`],
  [`${ARREST} The windows came in.`, "other (patient windows) | The windows came in"],
];

table("event form", rows, formsOf);
