/** How large a bundle is made to look: sizes in classes, recipients in fours, eights and sixteens. */

/** Bundles smaller than this are all of one size. */
const SMALLEST = 16_384;

/**
 * The size that so many bytes are padded to: the next number whose binary digits after the first few are 0 (Padmé, from "Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", 2019). At most 12 % more, and a bundle of up to 2^n bytes has one of some n·log n sizes.
 */
export function paddedSize(bytes: number): number {
  if (bytes <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(bytes));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(bytes / step) * step;
}

/** How many recipients a sealed bundle shows when it has so many: 4, 8, 16, then the next multiple of 16. */
export function paddedRecipients(count: number): number {
  return [4, 8, 16].find((size) => count <= size) ?? Math.ceil(count / 16) * 16;
}
