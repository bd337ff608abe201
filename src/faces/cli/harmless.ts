/** Text of documents made safe to print: a sealed file may hold anything. */

// What a document could use to move the cursor, recolour, or reorder what is read: control characters and bidirectional overrides.
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** The text with every character that could act on a terminal made visible as U+FFFD. Line breaks and tabs are spaces. */
export function harmless(text: string): string {
  return text.replace(/[\t\n\r\u0085\u2028\u2029]+/gu, " ").replace(UNSAFE, "\uFFFD");
}
