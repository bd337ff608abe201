/** The tables of a case. `case_id` leads every key, so that one schema serves one case in a file and many on a server that shards by case. */

/** Version of the tables, in SQLite's user_version. A file with a higher one was made by a newer program. */
export const schemaVersion = 2;

/** "onrc" in SQLite's application_id: tells a case from any other database. */
export const applicationId = 0x6f6e7263;

const peer = `
create table peer (
  case_id text not null, device text not null, recipient text, have text not null,
  primary key (case_id, device)
) strict;
`;

/**
 * `stmt` and `opened` are the truth; the rest is folded from them, but for `refused` and `peer`, which are this copy's own.
 * Keys whose order is promised are blobs (see keys.ts).
 * (device, seq) is no key: two statements in one place are a fork, and both are evidence.
 */
export const schema = `
create table stmt (
  case_id text not null, id text not null, device text not null, seq integer not null, bytes blob not null, signature blob not null,
  primary key (case_id, id)
) strict;
create index stmt_chain on stmt (case_id, device, seq, id);
create table opened (
  case_id text not null, id text not null, fields text not null,
  primary key (case_id, id)
) strict;

create table source (
  case_id text not null, id text not null, got text not null, entry text not null,
  primary key (case_id, id)
) strict;
create index source_order on source (case_id, got, id);
create table claim (
  case_id text not null, id text not null, got text not null, source text not null, position integer not null,
  kind text not null, event text, unit text, certainty text not null, review text not null, speaker text, claim text not null,
  primary key (case_id, id)
) strict;
create index claim_order on claim (case_id, got, source, position);
create index claim_source on claim (case_id, source, position);
create table view_row (
  case_id text not null, view text not null, key blob not null, value text not null,
  primary key (case_id, view, key)
) strict, without rowid;
create table refused (
  case_id text not null, what blob not null, code text not null, message text not null,
  primary key (case_id, what, code)
) strict, without rowid;
create table projection (
  case_id text not null primary key, version text not null
) strict;
${peer}`;

/** What brings tables of a version to the next, by the version that they have. */
export const migrations: Readonly<Record<number, string>> = { 1: peer };
