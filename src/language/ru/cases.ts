/**
 * Case forms of Russian names by their ending: nominative, genitive, dative, accusative, instrumental, prepositional.
 * School paradigms (declensions 1-3, adjectives, plurals); a name that fits none is taken as indeclinable.
 */

/** Six lists, one a case; several spellings where the gender of a soft sign cannot be told. */
export type CaseForms = readonly (readonly string[])[];

interface Paradigm {
  readonly ending: RegExp;
  /** What replaces the match in each case after the nominative; alternatives are parted by "|". */
  readonly cases: readonly [string, string, string, string, string];
}

// The first that fits wins: adjectives before nouns, longer endings before shorter ones.
const PARADIGMS: readonly Paradigm[] = [
  { ending: /(?<=[сцн]к|[нтвр])ая$/u, cases: ["ой", "ой", "ую", "ой", "ой"] },
  { ending: /(?<=[гкхжшщч])ое$|(?<=н)ое$/u, cases: ["ого", "ому", "ое", "ым|им", "ом"] },
  { ending: /(?<=[гкх])ий$/u, cases: ["ого", "ому", "ий|ого", "им", "ом"] },
  { ending: /(?<=н)ий$/u, cases: ["его", "ему", "ий|его", "им", "ем"] },
  { ending: /(?<=н)яя$/u, cases: ["ей", "ей", "юю", "ей", "ей"] },
  { ending: /(?:ый|ой)$/u, cases: ["ого", "ому", "ый|ой|ого", "ым", "ом"] },
  { ending: /(?<=[гкх])ие$/u, cases: ["их", "им", "ие|их", "ими", "их"] },
  { ending: /ые$/u, cases: ["ых", "ым", "ые|ых", "ыми", "ых"] },
  { ending: /ия$/u, cases: ["ии", "ии", "ию", "ией", "ии"] },
  { ending: /(?<=[гкхжшчщ])а$/u, cases: ["и", "е", "у", "ой|ей", "е"] },
  { ending: /а$/u, cases: ["ы", "е", "у", "ой|ей", "е"] },
  { ending: /я$/u, cases: ["и", "е", "ю", "ей", "е"] },
  { ending: /ье$/u, cases: ["ья", "ью", "ье", "ьем", "ье"] },
  { ending: /(?<=ов|ев|ин)о$/u, cases: ["о|а", "о|у", "о", "о|ом", "о|е"] },
  { ending: /(?<=[иео])й$/u, cases: ["я", "ю", "й", "ем", "е"] },
  { ending: /(?<=[ауыэю])й$/u, cases: ["я", "ю", "й", "ем", "е"] },
  { ending: /ь$/u, cases: ["и|я", "и|ю", "ь|я", "ью|ем", "и|е"] },
  { ending: /ы$/u, cases: ["|ов", "ам", "ы", "ами", "ах"] },
  { ending: /(?<=[бвгджзклмнпрстфхцчшщ])$/u, cases: ["а", "у", "|а", "ом|ем", "е"] },
];

// Words whose stem changes, and plurals that look like something else.
const IRREGULAR: Readonly<Record<string, CaseForms>> = {
  египет: [["египет"], ["египта"], ["египту"], ["египет"], ["египтом"], ["египте"]],
  острова: [["острова"], ["островов"], ["островам"], ["острова"], ["островами"], ["островах"]],
  салоники: [["салоники"], ["салоник"], ["салоникам"], ["салоники"], ["салониками"], ["салониках"]],
  край: [["край"], ["края"], ["краю"], ["край"], ["краем"], ["крае"]],
  здание: [["здание"], ["здания"], ["зданию"], ["здание"], ["зданием"], ["здании"]],
  месторождение: [["месторождение"], ["месторождения"], ["месторождению"], ["месторождение"], ["месторождением"], ["месторождении"]],
};

// What stands after one of these keeps its form: "на площади Республики", "в области Абай".
const HEADS = new Set([
  "область", "край", "республика", "район", "микрорайон", "город", "сектор", "площадь", "улица", "проспект", "аэропорт", "парк", "резиденция",
  "акимат", "здание", "автовокзал", "изолятор", "месторождение",
]); // prettier-ignore

const SAME: CaseForms = [];

/** The six cases of one lower-cased word; an empty list when it does not change. */
export function casesOf(word: string): CaseForms {
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  const river = word.indexOf("-на-");
  if (river > 0) return casesOf(word.slice(0, river)).map((forms) => forms.map((form) => form + word.slice(river)));
  const paradigm = PARADIGMS.find(({ ending }) => ending.test(word));
  if (paradigm === undefined) return SAME;
  const stem = word.replace(paradigm.ending, "");
  return [[word], ...paradigm.cases.map((endings) => endings.split("|").map((ending) => stem + ending))];
}

/** Every case form of a lower-cased name of one or more words, the nominative among them. */
export function declined(name: string): ReadonlySet<string> {
  const words = name.split(" ");
  const fixedFrom = words.findIndex((word) => HEADS.has(word)) + 1 || words.length;
  const tables = words.map((word, at) => (at < fixedFrom ? casesOf(word) : SAME));
  const forms = new Set([name]);
  for (let at = 0; at < 6; at += 1) {
    let built = [""];
    words.forEach((word, index) => {
      const choices = tables[index]?.[at] ?? [word];
      built = built.flatMap((start) => choices.map((choice) => (start === "" ? choice : `${start} ${choice}`)));
    });
    for (const form of built) forms.add(form);
  }
  return forms;
}
