import { textOf, UsageFault } from "./command.ts";
import { sourceGiven, stretchGiven } from "./naming.ts";
import { reasonOption, signing } from "./signing.ts";

/** `onrecord protect`: withholds a name, a passage or a source from publication. */
export const protect = signing({
  name: "protect",
  summary: "withhold a name, a passage or a source from publication",
  arguments: "",
  options: [
    { flags: "--name <name...>", description: "every form of the name, the usual one first: the record holds only a pseudonym" },
    { flags: "--as <pseudonym>", description: "these are further forms of the name of somebody whom you have protected already" },
    { flags: "--passage <stretch>", description: "a stretch of a source, as SOURCE:START-END" },
    { flags: "--source <id>", description: "a whole source: its number, or its id or the beginning of it" },
    reasonOption,
  ],
  examples: ["onrecord protect --case my-case --name Orlen", "onrecord protect --case my-case --source 1 --json"],
  async sign(call, bench) {
    const forms = (call.options.name as readonly string[] | undefined) ?? [];
    const [passage, source] = [textOf(call, "passage"), textOf(call, "source")];
    if ([forms.length > 0, passage !== null, source !== null].filter((given) => given).length !== 1)
      throw new UsageFault("Say what to protect: --name FORM…, or --passage SOURCE:START-END, or --source ID.");
    if (forms.length === 0 && textOf(call, "as") !== null)
      throw new UsageFault("--as goes with --name: give the further forms of the name.");
    const stretch = passage === null ? null : await stretchGiven(passage, bench);
    const { statement, pseudonym, covered } = await bench.protect({
      names: forms,
      as: textOf(call, "as"),
      passage: stretch === null ? null : { source: stretch.source, text: stretch.text, span: stretch.span },
      source: source === null ? null : await sourceGiven(source, bench),
      reason: textOf(call, "reason"),
    });
    return {
      statement,
      says: pseudonym === null ? "protect" : `protect, as ${pseudonym}, named in ${covered} of the documents`,
      more: { pseudonym, covered },
    };
  },
});
