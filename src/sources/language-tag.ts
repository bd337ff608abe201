/** Language tags as documents and people write them. */

/** The BCP 47 primary subtag in lower case: "ru_RU.UTF-8" and "ru-RU" give "ru"; null when it is no tag. Three-letter codes of languages read here are shortened. */
export function primaryLanguage(tag: string): string | null {
  const primary = /^([A-Za-z]{2,3})(?:[-_.@][\w.@-]*)?$/.exec(tag.trim())?.[1]?.toLowerCase();
  if (primary === undefined) return null;
  // BCP 47 wants the two-letter code where there is one; .kz pages often say "kz", which is the country.
  const shorter: Readonly<Record<string, string>> = { eng: "en", rus: "ru", kaz: "kk", kz: "kk" };
  return shorter[primary] ?? primary;
}
