/** As much of Markdown as the tests of the pages need. */

function withoutCode(page: string): string {
  return page.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}

/** Targets of links and pictures that are not addresses, in order. */
export function relativeLinks(page: string): readonly string[] {
  return [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "").filter((target) => !/^[a-z]+:/.test(target));
}

/** Lines in code blocks that call the program, without prompt and comment. */
export function commandLines(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.replace(/^\s*\$ /, "").replace(/\s+#.*$/, ""))
    .filter((line) => /^(?:\.\/bin\/|npx )?onrecord\b/.test(line));
}

/** Texts of the headings, in order. */
export function headings(page: string): readonly string[] {
  return [...page.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#{1,6} (.+)$/gm)].map((match) => match[1] ?? "");
}

/** The anchor that a heading gets on the usual hosts: lower case, punctuation dropped, spaces to hyphens. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
