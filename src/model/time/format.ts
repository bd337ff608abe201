/** Writes a value as EDTF. `readEdtf` of the result is the value again. */
import type { CalendarDate, Clock, DateSet, Edtf, Interval, Mark, Season } from "./edtf.ts";

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** `Z`, `+06:00`, or nothing when no zone is stated. */
function zoneText(zone: number | null): string {
  if (zone === null) return "";
  if (zone === 0) return "Z";
  const minutes = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function clockText(clock: Clock): string {
  const minute = clock.minute === null ? "" : `:${two(clock.minute)}`;
  const second = clock.second === null ? "" : `:${two(clock.second)}`;
  return two(clock.hour) + minute + second + zoneText(clock.zone);
}

function dateText(date: CalendarDate): string {
  const parts: [string, string, Mark][] = [["", date.year, date.marks.year]];
  if (date.month !== null) parts.push(["-", date.month, date.marks.month]);
  if (date.day !== null) parts.push(["-", date.day, date.marks.day]);
  if (date.clock !== null) parts.push(["T", clockText(date.clock), date.marks.clock]);
  // One mark that holds for a run from the left is written once behind the run; any other mark stands before its own component.
  let run = 0;
  while (run < parts.length && parts[run]?.[2] === date.marks.year) run++;
  return parts
    .map(([before, digits, mark], i) => {
      if (i >= run) return before + mark + digits;
      return before + digits + (i === run - 1 ? mark : "");
    })
    .join("");
}

function seasonText(season: Season): string {
  return `${season.year}-${season.season}${season.mark}`;
}

function endText(end: Interval["start"]): string {
  switch (end.kind) {
    case "date":
      return dateText(end);
    case "season":
      return seasonText(end);
    case "open":
      return "..";
    case "unknown":
      return "";
  }
}

function memberText(member: DateSet["members"][number]): string {
  switch (member.kind) {
    case "date":
      return dateText(member);
    case "season":
      return seasonText(member);
    case "range":
      return `${member.from === null ? "" : dateText(member.from)}..${member.to === null ? "" : dateText(member.to)}`;
  }
}

/** The EDTF string of the value: zones as `Z` or `+hh:mm`, marks as few as say it. */
export function formatEdtf(value: Edtf): string {
  switch (value.kind) {
    case "date":
      return dateText(value);
    case "season":
      return seasonText(value);
    case "interval":
      return `${endText(value.start)}/${endText(value.end)}`;
    case "one-of":
      return `[${value.members.map(memberText).join(",")}]`;
    case "all-of":
      return `{${value.members.map(memberText).join(",")}}`;
  }
}
