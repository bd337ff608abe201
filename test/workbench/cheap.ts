import type { Cost } from "../../src/workbench/vault.ts";

/** The cheapest guess at a passphrase that there is: tests make many. */
export const CHEAP: Cost = { memory: 131_072, passes: 1, lanes: 1 };
