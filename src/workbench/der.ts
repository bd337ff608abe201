/** Enough of DER (X.690) to find one's way in a time stamp token: tags, lengths, children. Throws RangeError on bytes that are none. */

export interface Der {
  readonly tag: number;
  /** What is inside. */
  readonly content: Uint8Array;
  /** Tag, length and content. */
  readonly whole: Uint8Array;
}

export const TAG = { integer: 0x02, octets: 0x04, oid: 0x06, time: 0x18, sequence: 0x30, set: 0x31, first: 0xa0 } as const;

/** The value that the bytes begin with. */
export function readDer(bytes: Uint8Array): Der {
  const [tag, first] = [bytes[0], bytes[1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError("no DER");
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 4 || bytes.length < 2 + more) throw new RangeError("no DER length");
  const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + more + length;
  if (end > bytes.length) throw new RangeError("DER is cut off");
  return { tag, content: bytes.subarray(2 + more, end), whole: bytes.subarray(0, end) };
}

/** The values inside of one. */
export function childrenOf({ content }: Der): readonly Der[] {
  const children: Der[] = [];
  for (let rest = content; rest.length > 0;) {
    const child = readDer(rest);
    children.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return children;
}

/** The child at `index` when it has the tag. Throws RangeError else. */
export function childAt(of: Der, index: number, tag: number): Der {
  const child = childrenOf(of)[index];
  if (child?.tag !== tag) throw new RangeError(`no value of tag ${tag} at ${index}`);
  return child;
}

/** An object identifier as dotted numbers. */
export function oidOf({ tag, content }: Der): string {
  if (tag !== TAG.oid) throw new RangeError("no object identifier");
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(
        ...(numbers.length === 0 ? [Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40))] : [value]),
      );
      value = 0;
    }
  }
  return numbers.join(".");
}
