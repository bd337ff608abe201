/** Every command, in the order of its help. Adding one is a file and a line here. */
import { add } from "./add.ts";
import { answer } from "./answer.ts";
import { claim } from "./claim.ts";
import { checkpoint } from "./checkpoint.ts";
import { bundle } from "./bundle.ts";
import { claims } from "./claims.ts";
import type { Command } from "./command.ts";
import { conflicts } from "./conflicts.ts";
import { erase } from "./erase.ts";
import { exampleCommand } from "./example.ts";
import { explain } from "./explain.ts";
import { figures } from "./figures.ts";
import { finding } from "./finding.ts";
import { findings } from "./findings.ts";
import { grade } from "./grade.ts";
import { history } from "./history.ts";
import { importTable } from "./import.ts";
import { init } from "./init.ts";
import { judge } from "./judge.ts";
import { keys } from "./keys.ts";
import { link } from "./link.ts";
import { member } from "./member.ts";
import { mentions } from "./mentions.ts";
import { merge } from "./merge.ts";
import { names } from "./names.ts";
import { note } from "./note.ts";
import { people } from "./people.ts";
import { pledge } from "./pledge.ts";
import { pledges } from "./pledges.ts";
import { proof } from "./proof.ts";
import { protect } from "./protect.ts";
import { questions } from "./questions.ts";
import { read } from "./read.ts";
import { refused } from "./refused.ts";
import { review } from "./review.ts";
import { rival } from "./rival.ts";
import { rivals } from "./rivals.ts";
import { show } from "./show.ts";
import { sign } from "./sign.ts";
import { signed } from "./signed.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";
import { unlink } from "./unlink.ts";
import { verify } from "./verify.ts";
import { weigh } from "./weigh.ts";
import { withdraw } from "./withdraw.ts";

export const commands: readonly Command[] = [
  exampleCommand,
  init,
  add,
  importTable,
  show,
  sources,
  claims,
  figures,
  timeline,
  people,
  questions,
  pledges,
  rivals,
  findings,
  signed,
  conflicts,
  history,
  explain,
  review,
  judge,
  claim,
  link,
  unlink,
  grade,
  finding,
  rival,
  weigh,
  answer,
  pledge,
  note,
  sign,
  withdraw,
  protect,
  names,
  erase,
  refused,
  bundle,
  merge,
  member,
  keys,
  verify,
  checkpoint,
  proof,
  read,
  mentions,
];
