/** Every command, in the order of its help. Adding one is a file and a line here. */
import { add } from "./add.ts";
import { checkpoint } from "./checkpoint.ts";
import { bundle } from "./bundle.ts";
import { claims } from "./claims.ts";
import type { Command } from "./command.ts";
import { exampleCommand } from "./example.ts";
import { figures } from "./figures.ts";
import { init } from "./init.ts";
import { keys } from "./keys.ts";
import { member } from "./member.ts";
import { mentions } from "./mentions.ts";
import { merge } from "./merge.ts";
import { people } from "./people.ts";
import { pledges } from "./pledges.ts";
import { questions } from "./questions.ts";
import { read } from "./read.ts";
import { refused } from "./refused.ts";
import { rivals } from "./rivals.ts";
import { show } from "./show.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";
import { verify } from "./verify.ts";

export const commands: readonly Command[] = [
  exampleCommand,
  init,
  add,
  show,
  sources,
  claims,
  figures,
  timeline,
  people,
  questions,
  pledges,
  rivals,
  refused,
  bundle,
  merge,
  member,
  keys,
  verify,
  checkpoint,
  read,
  mentions,
];
