/** How a name is found in running text: every form, and the last word of each, because texts go on with the family name alone. */

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");

/**
 * Patterns, as sources of regular expressions, for every form and the last word of each. Cyrillic names take case endings, and the last vowel of a
 * longer name differs between transliterations; it is better to leave out too much than a name too few.
 */
export function namePatterns(forms: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const form of forms) {
    const bare = form.replace(/['’]s$/u, "");
    words.add(bare);
    const last = bare.split(/\s+/u).at(-1) ?? bare;
    if ([...last].length >= 4 && /^\p{Lu}/u.test(last)) words.add(last);
  }
  return [...words].map((word) => {
    const long = [...word].length;
    if (/\p{Script=Cyrillic}/u.test(word)) return `${escaped(long > 4 ? word.replace(/[аяйьыиоу]$/u, "") : word)}\\p{L}{0,5}`;
    return long > 6 && /[aeiouy]$/u.test(word) ? `${escaped(word.slice(0, -1))}[aeiouy]{1,2}` : escaped(word);
  });
}

/** The pattern where no letter or digit stands before or after it. */
export const wholeWords = (pattern: string): string => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
