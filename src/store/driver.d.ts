/** What we use of better-sqlite3-multiple-ciphers: its package.json names its types where TypeScript does not look (no "types" under "exports"). */
declare module "better-sqlite3-multiple-ciphers" {
  namespace Database {
    interface Statement {
      run(...values: readonly unknown[]): unknown;
      get(...values: readonly unknown[]): unknown;
      all(...values: readonly unknown[]): unknown[];
    }
    interface Database {
      readonly inTransaction: boolean;
      prepare(sql: string): Statement;
      exec(sql: string): this;
      pragma(source: string, options?: { readonly simple?: boolean }): unknown;
      close(): this;
    }
  }
  class Database implements Database.Database {
    static readonly SqliteError: new (message: string, code: string) => Error & { readonly code: string };
    constructor(path: string, options?: { readonly fileMustExist?: boolean; readonly timeout?: number; readonly readonly?: boolean });
    readonly inTransaction: boolean;
    prepare(sql: string): Database.Statement;
    exec(sql: string): this;
    pragma(source: string, options?: { readonly simple?: boolean }): unknown;
    close(): this;
  }
  export = Database;
}
