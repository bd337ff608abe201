/**
 * Passages of one to four sentences as documents have them - lists, interviews, posts, reports - with the figures that have to be found: amount and
 * unit, and after "<" the amount of the whole. A passage without figures must have none.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../../../../src/model/claim.ts";
import { amount, draftsOf } from "../said.ts";

const rows: readonly (readonly [text: string, ...figures: string[]])[] = [
  [
    "Police detained dozens of people after Sunday's march in Vellmar. By midnight 41 were still being held; the rest had been let go.",
    "~>=24 detained",
    "41 in-custody < ~>=24",
  ],
  [
    "The toll from the landslide in Upper Senn rose from 164 to 225 overnight, the civil protection agency said. Another 20 people are unaccounted for.",
    "164 dead",
    "225 dead",
    "20 missing",
  ],
  [
    "Casualties as of 18:00:\nKilled: 12\nWounded: 31, of them 4 children\nMissing: 6",
    "12 dead",
    "31 injured",
    "4 injured < 31",
    "6 missing",
  ],
  ["No one was hurt in the blaze at the Karsk depot, but 3 trucks burned out.", "0 injured", "3 vehicles"],
  ["We counted 31 at the morgue. The hospital admits to nine.", "31 bodies"],
  [
    "Of the 58 wounded brought to Saint Anne's, eleven have since died and nine remain in intensive care.",
    "11 dead < 58",
    "9 critical < 58",
  ],
  [
    "The union says as many as 700 miners walked out at the Bekker pit. Management put the number at fewer than 200.",
    "<=700 participants",
    "<200 participants",
  ],
  ["Two more bodies were pulled from the river this morning, bringing the total to 17.", "2 bodies", "17 bodies"],
  ["The clashes left three policemen and at least seven civilians dead and some 60 people injured.", "3 dead", ">=7 dead", "~60 injured"],
  [
    "Authorities in Marrow Bay evacuated around 2,300 residents from low-lying districts. Roughly half of them are staying with relatives.",
    "~2300 displaced",
    "~0.5 displaced < ~2300",
  ],
  [
    '"They took my brother and six others from the bakery," a resident of Lisk told us. "Four came back. Of the other three we know nothing."',
    "4 released < 6",
  ],
  ["The court in Pell sentenced 9 protesters to between two and five years in prison and acquitted one.", "9 sentenced", "1 acquitted"],
  [
    "The ministry put the number of injured at 112, including 37 police officers; human rights groups speak of more than 300.",
    "112 injured",
    "37 injured < 112",
    ">300 injured",
  ],
  ["According to the prosecutor, 14 criminal cases have been opened, of which eight concern looting.", "14 cases", "8 cases < 14"],
  ["There are no bodies. There were no shots. Whoever says otherwise was not there.", "0 bodies"],
  [
    "Clashes erupted in the Old Harbour quarter for the third night running, with 46 arrests, the district police said, up from 31 on Friday.",
    "46 detained",
    "31 detained",
  ],
  ["Ms Tarn, 43, a teacher at School No. 17, lives on the 5th floor of block 12. Her phone is 0771 442 118. She was paid 300 marks."],
  ["At least 8 killed, 20+ hurt in Ovra market blast!! More coming in", ">=8 dead"],
  [
    "Some 15,000 people remain without electricity in the districts of Arl and Grun following the shelling, down from 40,000 at the weekend.",
    "~15000 other",
    "40000 other",
  ],
  ["Employees suspended: 31\nEmployees dismissed: 4\nComplaints received: 112", "31 other", "4 other", "112 cases"],
  [
    "As of 1 June, 163 persons were being held at Korsk remand prison in connection with the events, among them 12 women and 3 minors.",
    "163 in-custody",
    "12 in-custody < 163",
    "3 in-custody < 163",
  ],
  [
    "There was not a single casualty on our side, Colonel Drey told reporters. The enemy lost up to forty men and two armoured vehicles.",
    "0 victims",
    "2 vehicles",
  ],
  [
    "Fifteen journalists were beaten by police in the first week alone, the guild said. Three had their cameras smashed, and one, a woman of 24, lost an eye.",
    "15 ill-treated",
    "3 ill-treated",
  ],
  [
    "The operational headquarters informs that in the course of the measures taken 53 persons were brought to the bodies of internal affairs, of whom 40 were released after preventive talks.",
    "53 detained",
    "40 released < 53",
  ],
  ["The brigade has deployed 1,200 troops and 45 armoured vehicles to the Sarn valley.", "1200 troops", "45 vehicles"],
  [
    "They arrested my two uncles on Friday. On Saturday they came for a third. None of them has been allowed to see a lawyer.",
    "2 detained",
  ],
  [
    "The group's list now runs to 211 names: 140 men, 58 women and 13 children.",
    "211 names",
    "140 names < 211",
    "58 names < 211",
    "13 names < 211",
  ],
  [
    "Eleven of the twenty-nine suspects are under house arrest, ten are in pre-trial detention and eight have been released on bail.",
    "10 remanded < 29",
    "8 released < 29",
  ],
  [
    "Police used tear gas and rubber bullets; in excess of 90 people needed treatment, half a dozen of them children.",
    ">90 sought-care",
    "~6 sought-care < >90",
  ],
  [
    "02:10 Two cars on fire on Mill Lane.\n02:45 Five now. Fire brigade not here.\n03:30 Count is nine cars and a bus.",
    "2 vehicles",
    "5 vehicles",
    "9 vehicles",
  ],
  [
    "No fewer than 64 families lost their homes in the flood that hit Brannick on 3 April; over a hundred head of cattle drowned.",
    ">=64 displaced",
  ],
  [
    "The chief doctor said 33 people had sought medical help, 12 of whom were hospitalised, including two in a serious condition.",
    "33 sought-care",
    "12 hospitalised < 33",
    "2 critical < 12",
  ],
  ["Turnout was put at 40,000 by the organisers and 6,500 by the police.", "40000 participants", "6500 participants"],
  ["A total of 318 homes, 2 schools and a mosque were destroyed in the shelling.", "318 buildings", "2 buildings"],
  [
    "The commission received 614 applications; 402 were rejected, 181 granted and 31 are pending.",
    "614 cases",
    "402 cases < 614",
    "181 cases < 614",
    "31 cases < 614",
  ],
  ["Amnesty was extended to 88 of the convicted rioters in December. Another 14 had been pardoned earlier.", "88 amnestied"],
  ["Twenty people were rounded up in a raid on the Teln hostel, eight of them foreigners.", "20 detained", "8 detained < 20"],
  ["Nobody has been charged over the deaths of the four students.", "0 charged"],
  ["Seven dead, seventeen injured. That is what the radio says. We buried nine on Friday alone.", "7 dead", "17 injured", "9 dead"],
  ["Police said 24-26 people took part in the attack on the akimat, all of them masked.", "24..26 participants"],
  [
    "Search teams recovered 13 bodies from the mine on Wednesday, taking the confirmed death toll to 29. Ten miners are still trapped.",
    "13 bodies",
    "29 dead",
  ],
  ["Wounded - 8 (2 heavy)\nDead - 3\nHouses hit - 11", "8 injured", "2 critical < 8", "3 dead", "11 buildings"],
  [
    "The ombudsman's office received 45 complaints of torture: 30 in Salt Bay, 9 in Upper Wend and 6 elsewhere.",
    "45 cases",
    "30 cases < 45",
    "9 cases < 45",
    "6 cases < 45",
  ],
  ["The shooting at the roadblock left one soldier dead and a second wounded.", "1 dead"],
  [
    "Officials say the fire caused damage of 12 million crowns. Article 272 carries up to seven years. The match ended 3-1. Room 14 is locked.",
    "12000000 money",
  ],
  [
    "Thirty-odd men with iron bars stormed the union hall. Two organisers were hospitalised, a third is missing.",
    "~30 participants",
    "2 hospitalised",
  ],
  ["Police made seven arrests. No injuries were reported.", "7 detained", "0 injured"],
  ["Of 120 houses in the hamlet, 96 are gone.", "120 buildings", "96 buildings < 120"],
  ["The rescue service says all 43 crew members of the ferry survived. Eight passengers are feared dead.", "8 dead"],
  ["Injured: 15 (police 9, civilians 6)", "15 injured", "9 injured < 15", "6 injured < 15"],
  ["Eyewitnesses say that between fifteen and twenty young men were loaded onto two buses and driven away.", "15..20 detained"],
  [
    "Army losses during the operation came to 4 killed and 19 wounded. Insurgent dead were put at 60 to 70.",
    "4 dead",
    "19 injured",
    "60..70 dead",
  ],
  ["By Friday the number of evacuees had fallen to 800 from a peak of 3,100.", "800 displaced", "3100 displaced"],
  ["The workers' committee: 14 fired, 3 in jail, 1 in hospital. We will not forget.", "14 other", "3 in-custody", "1 hospitalised"],
  ["In Kelm, three people were stabbed. In Ost, two. In neighbouring Farl nobody was hurt.", "3 injured", "2 injured", "0 injured"],
  ["Two women and a child suffered burns; the child's mother, one of the two, later died.", "2 injured"],
  ["As many as one in four of the city's schools has been hit.", "<=0.25 buildings"],
  [
    'The association "Mothers of Zell" says it knows of 38 conscripts who have died since August, eight of them by suicide.',
    "38 dead",
    "8 dead < 38",
  ],
  ["Unknown gunmen opened fire on worshippers leaving the Friday prayer, killing at least five and injuring scores.", ">=5 dead"],
  ["Law enforcement officers seized 112 firearms, more than 3,000 cartridges and 40 kg of explosives.", "112 weapons"],
  [
    "It was reported that close to 150 persons, for the most part women, gathered at the gates of the prosecutor's office.",
    "~150 participants",
  ],
  ["Out of a crew of 22, 15 were rescued. The remaining seven are presumed drowned.", "22 other", "15 other < 22", "7 dead < 22"],
  ["Police in Wexmoor have named a man wanted over the attack. Three others are being sought.", "3 wanted"],
  ["The region's governor has sacked three district chiefs. Another two handed in their notice.", "3 other", "2 other"],
  ["They say nobody died. I washed four of them myself.", "0 dead"],
  ["Just over 1,100 strikers have been served with summonses. The first 30 hearings open on 4 May.", ">1100 summoned"],
  ["Missing since the raid: Two sisters from Lower Dain, a shepherd, four students.", "2 missing", "4 missing"],
  [
    "Overnight air strikes on the rail hub killed nine people, four of them rail workers, and knocked out power to 20,000 homes.",
    "9 dead",
    "4 dead < 9",
    "20000 buildings",
  ],
  ["More than 85 per cent of the buildings in Tamrin's centre have been damaged or destroyed.", ">0.85 buildings"],
  ["Pathologists have identified 31 of the 40 dead; nine remain nameless.", "31 dead", "9 dead"],
  ["Two officers were lightly hurt. A third broke an arm.", "2 injured"],
  [
    "In all, 7 people lost their lives and 32 sustained injuries of varying severity as a result of the gas explosion.",
    "7 dead",
    "32 injured",
  ],
  ["A police spokeswoman confirmed one fatality. Doctors at the scene counted four.", "1 dead", "4 dead"],
  ["Among the 24 hurt were six firefighters, three of whom inhaled smoke.", "24 injured", "6 injured < 24", "3 injured < 6"],
  [
    "The monitors recorded eighty-seven violations of the ceasefire in the northern sector, against fifty-two the week before.",
    "87 cases",
    "52 cases",
  ],
  ["25 lorries of aid were turned back at Kess. 6 got through. Need: 60 a day.", "25 vehicles", "6 vehicles"],
  [
    "Not less than 37 opposition activists are behind bars. Nine of these have begun a hunger strike.",
    ">=37 in-custody",
    "9 in-custody < >=37",
  ],
  [
    "The Interior Ministry has placed on the wanted list 66 persons, 12 of them abroad. 240 have already been convicted.",
    "66 wanted",
    "12 wanted < 66",
    "240 convicted",
  ],
  ["Doctors treated 18 for smoke inhalation, discharging all but three.", "18 sought-care"],
  ["One person was killed and two more were wounded by a drone strike on a minibus in Lorn.", "1 dead", "2 injured"],
  [
    "The bodies of seven men, bound hand and foot, were discovered in a cellar on Tanner Street. Two were of advanced age.",
    "7 bodies",
    "2 bodies < 7",
  ],
  ["Q: How many dead are there?\nA: Nineteen. Two of them are children.", "19 dead", "2 dead < 19"],
  [
    "TARN: And how many houses burned?\nMAYOR: On our side of the river, 14. On the other side I would say 30 or 40.",
    "14 buildings",
    "30..40 buildings",
  ],
  ["DOCTOR: On the first night we had eleven, all gunshot. On the second, twenty-three. Four I could not save.", "4 dead"],
  ["Q. How many police were there?\nA. I counted six vans. Maybe fifty men, with shields.", "6 vehicles"],
  ["PRESENTER: The governor speaks of two dead.\nMEDIC: I put seven in the ground myself.", "2 dead"],
  ["Q: How many prisoners are on hunger strike?\nA: Seventeen since Monday. Five have stopped.", "17 participants"],
  [
    "REPORTER: How many complaints have you had?\nOMBUDSMAN: 88 in March. In April it was 140. Only nine led to an inquiry.",
    "88 cases",
    "140 cases",
  ],
  ["What do you say to the number of 54 injured?\nIt is too low. In our ward alone we treated 70.", "70 sought-care"],
];

function told({ figure }: Draft, all: readonly Draft[]): string {
  if (figure === null) return "";
  const whole = figure.partOf === null ? null : (all[figure.partOf]?.figure ?? null);
  return `${amount(figure)} ${figure.unit}${whole === null ? "" : ` < ${amount(whole)}`}`;
}

for (const [text, ...figures] of rows)
  test(`passage: ${text.slice(0, 70)}`, () => {
    const all = draftsOf(text);
    const found = all.filter(({ figure }) => figure !== null).map((draft) => told(draft, all));
    if (figures.length === 0) assert.deepEqual(found, []);
    for (const each of figures) assert.ok(found.includes(each), `${each} is not among: ${found.join("; ")}`);
  });
