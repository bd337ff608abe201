/** A binary heap of ids (Williams 1964): the smallest comes out first. */
import type { Id } from "../model/ids.ts";

export interface IdHeap {
  push(id: Id): void;
  /** The smallest, taken out; null when it is empty. */
  pop(): Id | null;
}

/** An empty heap. */
export function idHeap(): IdHeap {
  const ids: Id[] = [];
  const at = (index: number): Id => ids[index] as Id;
  const swap = (a: number, b: number): void => {
    [ids[a], ids[b]] = [at(b), at(a)];
  };
  return {
    push(id) {
      let index = ids.push(id) - 1;
      for (let parent = (index - 1) >> 1; index > 0 && at(index) < at(parent); parent = (index - 1) >> 1) {
        swap(index, parent);
        index = parent;
      }
    },
    pop() {
      const first = ids[0];
      const last = ids.pop();
      if (first === undefined || last === undefined) return null;
      if (ids.length === 0) return first;
      ids[0] = last;
      for (let index = 0; ;) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        let least = index;
        if (left < ids.length && at(left) < at(least)) least = left;
        if (right < ids.length && at(right) < at(least)) least = right;
        if (least === index) return first;
        swap(index, least);
        index = least;
      }
    },
  };
}
