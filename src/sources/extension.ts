/** The extension of a file's name. */

/** What follows the last dot of the last path part, lower case, without the dot; "" when there is none or no name. */
export function extensionOf(name: string | null): string {
  return /\.([^./\\]+)$/.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
}
