/** Plain text: the text layer is the decoded file. */
import type { Format } from "./format.ts";

/**
 * CRLF made LF, nothing else. A lone CR stays: it is one character of the sealed file, removing or changing it would be
 * a second rule that a stranger must know to find a quote again, and files of that age (classic Mac) are all but gone.
 */
export function withLineFeeds(decoded: string): string {
  return decoded.includes("\r\n") ? decoded.replaceAll("\r\n", "\n") : decoded;
}

export const text: Format = {
  name: "text",
  accepts: () => true,
  read(given) {
    const { text: decoded, encoding } = given.decoded();
    return { text: withLineFeeds(decoded), encoding, meta: {}, misread: [] };
  },
};
