/** Every format that is read. The first that accepts a file reads it, so the most telling content comes first and plain text last. */
import type { Format } from "./format.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { text } from "./text.ts";

export const formats: readonly Format[] = [html, markdown, text];
