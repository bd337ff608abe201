/** Quotations over several sentences and paragraphs. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  [
    "“The guards opened fire at us,” said Ada Venn, a nurse. “Nobody warned us. Three people fell.”",
    "Ada Venn/medical: The guards opened fire at us",
    "Ada Venn/medical: Nobody warned us",
    "Ada Venn/medical: Three people fell",
  ],
  ["“The gate was locked.\n“We broke it,” the guard said.", "guard/security: The gate was locked", "guard/security: We broke it"],
  ["“We will find them,” he promised.", "he promises: We will find them"],
  ["“They beat us,” she recalled. “They beat us all night,” she added.", "she: They beat us", "she: They beat us all night"],
  [
    "“We were never told,” Ada Venn said on Monday. “The gate was shut. Guards stood there.” Police deny it.",
    "Ada Venn: We were never told",
    "Ada Venn: The gate was shut",
    "Ada Venn: Guards stood there",
  ],
  ["“The gate was shut. Guards stood there,” said Ada Venn.", "Ada Venn: The gate was shut", "Ada Venn: Guards stood there"],
  [
    "“The gate was shut. Guards stood there.\n\n“Then they fired,” Ada Venn said.",
    "Ada Venn: The gate was shut",
    "Ada Venn: Guards stood there",
    "Ada Venn: they fired",
  ],
];

table("continued", rows, spokenOf);
