/** Whose word a passage is: agency copy, officialese, posts and notes about invented events; "-" is the document itself, "null" nobody. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceOf } from "../said.ts";

const rows: readonly (readonly [text: string, quote: string, chain: string])[] = [
  [
    "The Interior Ministry of Velland said on Monday that 14 protesters had been arrested in Torsk, and that two officers were injured.",
    "14 protesters had been arrested in Torsk",
    "Interior Ministry of Velland",
  ],
  [
    "The Interior Ministry of Velland said on Monday that 14 protesters had been arrested in Torsk, and that two officers were injured.",
    "two officers were injured",
    "Interior Ministry of Velland",
  ],
  [
    'Twelve miners died in the collapse at Grauben, according to the regional rescue service.\n\n"They fired without warning," said Mirel Tasco, a shopkeeper who saw the march. "Two boys fell in front of my door."',
    "Twelve miners died in the collapse at Grauben",
    "regional rescue service",
  ],
  [
    'Twelve miners died in the collapse at Grauben, according to the regional rescue service.\n\n"They fired without warning," said Mirel Tasco, a shopkeeper who saw the march. "Two boys fell in front of my door."',
    "They fired without warning",
    "Mirel Tasco",
  ],
  [
    'Twelve miners died in the collapse at Grauben, according to the regional rescue service.\n\n"They fired without warning," said Mirel Tasco, a shopkeeper who saw the march. "Two boys fell in front of my door."',
    "Two boys fell in front of my door",
    "Mirel Tasco",
  ],
  [
    "Deputy Governor Hanna Reuss told reporters the dam had been inspected in March. She added that no cracks were found. The dam burst on Friday.",
    "the dam had been inspected in March",
    "Hanna Reuss",
  ],
  [
    "Deputy Governor Hanna Reuss told reporters the dam had been inspected in March. She added that no cracks were found. The dam burst on Friday.",
    "no cracks were found",
    "Hanna Reuss",
  ],
  [
    "Deputy Governor Hanna Reuss told reporters the dam had been inspected in March. She added that no cracks were found. The dam burst on Friday.",
    "The dam burst on Friday",
    "-",
  ],
  ["Police denied that officers had used live rounds at the Oster bridge.", "officers had used live rounds at the Oster bridge", "Police"],
  [
    "The opposition Free Valley party accused the army of shelling the hospital in Dure.",
    "the army of shelling the hospital in Dure",
    "opposition Free Valley party",
  ],
  ["It was reported that three journalists had been detained in Maribel.", "three journalists had been detained in Maribel", "null"],
  [
    "Residents claim that the water has been cut off since Sunday; the utility insists supply was never interrupted.",
    "the water has been cut off since Sunday",
    "Residents",
  ],
  [
    "Residents claim that the water has been cut off since Sunday; the utility insists supply was never interrupted.",
    "supply was never interrupted",
    "utility",
  ],
  ["The mayor's office confirmed four deaths and said eleven people remained in hospital.", "four deaths", "mayor's office"],
  [
    "The mayor's office confirmed four deaths and said eleven people remained in hospital.",
    "eleven people remained in hospital",
    "mayor's office",
  ],
  [
    "A spokesman for the National Guard, who asked not to be named, said the convoy had been attacked near Bolen.",
    "the convoy had been attacked near Bolen",
    "spokesman for the National Guard",
  ],
  ["By the union's account, 300 workers were dismissed after the strike.", "300 workers were dismissed after the strike", "union"],
  ["The ministry promised to compensate the families of the dead by June.", "to compensate the families of the dead by June", "ministry"],
  [
    'Colonel Dav Ortun, the commander of the garrison, said: "We did not open fire. The shots came from the roof of the theatre."',
    "We did not open fire",
    "Dav Ortun",
  ],
  [
    'Colonel Dav Ortun, the commander of the garrison, said: "We did not open fire. The shots came from the roof of the theatre."',
    "The shots came from the roof of the theatre",
    "Dav Ortun",
  ],
  [
    "Human rights group Open Cell said in a statement on its website that at least nine detainees had been beaten at Camp 4. Of these, three were minors.",
    "at least nine detainees had been beaten at Camp 4",
    "Open Cell",
  ],
  [
    "Human rights group Open Cell said in a statement on its website that at least nine detainees had been beaten at Camp 4. Of these, three were minors.",
    "three were minors",
    "Open Cell",
  ],
  ["The shop was burned down on Tuesday night, its owner said.", "The shop was burned down on Tuesday night", "its owner"],
  ["Unconfirmed reports speak of up to 40 dead in the village of Sarn.", "up to 40 dead in the village of Sarn", "Unconfirmed reports"],
  [
    'Lorna Vesk, 34, a nurse, told the Herald: "We treated 60 people that night, many with gunshot wounds."',
    "We treated 60 people that night",
    "Lorna Vesk",
  ],
  [
    "Reporter: How many people were killed?\nIlya Morvan: Seventeen people were killed. We have their names.",
    "Seventeen people were killed",
    "Ilya Morvan",
  ],
  [
    "In the statement, the Foreign Ministry expressed concern and called on both sides to withdraw their troops from Lessa.",
    "both sides to withdraw their troops from Lessa",
    "Foreign Ministry",
  ],
  ["President Orla Dunn vowed that those responsible would be punished.", "those responsible would be punished", "Orla Dunn"],
  [
    "The army is suspected of having shelled the market, but a general said the market was hit by a stray rocket.",
    "the market was hit by a stray rocket",
    "general",
  ],
  [
    'Human Rights Office: "Six people disappeared in Port Anzer in May."',
    "Six people disappeared in Port Anzer in May",
    "Human Rights Office",
  ],
  ["The fire was caused by a short circuit, the investigation concluded.", "The fire was caused by a short circuit", "investigation"],
  ["Investigators believe that the bomb was hidden in a parked van.", "the bomb was hidden in a parked van", "Investigators"],
  [
    "The defence minister admitted that civilians had died in the raid, but insisted that the target was legitimate.",
    "civilians had died in the raid",
    "defence minister",
  ],
  [
    "The defence minister admitted that civilians had died in the raid, but insisted that the target was legitimate.",
    "the target was legitimate",
    "defence minister",
  ],
  [
    "Neighbours of the family say they heard two explosions and that the house then caught fire.",
    "they heard two explosions",
    "Neighbours of the family",
  ],
  [
    "Neighbours of the family say they heard two explosions and that the house then caught fire.",
    "the house then caught fire",
    "Neighbours of the family",
  ],
  [
    "The ambulance service said it had received 112 calls. It sent nine vehicles to the stadium.",
    "it had received 112 calls",
    "ambulance service",
  ],
  ["Mr Brandt said the bridge was mined. The latter claim was confirmed by sappers on Wednesday.", "the bridge was mined", "Brandt"],
  [
    'Police said a man had been found dead in the river. He had been missing since 4 May, his sister said.\n\n"It was a massacre," one survivor recalled, "and nobody came to help until the morning."',
    "a man had been found dead in the river",
    "Police",
  ],
  [
    'Police said a man had been found dead in the river. He had been missing since 4 May, his sister said.\n\n"It was a massacre," one survivor recalled, "and nobody came to help until the morning."',
    "He had been missing since 4 May",
    "his sister",
  ],
  [
    'Police said a man had been found dead in the river. He had been missing since 4 May, his sister said.\n\n"It was a massacre," one survivor recalled, "and nobody came to help until the morning."',
    "nobody came to help until the morning",
    "one survivor",
  ],
  [
    "At a briefing in the capital, interior ministry spokeswoman Ana Belic reported that 214 people had been detained across the country, 36 of them in Tollin.",
    "214 people had been detained across the country",
    "Ana Belic",
  ],
  [
    "At a briefing in the capital, interior ministry spokeswoman Ana Belic reported that 214 people had been detained across the country, 36 of them in Tollin.",
    "36 of them in Tollin",
    "Ana Belic",
  ],
  ["The rebels say the town is under their control. The government denies this.", "the town is under their control", "rebels"],
  [
    "I saw two soldiers drag a boy out of the bakery. My mother says that he was released on Monday.",
    "he was released on Monday",
    "My mother",
  ],
  [
    "Statement of the Regional Prosecutor's Office. As established by the investigation, on 9 March a group of persons entered the depot in Lanz and seized 40 rifles.",
    "a group of persons entered the depot in Lanz and seized 40 rifles",
    "investigation",
  ],
  [
    "On the night of 3 April our team visited the prison. According to detainees, guards beat four men with rubber hoses; the administration called this untrue.",
    "guards beat four men with rubber hoses",
    "detainees",
  ],
  ["Local media reported, without giving a source, that a curfew was imposed in Vast.", "a curfew was imposed in Vast", "Local media"],
  [
    "Local journalists said police had confiscated their cameras and deleted footage of the clashes.",
    "police had confiscated their cameras",
    "Local journalists",
  ],
  [
    "Local journalists said police had confiscated their cameras and deleted footage of the clashes.",
    "deleted footage of the clashes",
    "Local journalists",
  ],
  [
    'Two doctors who spoke on condition of anonymity said the morgue had received 26 bodies.\n\n"The building was empty," the police chief, Tor Hald, said in a radio interview on Sunday.',
    "the morgue had received 26 bodies",
    "Two doctors",
  ],
  [
    'Two doctors who spoke on condition of anonymity said the morgue had received 26 bodies.\n\n"The building was empty," the police chief, Tor Hald, said in a radio interview on Sunday.',
    "The building was empty",
    "Tor Hald",
  ],
  ["Hald also rejected claims that officers had beaten detainees.", "officers had beaten detainees", "Hald"],
  [
    "The Red Crescent estimates that 3,000 people have fled Ombra since January.",
    "3,000 people have fled Ombra since January",
    "Red Crescent",
  ],
  [
    "Some 3,000 people are believed to have fled Ombra since January.",
    "Some 3,000 people are believed to have fled Ombra since January",
    "null",
  ],
  [
    "The suspect allegedly set fire to the council building on 2 June.",
    "The suspect allegedly set fire to the council building on 2 June",
    "-",
  ],
  [
    "Doctor Salim Nour, head of the emergency ward, said that 18 wounded had been brought in, five of whom later died, and that the ward had run out of blood.",
    "18 wounded had been brought in",
    "Salim Nour",
  ],
  [
    "Doctor Salim Nour, head of the emergency ward, said that 18 wounded had been brought in, five of whom later died, and that the ward had run out of blood.",
    "five of whom later died",
    "Salim Nour",
  ],
  [
    "Doctor Salim Nour, head of the emergency ward, said that 18 wounded had been brought in, five of whom later died, and that the ward had run out of blood.",
    "the ward had run out of blood",
    "Salim Nour",
  ],
  ["Fourteen people were killed in Saturday's fire - officials say twelve - and the mill was destroyed.", "twelve", "officials"],
  [
    "The spokesperson noted that the protesters had blocked the highway. They later dispersed peacefully, she said.",
    "the protesters had blocked the highway",
    "spokesperson",
  ],
  [
    "The spokesperson noted that the protesters had blocked the highway. They later dispersed peacefully, she said.",
    "They later dispersed peacefully",
    "spokesperson",
  ],
  ["It is said that the governor fled to the coast on Sunday.", "the governor fled to the coast on Sunday", "null"],
  [
    "In a video posted on Telegram, the militia leader said his men had taken the airport.",
    "his men had taken the airport",
    "militia leader",
  ],
  [
    "A source close to the investigation told the agency Tavis that the pilot had been drinking.",
    "the pilot had been drinking",
    "source close to the investigation",
  ],
  ["Asked about the arrests, the minister replied that 45 suspects were in custody.", "45 suspects were in custody", "minister"],
  ["The letter, signed by 40 academics, says the court ignored evidence.", "the court ignored evidence", "letter"],
  [
    "The report found that police used excessive force against students in Mell. It also found that no officer had been charged.",
    "police used excessive force against students in Mell",
    "report",
  ],
  [
    "The report found that police used excessive force against students in Mell. It also found that no officer had been charged.",
    "no officer had been charged",
    "report",
  ],
  ["- Ministry of Health: 12 dead, 40 injured\n- Opposition council: 31 dead", "12 dead", "Ministry of Health"],
  ["- Ministry of Health: 12 dead, 40 injured\n- Opposition council: 31 dead", "31 dead", "Opposition council"],
  [
    'The two brothers were taken from their home on 14 March by men in uniform. Their mother has not heard from them since, she told our monitor.\n\n"We are still counting," Vice-President Amado said. "What is known is that 80 houses were destroyed."',
    "80 houses were destroyed",
    "Amado",
  ],
  [
    "According to him, the tanks entered the town at dawn; by noon the town hall had been seized.",
    "the tanks entered the town at dawn",
    "him",
  ],
  [
    "The commission was told by several mothers that their sons had been conscripted by force.",
    "their sons had been conscripted by force",
    "several mothers",
  ],
  [
    "Prosecutors allege that Mr Fenn ordered the attack; his lawyer says he was abroad at the time.",
    "he was abroad at the time",
    "his lawyer",
  ],
  [
    "The governor blamed foreign agitators for the riots, while shopkeepers blamed the price of bread.",
    "foreign agitators for the riots",
    "governor",
  ],
  [
    "The governor blamed foreign agitators for the riots, while shopkeepers blamed the price of bread.",
    "the price of bread",
    "shopkeepers",
  ],
  [
    'The company said in an email that "no chemicals entered the river" and that tests were continuing.',
    "no chemicals entered the river",
    "company",
  ],
  [
    'The company said in an email that "no chemicals entered the river" and that tests were continuing.',
    "tests were continuing",
    "company",
  ],
  ["The head of the medical union, Petra Vint, put the number of dead at 52.", "the number of dead at 52", "Petra Vint"],
  ["Vint said the figure includes 11 children. The health ministry has not published a figure.", "the figure includes 11 children", "Vint"],
  [
    "The trawler sank after a collision with a patrol boat, say the survivors, though the navy maintains that it hit a reef.",
    "it hit a reef",
    "navy",
  ],
  [
    "The press service of the Border Committee informs: on 7 May at 6 p.m. unknown persons opened fire on post 14.",
    "unknown persons opened fire on post 14",
    "press service of the Border Committee",
  ],
  ["As specified in the department, the fire was extinguished at 4 a.m.", "the fire was extinguished at 4 a.m.", "department"],
  ['The general said his troops "had no choice", adding that the crowd had thrown grenades.', "had no choice", "general"],
  [
    "Witness 4 states that the bus was stopped at a checkpoint. He counted nine soldiers. He personally saw the driver being struck.",
    "the bus was stopped at a checkpoint",
    "Witness 4",
  ],
  [
    "Witness 4 states that the bus was stopped at a checkpoint. He counted nine soldiers. He personally saw the driver being struck.",
    "nine soldiers",
    "Witness 4",
  ],
  [
    "Witness 4 states that the bus was stopped at a checkpoint. He counted nine soldiers. He personally saw the driver being struck.",
    "the driver being struck",
    "Witness 4",
  ],
  [
    'BREAKING: Ferry with 90 on board missing off Cape Senn - coastguard\n\n"Stop the killing": teachers march in Dorsk. Organisers spoke of 8,000 marchers, police of 2,500.',
    "Ferry with 90 on board missing off Cape Senn",
    "coastguard",
  ],
  [
    'BREAKING: Ferry with 90 on board missing off Cape Senn - coastguard\n\n"Stop the killing": teachers march in Dorsk. Organisers spoke of 8,000 marchers, police of 2,500.',
    "8,000 marchers",
    "Organisers",
  ],
  [
    'Berta Molnar, who lost her husband in the fire, remembers that the exit was locked. "We pulled and pulled," says the 41-year-old. "The guards had gone."',
    "the exit was locked",
    "Berta Molnar",
  ],
  [
    "The magistrate ordered the release of six strikers on Tuesday, their lawyer Iven Pratt said by phone. He said two others remain in custody.",
    "The magistrate ordered the release of six strikers on Tuesday",
    "Iven Pratt",
  ],
  [
    "The magistrate ordered the release of six strikers on Tuesday, their lawyer Iven Pratt said by phone. He said two others remain in custody.",
    "two others remain in custody",
    "Iven Pratt",
  ],
  [
    "In its bulletin no. 14, the Observatory counts 77 attacks on clinics since the start of the year.",
    "77 attacks on clinics since the start of the year",
    "Observatory",
  ],
  [
    "The foreign ministry of Ostrava Land summoned the ambassador and said it regarded the raid as an act of war.",
    "The foreign ministry of Ostrava Land summoned the ambassador",
    "-",
  ],
  [
    "The foreign ministry of Ostrava Land summoned the ambassador and said it regarded the raid as an act of war.",
    "it regarded the raid as an act of war",
    "foreign ministry of Ostrava Land",
  ],
  [
    "The villagers I spoke to say that soldiers took the cattle. One of them, an old man, says he was hit with a rifle butt.",
    "he was hit with a rifle butt",
    "One of them",
  ],
  [
    'A police officer was stabbed during the arrest, the prosecutor\'s office announced. The attacker was shot in the leg.\n\n"How many were there?" "Perhaps fifty," the baker says.',
    "A police officer was stabbed during the arrest",
    "prosecutor's office",
  ],
  ["The chairman doubted that the vote had been fair.", "the vote had been fair", "chairman"],
  ["The paper retracted its report that the judge had resigned.", "the judge had resigned", "paper"],
  [
    "The bodies of five climbers were recovered on Sunday, rescuers said on Monday, revising an earlier figure of four.",
    "The bodies of five climbers were recovered on Sunday",
    "rescuers",
  ],
  [
    "The bodies of five climbers were recovered on Sunday, rescuers said on Monday, revising an earlier figure of four.",
    "an earlier figure of four",
    "rescuers",
  ],
  [
    "Human rights defenders have repeatedly said that detainees are held without access to lawyers. In April alone, they say, 26 people were held incommunicado.",
    "detainees are held without access to lawyers",
    "Human rights defenders",
  ],
  [
    "Human rights defenders have repeatedly said that detainees are held without access to lawyers. In April alone, they say, 26 people were held incommunicado.",
    "26 people were held incommunicado",
    "Human rights defenders",
  ],
  [
    'The statement read: "On 1 May our office in Gant was searched. Two computers were taken.\n\n"Our director was questioned for six hours," it continued.',
    "On 1 May our office in Gant was searched",
    "statement",
  ],
  [
    'The statement read: "On 1 May our office in Gant was searched. Two computers were taken.\n\n"Our director was questioned for six hours," it continued.',
    "Two computers were taken",
    "statement",
  ],
  [
    'The statement read: "On 1 May our office in Gant was searched. Two computers were taken.\n\n"Our director was questioned for six hours," it continued.',
    "Our director was questioned for six hours",
    "statement",
  ],
  [
    'Deputy Minister Sorin Vale: "The checkpoint was attacked at 3 a.m.\n\n"Three guards were killed.\n\n"The attackers fled by boat."\n\nThe region has been tense since March.',
    "The checkpoint was attacked at 3 a.m.",
    "Sorin Vale",
  ],
  [
    'Deputy Minister Sorin Vale: "The checkpoint was attacked at 3 a.m.\n\n"Three guards were killed.\n\n"The attackers fled by boat."\n\nThe region has been tense since March.',
    "Three guards were killed",
    "Sorin Vale",
  ],
  [
    'Deputy Minister Sorin Vale: "The checkpoint was attacked at 3 a.m.\n\n"Three guards were killed.\n\n"The attackers fled by boat."\n\nThe region has been tense since March.',
    "The attackers fled by boat",
    "Sorin Vale",
  ],
  [
    'Deputy Minister Sorin Vale: "The checkpoint was attacked at 3 a.m.\n\n"Three guards were killed.\n\n"The attackers fled by boat."\n\nThe region has been tense since March.',
    "The region has been tense since March",
    "-",
  ],
  [
    "The strike committee said it would resume talks on Monday and that 14 sacked drivers had been reinstated.",
    "it would resume talks on Monday",
    "strike committee",
  ],
  [
    "The strike committee said it would resume talks on Monday and that 14 sacked drivers had been reinstated.",
    "14 sacked drivers had been reinstated",
    "strike committee",
  ],
  [
    "The general, speaking to the agency on condition of anonymity, acknowledged that a drone had hit the school.",
    "a drone had hit the school",
    "general",
  ],
  [
    "Officials at the port, including its director, say that the warehouse held 900 tonnes of fertiliser.",
    "the warehouse held 900 tonnes of fertiliser",
    "Officials at the port",
  ],
  [
    "Eyewitness accounts suggest that the first shot came from the police line.",
    "the first shot came from the police line",
    "Eyewitness accounts",
  ],
  ["Satellite images show that 140 buildings in Marra were burned.", "140 buildings in Marra were burned", "Satellite images"],
  [
    "Relatives of the missing told the ombudsman that police refused to take their statements; the ombudsman has forwarded 16 complaints.",
    "police refused to take their statements",
    "Relatives of the missing",
  ],
  [
    "Relatives of the missing told the ombudsman that police refused to take their statements; the ombudsman has forwarded 16 complaints.",
    "the ombudsman has forwarded 16 complaints",
    "-",
  ],
  [
    'Police said they are investigating whether the fire was arson and whether anyone had been in the house.\n\n"No one was hurt," the ministry tweeted at 10:20. An hour later it deleted the post and wrote that three people had died.',
    "No one was hurt",
    "ministry",
  ],
  [
    'Police said they are investigating whether the fire was arson and whether anyone had been in the house.\n\n"No one was hurt," the ministry tweeted at 10:20. An hour later it deleted the post and wrote that three people had died.',
    "three people had died",
    "ministry",
  ],
  ["The bishop's conference, for its part, spoke of 120 families without shelter.", "120 families without shelter", "bishop's conference"],
  [
    'Asked how many were still missing, Commissioner Reva Stoll answered: "Nineteen, as far as we know."',
    "Nineteen, as far as we know",
    "Reva Stoll",
  ],
  [
    "Six of the injured were treated at the scene and, the paramedics' union adds, two were refused an ambulance.",
    "two were refused an ambulance",
    "paramedics' union",
  ],
  [
    "Critics of the operation, among them two former ministers, contend that the hostages died of gas, not gunfire.",
    "the hostages died of gas",
    "Critics of the operation",
  ],
  [
    'The deputy speaker pointed out that parliament had not been consulted. "Nobody asked us," he said, and called for an inquiry.',
    "parliament had not been consulted",
    "deputy speaker",
  ],
  [
    'The deputy speaker pointed out that parliament had not been consulted. "Nobody asked us," he said, and called for an inquiry.',
    "Nobody asked us",
    "deputy speaker",
  ],
  [
    "Eleven people were killed, the government says. The opposition says 40. The truth is unknown.",
    "Eleven people were killed",
    "government",
  ],
  ["Eleven people were killed, the government says. The opposition says 40. The truth is unknown.", "40", "opposition"],
];

for (const [text, quote, chain] of rows)
  test(`voice: ${quote} | ${chain}`, () => {
    assert.equal(voiceOf(text, quote), chain);
  });
