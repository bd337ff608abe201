/** Interviews, threads, notes about witnesses and lists, each layout once: whose word each passage is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceOf } from "../said.ts";

const documents: readonly (readonly [text: string, ...rows: (readonly [quote: string, chain: string])[]])[] = [
  [
    'The Lindmark Post, 14 May 2027\n"Nobody told us to leave"\nWater engineer Tomas Reil on the night the dam at Osk gave way\n\nWhen did you first see the crack?\nOn the Monday. It was as long as my arm and water was coming through. I rang the control room at six.\n\nWhat did they say?\nThat they knew. The duty officer told me the gates would be opened at eight. They were opened at eleven.\n\nThe company says you never called.\nI have the record of the call on my phone. Fourteen minutes.\n\nHow many people were below the dam?\nTwo hundred at least. Seventeen of them are dead, and we still have no list of the missing.',
    ["the gates would be opened at eight", "Tomas Reil / duty officer"],
    ["They were opened at eleven", "Tomas Reil"],
    ["Seventeen of them are dead", "Tomas Reil"],
  ],
  [
    "Interview, Radio Sund, 3 March 2027\nPresenter: Mr Halvard, how many ships are stuck?\nHalvard: Thirty-one. Nine of them have no drinking water left.\nPresenter: The port authority speaks of twenty.\nHalvard: They count only those at anchor.\nPresenter: A crewman died on Friday.\nHalvard: Yes. He was twenty-two. He had been ill for a week and nobody sent a doctor.\n(Erik Halvard is secretary of the seamen's union.)",
    ["Nine of them have no drinking water left", "Erik Halvard"],
    ["They count only those at anchor", "Erik Halvard"],
    ["A crewman died on Friday", "Erik Halvard"],
    ["nobody sent a doctor", "Erik Halvard"],
  ],
  [
    "INTERVIEW TRANSCRIPT\nLocation: Kesh, tea house. Date: 9 August 2026.\nInterviewee: teacher, 41, asked that her name be left out.\n\nQ. When were the teachers arrested?\nA. On the fourth. Six of us. They came to the school in two buses.\nQ. Who came?\nA. Men without badges. The headmaster says they showed him a paper.\nQ. And afterwards?\nA. Four were let go. Two are in the prison at Dol.",
    ["They came to the school in two buses", "teacher"],
    ["they showed him a paper", "teacher / headmaster"],
    ["Four were let go", "teacher"],
    ["Two are in the prison at Dol", "teacher"],
  ],
  [
    'Mayor of Ferrin: "We will rebuild every house"\n\n- Mr Castel, the flood destroyed half of the lower town. What happens now?\n- We have counted 412 ruined houses. The first containers arrive on Thursday.\n- The governor promised containers a month ago.\n- He promised, and he has not kept his word. Ask him.\n- And the dead?\n- Nineteen have been buried. Two have not been found.\n\nInterview: Lena Ost. Andre Castel has been mayor of Ferrin since 2019.',
    ["We have counted 412 ruined houses", "Andre Castel"],
    ["The first containers arrive on Thursday", "Andre Castel"],
    ["he has not kept his word", "Andre Castel"],
    ["Nineteen have been buried", "Andre Castel"],
    ["Two have not been found", "Andre Castel"],
  ],
  [
    "Three questions to Ilse Brandow, head of the blood bank in Norrin\n\n**How bad is the shortage?**\nWe have blood for two days. On Tuesday we turned away eleven operations.\n\n**Why is there so little?**\nBecause the road has been closed since the attack on the bridge. Our van was stopped at the checkpoint and 60 bags were lost.\n\n**What do you need?**\nAn open road, for one hour.",
    ["We have blood for two days", "Ilse Brandow"],
    ["On Tuesday we turned away eleven operations", "Ilse Brandow"],
    ["Our van was stopped at the checkpoint", "Ilse Brandow"],
    ["60 bags were lost", "Ilse Brandow"],
  ],
  [
    "Courier: General, who fired first?\nGen. Obrand: The other side. At 05:10 our post was hit by two mortar shells.\nCourier: There are 14 dead in the village.\nGen. Obrand: I know of nine. I regret every one of them. We did not fire at the village.\nCourier: Will the cease-fire hold?\nGen. Obrand: It holds since midnight.",
    ["At 05:10 our post was hit by two mortar shells", "Obrand"],
    ["We did not fire at the village", "Obrand"],
    ["It holds since midnight", "Obrand"],
  ],
  [
    "Excerpts from the hearing of the committee of inquiry, 12 June 2028\n\nCHAIR (Ms Dorrin): Inspector, when were you told that the prisoner was ill?\nWITNESS (Inspector Vael): At four in the afternoon. The doctor was called at nine.\nCHAIR: Why not before?\nWITNESS: The duty book was not filled in. Sergeant Molt told me the man was pretending.\nMR KESSEL: Was he beaten?\nWITNESS: Not in my presence.",
    ["The doctor was called at nine", "Vael"],
    ["The duty book was not filled in", "Vael"],
    ["the man was pretending", "Vael / Molt"],
  ],
  [
    'He drives the number 12 tram. On 3 October he was attacked at the terminus. We spoke to him in hospital.\n\nWhat do you remember?\nFive or six of them got in. They had bars. One shouted that trams were for "our people" only.\n\nWere there passengers?\nAn old couple and a boy. The boy was hit in the face.\n\nDid the police come?\nAfter forty minutes. They took no statements.',
    ["Five or six of them got in", "He"],
    ["The boy was hit in the face", "He"],
    ["They took no statements", "He"],
  ],
  [
    "Conversation with a grain trader, Port Salo, recorded 2 February (name withheld)\n\nM: So the ships stopped coming in December?\nT: Yes. The last one left on the ninth with 20,000 tonnes.\nM: Why?\nT: They raised the insurance. And two ships were shot at.\nM: By whom?\nT: The harbour master says pirates. I say the coastguard. They wanted their share.",
    ["They raised the insurance", "grain trader"],
    ["two ships were shot at", "grain trader"],
  ],
  ["Casualties by district\nNorrin: 12\nTarn: 4\nKesh: none\nWho counts? The health office.\nNorrin: 3 missing", ["3 missing", "-"]],
  [
    "Statement of a shop assistant, taken at Dol on 9 May\nI work at the corner shop. On 7 May at about five I heard shouting. Two policemen pushed a man to the ground. I closed the shutters. My colleague says the man was taken to station 2.\nWho was he? I don't know. I had never seen him before.",
    ["On 7 May at about five I heard shouting", "-"],
    ["Two policemen pushed a man to the ground", "-"],
  ],
  [
    "Field note. Witness: male, 34, fisherman, Port Anzer.\nSays the patrol boat came at dusk on 12 April. There were three boats of fishermen. The patrol boat rammed the smallest one. Two men fell into the water; he pulled out one of them. The other was not found.\nHe heard later from a cousin that five fishermen are held at the naval base.",
    ["the patrol boat came at dusk on 12 April", "fisherman"],
    ["The patrol boat rammed the smallest one", "fisherman"],
    ["he pulled out one of them", "fisherman"],
    ["The other was not found", "fisherman"],
  ],
  [
    "@ana_tol: police are on the bridge, 3 vans\n@r_vint: @ana_tol not true, I live there, it is one van\n@ana_tol: my brother says two people were arrested\n@harbourwatch: coastguard confirms 1 arrest",
    ["police are on the bridge", "ana_tol"],
    ["it is one van", "r_vint"],
    ["1 arrest", "harbourwatch / coastguard"],
  ],
  [
    "Posted by Danil, 18:40\nExplosion at the market. I counted four ambulances.\nReply from Mirka: my cousin is a nurse, she says nine injured\nReply from Town Hall Press: The fire is under control. Seven people were treated.",
    ["Seven people were treated", "Town Hall Press"],
  ],
  [
    'A long talk with Mirna Dask, the lawyer of the arrested dockers, for the Sunday page.\n\n"They were arrested on the street, not in their homes," she begins. There are 23 of them. Eleven are in the old prison and the others in a school. "I was allowed to see two."\n\nWhy only two? "Because the lists are a state secret," says Dask. Both had bruises. One could not hold a cup.\n\nIs she afraid? Not for herself, she says.',
    ["the lists are a state secret", "Mirna Dask"],
  ],
  [
    "Chronology of the strike (sources in brackets)\n3 May: 400 drivers stop work (union). \n4 May: Police detain 12 pickets [Ministry of Interior].\n5 May: One driver dies in custody. Heart failure, says the prison service; beaten, says the family.\n6 May: talks broken off - union.\n7 May: Source: Courier. Two buses burned.",
    ["400 drivers stop work", "union"],
    ["Police detain 12 pickets", "Ministry of Interior"],
    ["One driver dies in custody", "-"],
    ["talks broken off", "union"],
  ],
  [
    "INCIDENT LIST\n1. Man, 30, shot at the gate of the refinery, 2 June. Source: two colleagues.\n2. Woman, 61, crushed in the crowd, 2 June. Confirmed by hospital.\n3. Boy, 9, missing since 3 June. Reported by his mother.\n4. Guard, 44, beaten, 3 June (according to the refinery).\n5. Refinery says 3 guards injured; union: none.",
    ["Man, 30, shot at the gate of the refinery, 2 June", "two colleagues"],
    ["Woman, 61, crushed in the crowd, 2 June", "hospital"],
    ["Boy, 9, missing since 3 June", "his mother"],
    ["Guard, 44, beaten, 3 June", "refinery"],
    ["3 guards injured", "Refinery"],
  ],
  [
    "The Audit Chamber communicates the results of the control in the city of Lanz. It has established that of 40 million crowns assigned to the repair of shelters, 11 million were not spent. According to the data of the Chamber, 14 shelters exist only on paper. The mayor's office does not agree with this. In its opinion, the shelters were handed over in due time.\nThe mayor, Pavel Dorn, underlined that nobody had been left without protection. He has also made known that a commission will be created.",
    ["11 million were not spent", "Audit Chamber"],
    ["14 shelters exist only on paper", "Chamber"],
    ["nobody had been left without protection", "Pavel Dorn"],
    ["a commission will be created", "Pavel Dorn"],
  ],
  [
    'The president of the region has affirmed to have no knowledge of the transfers. "They are fabrications," he has assured. Sources of the prosecutor\'s office consulted by this newspaper point out that the accounts were opened in 2024. The judge, Elvira Sond, considers proven that at least three councillors collected money. The defence of these alleges that the signatures are false.',
    ["They are fabrications", "president of the region"],
  ],
  [
    "TORSK, 4 April - Eleven people were taken to hospital after a gas leak at the Kerrin works on Sunday, the regional emergency service reported. Three of them are in intensive care. All were workers of the night shift.\nThe cause of the leak has not been established, said the service's duty officer, Oleg Tann. A valve had failed, he added. The plant was stopped at 3 a.m. and the gas had been shut off by four.\nEarlier, local channels wrote of 30 poisoned. The works declined to comment.",
    ["Eleven people were taken to hospital after a gas leak at the Kerrin works on Sunday", "regional emergency service"],
    ["Three of them are in intensive care", "regional emergency service"],
    ["All were workers of the night shift", "regional emergency service"],
    ["A valve had failed", "Oleg Tann"],
  ],
  [
    '"The wall was never inspected". Dorrit Hald, surveyor, explains what went wrong at Kell\n\nSURVEYOR: You want to know about the wall?\nHERALD: Yes. When was it last inspected?\nSURVEYOR: Never. I asked for an inspection in 2024 and got no reply.\nHERALD: The council says it was inspected in May.\nSURVEYOR: That was the other wall. Nine people died under this one.',
    ["I asked for an inspection in 2024", "Dorrit Hald"],
    ["Nine people died under this one", "Dorrit Hald"],
  ],
  [
    "A morning with the ferry captain\n\nCaptain Sten Orlund lost his ship on 3 June. Our reporter Anna Weil met him in the harbour office of Senn.\n\nWeil: Captain, how many were on board?\nSten: Ninety-two, and four crew. The list says eighty.\nWeil: Who made the list?\nSten: The agent in Dol. We took on twelve more at the pier because he told us to.",
    ["We took on twelve more at the pier", "Sten Orlund"],
  ],
  [
    "Kessin Radio, midday news magazine, 2 May 2029. In the studio: Dr Amal Terrin of the children's clinic and Ruben Kast from the water board.\n\nHOST: Dr Terrin, how many children have been admitted?\nTERRIN: Forty-one since Sunday.\nHOST: Mr Kast, is the water safe?\nKAST: It was safe when it left our works. We closed two wells on Saturday.\nTERRIN: On Friday. My ward was already full on Friday.",
    ["We closed two wells on Saturday", "Ruben Kast"],
    ["My ward was already full on Friday", "Amal Terrin"],
  ],
  [
    "What happened at the Corran depot? Questions for the shop steward\n\nBea Lintz has worked at the depot for twenty years and was there on the night of the fire.\n\nWho raised the alarm?\nOne of the cleaners. The sirens did not work.\n\nHow did people get out?\nThrough the loading bay. The emergency exits were blocked with pallets. Three colleagues did not make it.\n\nThe company denies that.\nThey can deny what they want. There are photographs.",
    ["The sirens did not work", "Bea Lintz"],
    ["The emergency exits were blocked with pallets", "Bea Lintz"],
    ["Three colleagues did not make it", "Bea Lintz"],
  ],
];

for (const [text, ...rows] of documents)
  for (const [quote, chain] of rows)
    test(`conversation: ${quote} | ${chain}`, () => {
      assert.equal(voiceOf(text, quote), chain);
    });
