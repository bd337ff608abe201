/** A progress bar on standard error: only when somebody watches, and only once the work has taken more than a second. */
import type { SingleBar } from "cli-progress";
import type { Io } from "./io.ts";

export interface ProgressBar {
  at(done: number, total: number, what: string): void;
  /** Clears the bar; whatever is printed next stands on a clean line. */
  end(): void;
}

const PATIENCE_MS = 1000;

/** A bar that appears after a second; nothing at all when standard error is not a terminal. */
export function progressOn(io: Io, doing: string): ProgressBar {
  if (!io.watched) return { at: () => undefined, end: () => undefined };
  const begun = performance.now();
  let bar: SingleBar | null = null;
  let asked = false;
  let ended = false;
  return {
    at: (done, total, what) => {
      if (bar !== null) {
        bar.setTotal(total);
        bar.update(done, { what });
      } else if (!asked && performance.now() - begun > PATIENCE_MS) {
        asked = true;
        void import("cli-progress").then(({ default: { SingleBar: Bar, Presets } }) => {
          if (ended) return;
          bar = new Bar(
            { format: `${doing} {bar} {value}/{total} {what}`, stream: process.stderr, clearOnComplete: true, hideCursor: true },
            Presets.shades_grey,
          );
          bar.start(total, done, { what });
        });
      }
    },
    end: () => {
      ended = true;
      bar?.stop();
    },
  };
}
