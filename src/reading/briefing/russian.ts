/** What only code can tell of Russian: the look of adjectives and nominatives, names, and places that the gazetteer does not have. */
import { personNominative } from "../../language/ru/names.ts";
import type { Analysis } from "../../language/token.ts";
import { tokenAt } from "../../language/token.ts";
import { phraseAt } from "./patterns.ts";
import type { Grammar, GuessedPlace, PlaceWords } from "./tongue.ts";

const MODIFIER = /^.{2,}(?:ых|их|ого|его|ый|ий|ые|ие|ая|яя|ое|ой|ей|ую|ыми|ими|ым|им)$/u;
const NOT_MODIFIER = new Set([
  "этих",
  "таких",
  "других",
  "которых",
  "которые",
  "который",
  "которая",
  "своих",
  "моих",
  "самих",
  "людей",
  "детей",
]);

// Masculine posts end in a consonant or ь, plurals in ы or и; -ов, -ев, -ей, -ых, -ом are other cases.
const OBLIQUE = /(?:ов|ев|ей|ых|их|ом|ем|ой|ого|ому|ам|ям|ами|ями|ах|ях|у|ю|е)$/u;
const OBLIQUE_NAME = /(?:овым|евым|иным|ову|еву|ину|ове|еве|ине|ского|скому|овой|евой|иной|ской)$/u;

const VERBAL = /(?:л|ла|ло|ли|лся|лась|лось|лись|ны|но|на|ен|ан|ты|то|ют|ят|ет|ит|ут|ат|ют|ются|ятся|ется|ится)$/u;
const FUNCTION = new Set([
  "для",
  "при",
  "под",
  "или",
  "как",
  "что",
  "они",
  "она",
  "был",
  "уже",
  "еще",
  "это",
  "его",
  "также",
  "среди",
  "после",
  "через",
  "против",
  "близ",
  "около",
  "из-за",
  "затем",
  "тоже",
  "тогда",
  "более",
  "вместе",
  "впоследствии",
  "позже",
  "позднее",
  "там",
]);

const CAPITALISED = /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*$/u;
const LOCATIVE = /(?:е|и|у)$/u;
const ADJECTIVE = /(?:ск|цк)(?:ая|ой|ую|ий|ого|ом|ому)$/u;
const NOUNS = { region: "область", district: "район" } as const;

const HEADS = [
  "площадь",
  "улица",
  "проспект",
  "бульвар",
  "шоссе",
  "переулок",
  "аэропорт",
  "тюрьма",
  "больница",
  "вокзал",
  "рынок",
  "колония",
  "завод",
  "шахта",
  "стадион",
  "порт",
];

function nominativePlace(analysis: Analysis, form: string): string {
  const stem = form.slice(0, -1);
  const heard = new Set(analysis.tokens.map(({ text }) => text));
  if (form.endsWith("и")) return heard.has(`${stem}я`) ? `${stem}я` : heard.has(`${stem}ь`) ? `${stem}ь` : form;
  return ["", "а", "о", "ь"].map((ending) => stem + ending).find((each) => heard.has(each)) ?? (form.endsWith("у") ? form : stem);
}

/** "Нордавской области", "в городе Каратум", "в Каратуме". */
function placeForm(analysis: Analysis, at: number, { scene, offices }: PlaceWords): GuessedPlace | null {
  const { tokens } = analysis;
  const token = tokenAt(analysis, at);
  if (!CAPITALISED.test(token.text) || phraseAt(offices, tokens, at, tokens.length) !== null) return null;
  const next = tokens[at + 1]?.sentence === token.sentence ? phraseAt(scene, tokens, at + 1, tokens.length)?.value : undefined;
  if (ADJECTIVE.test(token.lower) && (next === "region" || next === "district")) {
    const stem = token.text.replace(/(?:ая|ой|ую|ий|ого|ом|ому)$/u, "");
    return { first: at, last: at + 2, name: `${stem}${next === "region" ? "ая" : "ий"} ${NOUNS[next]}`, precision: next };
  }
  const before = tokens[at - 1];
  if (before?.sentence !== token.sentence) return null;
  const kind = phraseAt(scene, tokens, at - 1, at)?.value;
  if (kind !== undefined && kind !== "preposition") {
    if (kind === "site" || kind === "street") {
      const head = HEADS.find((each) => each.slice(0, 4) === before.lower.slice(0, 4)) ?? before.lower;
      return { first: at, last: at + 1, name: `${head} ${token.text}`, precision: kind };
    }
    // "в городе Каратуме" agrees in case, "в городе Каратум" does not; "области" before a name is "области Абай".
    const name =
      kind === "settlement" && before.lower.endsWith("е") && token.lower.endsWith("е") ? nominativePlace(analysis, token.text) : token.text;
    return { first: at, last: at + 1, name, precision: kind };
  }
  const inside = /^(?:в|во|под|близ|около|возле)$/u.test(before.lower);
  const name = /^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.text ?? "") && tokens[at + 1]?.sentence === token.sentence;
  if (!inside || name || !LOCATIVE.test(token.lower)) return null;
  return { first: at, last: at + 1, name: nominativePlace(analysis, token.text), precision: "settlement" };
}

export const russian: Grammar = {
  numberForms: () => [],
  nominative: personNominative,
  isModifier: (word) => MODIFIER.test(word) && !NOT_MODIFIER.has(word),
  isCountable: (word) => word.length > 2 && !VERBAL.test(word) && !FUNCTION.has(word),
  isSubject: (word) => !OBLIQUE.test(word) && !/[ая]$/u.test(word.replace(/ница$/u, "")),
  isPersonSubject: (word) => !OBLIQUE_NAME.test(word),
  placeForm,
};
