/** How sure the innermost voice was, and every not. */
import { certaintiesOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The mayor was reportedly beaten.", "hedged | The mayor was reportedly beaten"],
  ["The mayor was allegedly beaten by guards.", "alleged | The mayor was allegedly beaten by guards"],
  ["The guards may have beaten him.", "hedged | The guards may have beaten him"],
  ["The guards probably beat him.", "hedged | The guards probably beat him"],
  ["The minister denied that soldiers had beaten the men.", "denied | soldiers had beaten the men"],
  ["The minister did not deny that soldiers had beaten the men.", "hedged | soldiers had beaten the men"],
  ["The minister confirmed that soldiers had beaten the men.", "stated | soldiers had beaten the men"],
  ["The minister has not confirmed that soldiers had beaten the men.", "unconfirmed | soldiers had beaten the men"],
  ["The minister believes that soldiers beat the men.", "hedged | soldiers beat the men"],
  ["The minister does not believe that soldiers beat the men.", "denied | soldiers beat the men"],
  ["According to unconfirmed reports, soldiers beat the men.", "unconfirmed | soldiers beat the men"],
  ["Rumours spread that soldiers had beaten the men.", "unconfirmed | soldiers had beaten the men"],
  ["Soldiers are said to have beaten the men.", "hedged | Soldiers are said to have beaten the men"],
  ["Soldiers are alleged to have beaten the men.", "alleged | Soldiers are alleged to have beaten the men"],
  ["Police suspect that guards beat the men.", "alleged | guards beat the men"],
  ["Prosecutors accused the guards of beating the men.", "alleged | the guards of beating the men"],
  ["Soldiers did not beat the men.", "stated not | Soldiers did not beat the men"],
  ["Soldiers never beat the men.", "stated not | Soldiers never beat the men"],
  ["Soldiers no longer beat the men.", "stated not | Soldiers no longer beat the men"],
  ["Nobody beat the men.", "stated not | Nobody beat the men"],
  ["The minister said that soldiers had not beaten the men.", "stated not | soldiers had not beaten the men"],
  ["The minister claimed that soldiers had not beaten the men.", "stated not | soldiers had not beaten the men"],
  ["The court will release the men on Friday.", "planned | The court will release the men on Friday"],
  ["The court plans to release the men.", "planned | to release the men"],
  ["The court could release the men.", "hedged | The court could release the men"],
  ["Experts warned that the dam could burst.", "hedged | the dam could burst"],
  ["The court would have released the men.", "unconfirmed | The court would have released the men"],
  ["If the court agrees, the men will be released.", "planned | the men will be released"],
  ["If soldiers beat the men, nobody will know."],
  ["No shots were fired.", "stated not | No shots were fired"],
];

table("certainty", rows, certaintiesOf);
