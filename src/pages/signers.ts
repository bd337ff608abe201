/** Ids of devices and statements as people can compare them: their first digits. */

/** "device 3f9a02c1". */
export function deviceWord(device: string): string {
  return `device ${device.slice(device.indexOf(":") + 1).slice(0, 8)}`;
}

/** The first digits of an id: enough to name it by. */
export function shortWord(id: string): string {
  return id.replace(/sha256:([0-9a-f]{12})[0-9a-f]*/g, "$1").replace(/ed25519:([0-9a-f]{8})[0-9a-f]*/g, "device $1");
}
