/** Verbs of saying: who speaks, and the exact words of what is said. */
import { spokenOf, table } from "../said.ts";
import type { Row } from "../said.ts";

const rows: readonly Row[] = [
  ["The mayor told reporters that 14 people had been detained.", "mayor/state: 14 people had been detained"],
  ["In a statement, the Interior Ministry said 14 people had been detained.", "Interior Ministry/state: 14 people had been detained"],
  [
    "The Interior Ministry said in a statement on Monday that 14 people had been detained.",
    "Interior Ministry/state: 14 people had been detained",
  ],
  ["Police confirmed to the Meridian agency that 14 people had been detained.", "Police/security confirms: 14 people had been detained"],
  ["The minister did not rule out that there would be more arrests.", "minister/state: there would be more arrests"],
  ["The minister refused to comment on the shooting."],
  ["The ministry declined to say how many people had been detained."],
  ["Police denied shooting at the crowd.", "Police/security denies: shooting at the crowd"],
  ["The ministry denied that soldiers had fired at the crowd.", "ministry/state denies: soldiers had fired at the crowd"],
  ["The governor rejected claims that soldiers had fired at the crowd.", "governor/state denies: soldiers had fired at the crowd"],
  ["No one has claimed responsibility for the attack."],
  [
    "Mayor Tom Orrin said the bridge was closed. He said 14 people had been detained.",
    "Tom Orrin/state: the bridge was closed",
    "Tom Orrin/state: 14 people had been detained",
  ],
  [
    "The Interior Ministry said the bridge was closed. The ministry added that 14 people had been detained.",
    "Interior Ministry/state: the bridge was closed",
    "Interior Ministry/state: 14 people had been detained",
  ],
  ["Interior Ministry spokeswoman Jane Doe said 14 people had been detained.", "Jane Doe/state: 14 people had been detained"],
  ["A spokesman for the hospital said three patients had died.", "spokesman for the hospital/medical: three patients had died"],
  [
    "A source in the police, who asked not to be named, said three officers had been detained.",
    "source in the police/security: three officers had been detained",
  ],
  ["Two doctors who asked not to be named said the ward was full.", "Two doctors/medical: the ward was full"],
  ["The ministry did not say that soldiers had fired."],
  ["The president promised that the guilty would be punished.", "president/state promises: the guilty would be punished"],
  ["Experts warned that the dam could burst.", "Experts/expert predicts: the dam could burst"],
  ["The minister believes that the fire was set on purpose.", "minister/state: the fire was set on purpose"],
  ["The minister thinks the fire was an accident.", "minister/state: the fire was an accident"],
  [
    "Police say they fired into the air; residents say they fired at people.",
    "Police/security: they fired into the air",
    "residents/witness: they fired at people",
  ],
  [
    "Police said they fired into the air, but residents said they fired at people.",
    "Police/security: they fired into the air",
    "residents/witness: they fired at people",
  ],
  [
    "The mayor said that the prosecutor had told him that 14 people had been detained.",
    "mayor/state > prosecutor/state: 14 people had been detained",
  ],
  [
    "Witnesses interviewed by the Open Desk said soldiers beat two men.",
    "Witnesses/witness: soldiers beat two men",
    "Witnesses/witness: soldiers beat two men",
  ],
  [
    "The Open Desk, a rights group, said that soldiers had beaten two men.",
    "Open Desk/ngo: soldiers had beaten two men",
    "Open Desk/ngo: soldiers had beaten two men",
  ],
  ["Ada Venn, whose brother was shot, said that the soldiers had aimed at him.", "Ada Venn/witness: the soldiers had aimed at him"],
  [
    "The newspaper wrote on 12 May that three men had been shot on 10 May.",
    "newspaper/media: three men had been shot on 10 May",
    "newspaper/media: three men had been shot on 10 May",
  ],
  ["On Monday the ministry said that three men had been shot.", "ministry/state: three men had been shot"],
  ["Tom Orrin and Ada Venn met. He said 14 people had been detained.", "He: 14 people had been detained"],
  ["The doctor recalled that the wounded had been left in the corridor.", "doctor/medical: the wounded had been left in the corridor"],
  ["Mayor Tom Orrin spoke first. The mayor said the bridge was closed.", "Tom Orrin/state: the bridge was closed"],
  ["The Interior Ministry and the Health Ministry met. The ministry said the bridge was closed.", "ministry/state: the bridge was closed"],
  [
    "Tom Orrin, the mayor of Osterby, spoke on Monday. On Tuesday the mayor said the bridge was closed.",
    "Tom Orrin/state: the bridge was closed",
  ],
  ["Ada Venn met Tom Orrin. The latter said the bridge was closed.", "Tom Orrin: the bridge was closed"],
  [
    "The miners’ union, which organised the march, said 2,000 people had come.",
    "miners’ union/ngo: 2,000 people had come",
    "miners’ union/ngo: 2,000 people had come",
  ],
  ["Tom Orrin (the mayor) said the bridge was closed.", "Tom Orrin: the bridge was closed"],
  ["Officials at the ministry say the bridge is closed.", "Officials at the ministry/state: the bridge is closed"],
  ["The ministry has not confirmed that 14 people died.", "ministry/state: 14 people died"],
  ["Police did not deny that they had fired.", "Police/security: they had fired"],
  ["Neither side confirmed the deaths."],
  [
    "Ada Venn says her son was beaten, and that he was held for a week.",
    "Ada Venn: her son was beaten",
    "Ada Venn: he was held for a week",
  ],
  [
    "The mayor said the bridge was closed and that 14 people had died.",
    "mayor/state: the bridge was closed",
    "mayor/state: 14 people had died",
  ],
  ["Police say no one was hurt, although doctors report 14 injuries.", "Police/security: no one was hurt", "doctors/medical: 14 injuries"],
  ['"We found nothing," its director, Ada Venn, said.', "Ada Venn: We found nothing"],
];

table("verb", rows, spokenOf);
