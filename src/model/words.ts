/** The closed vocabularies of the contract. A word here is a word in the JSON; the order is the order of printing. */

export const kinds = ["event", "figure", "relation", "explanation", "condition", "pledge", "question", "assessment", "prediction", "label", "demand", "speech"] as const;
export const parties = ["state", "security", "opposition", "ngo", "witness", "medical", "media", "expert", "international", "unknown"] as const;
export const stances = ["says", "claims", "confirms", "denies", "accuses", "suspects", "predicts", "promises", "withdraws"] as const;
export const bases = ["witness", "relative", "medical", "record", "footage", "hearsay", "unknown"] as const;
export const certainties = ["stated", "hedged", "alleged", "unconfirmed", "denied", "unknown", "planned"] as const;
export const legalStages = ["suspected", "detained", "remanded", "charged", "tried", "convicted", "final", "acquitted", "closed", "amnestied", "pardoned"] as const;
export const roles = ["agent", "patient", "instrument", "beneficiary", "accused", "holder", "other"] as const;
export const groups = ["civilian", "security", "official", "journalist", "activist", "minor", "detainee", "medical", "foreign", "unnamed"] as const;
export const whenKinds = ["occurred", "found", "disclosed"] as const;
export const precisions = ["street", "site", "settlement", "district", "region", "country", "around"] as const;
export const accruals = ["new", "cumulative", "current"] as const;
export const partKinds = ["including", "breakdown", "unclear"] as const;
export const linkTypes = ["supersedes", "corrects", "withdraws", "disowns", "denies", "repeats", "answers"] as const;
export const reviews = ["unreviewed", "accepted", "corrected", "rejected", "disputed"] as const;
export const forms = ["original", "translation", "machine-translation", "restatement", "transcript", "ocr"] as const;

export const units = [
  "dead", "bodies", "injured", "sought-care", "hospitalised", "critical", "victims", "detained", "remanded", "in-custody", "released",
  "summoned", "suspected", "wanted", "charged", "sentenced", "convicted", "acquitted", "amnestied", "ill-treated", "missing", "displaced",
  "participants", "troops", "cases", "places", "buildings", "vehicles", "weapons", "money", "names", "other",
] as const;

export const eventTypes = [
  "protest", "clash", "attack", "storming", "seizure", "handover", "shooting", "use-of-force", "order", "killing", "death", "suicide",
  "body-found", "identification", "burial", "exhumation", "injury", "hospitalisation", "abduction", "disappearance", "arrest",
  "administrative-arrest", "remand", "search", "interrogation", "summons", "charge", "trial", "sentence", "acquittal", "appeal", "release",
  "amnesty", "pardon", "case-closed", "investigation", "ill-treatment", "torture", "sexual-violence", "threat", "looting", "destruction",
  "fire", "shutdown", "restoration", "shortage", "curfew", "emergency", "deployment", "withdrawal", "request", "dismissal", "suspension",
  "appointment", "negotiation", "compensation", "other",
] as const;

export type Kind = (typeof kinds)[number];
export type Party = (typeof parties)[number];
export type Stance = (typeof stances)[number];
export type Basis = (typeof bases)[number];
export type Certainty = (typeof certainties)[number];
export type LegalStage = (typeof legalStages)[number];
export type Role = (typeof roles)[number];
export type Group = (typeof groups)[number];
export type WhenKind = (typeof whenKinds)[number];
export type Precision = (typeof precisions)[number];
export type Accrual = (typeof accruals)[number];
export type PartKind = (typeof partKinds)[number];
export type LinkType = (typeof linkTypes)[number];
export type Review = (typeof reviews)[number];
export type Form = (typeof forms)[number];
export type Unit = (typeof units)[number];
export type EventType = (typeof eventTypes)[number];
