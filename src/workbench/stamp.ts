/**
 * RFC 3161 time stamps over a checkpoint, checked offline at the time that they state, with the certificates that they carry. What holds says that
 * whoever has the key of the last certificate stood for that time; whether to believe them is asked nowhere here.
 */
import { createHash, verify, X509Certificate } from "node:crypto";
import type { Der } from "./der.ts";
import { childAt, childrenOf, oidOf, readDer, TAG } from "./der.ts";

/** A stamp that holds. */
export interface Stamp {
  /** UTC to the second: it was there not later than this. */
  readonly time: string;
  /** Who stamped, and the last certificate of the chain that it carries, as their subjects. */
  readonly by: string;
  readonly root: string;
  /** SHA-256 of that last certificate, hex: what to compare with the authority's own. */
  readonly rootFingerprint: string;
}

const OID = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStamping: "1.3.6.1.5.5.7.3.8",
} as const;

const HASHES: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** The token of a reply, or of a token itself. Null when the bytes are neither. */
export function tokenOf(bytes: Uint8Array): Uint8Array | null {
  try {
    const [first, second] = childrenOf(readDer(bytes));
    const token = first?.tag === TAG.sequence ? second : readDer(bytes);
    return token !== undefined && oidOf(childAt(token, 0, TAG.oid)) === OID.signedData ? Uint8Array.from(token.whole) : null;
  } catch {
    return null;
  }
}

/** The stamp, when the token is one over `text`; else why it is not, in a sentence. */
export function checkStamp(token: Uint8Array, text: Uint8Array): Stamp | { readonly why: string } {
  try {
    return stampOf(token, text);
  } catch (error) {
    return { why: error instanceof Error ? error.message : "it cannot be read" };
  }
}

function stampOf(token: Uint8Array, text: Uint8Array): Stamp {
  const signed = childAt(childAt(readDer(token), 1, TAG.first), 0, TAG.sequence);
  const parts = childrenOf(signed);
  const encapsulated = parts[2] as Der;
  must(oidOf(childAt(encapsulated, 0, TAG.oid)) === OID.tstInfo, "it is no time stamp token");
  const info = childAt(childAt(encapsulated, 1, TAG.first), 0, TAG.octets).content;
  const fields = childrenOf(readDer(info));
  const imprint = fields[2] as Der;
  const wanted = hashed(oidOf(childAt(childAt(imprint, 0, TAG.sequence), 0, TAG.oid)), text);
  must(wanted.equals(childAt(imprint, 1, TAG.octets).content), "it is a stamp over something else");
  const time = timeOf(fields.find(({ tag }) => tag === TAG.time));

  const certificates = childrenOf(parts.find(({ tag }) => tag === TAG.first) as Der).map(({ whole }) => new X509Certificate(whole));
  const signer = childAt(parts.at(-1) as Der, 0, TAG.sequence);
  const certificate = signatureHolds(signer, info, certificates);
  must(
    (certificate.keyUsage as readonly string[] | undefined)?.includes(OID.timeStamping) === true,
    "its certificate is not for time stamps",
  );
  const root = chainHolds(certificate, certificates, time);
  return {
    time: `${time.toISOString().slice(0, 19)}Z`,
    by: oneLine(certificate.subject),
    root: oneLine(root.subject),
    rootFingerprint: createHash("sha256").update(root.raw).digest("hex"),
  };
}

/** The signer's certificate, when its signature over the attributes and theirs over the content hold (RFC 5652 5.4, RFC 5816). */
function signatureHolds(signer: Der, info: Uint8Array, certificates: readonly X509Certificate[]): X509Certificate {
  const [, issuerAndSerial, digest, attributes, , signature] = childrenOf(signer) as readonly [Der, Der, Der, Der, Der, Der];
  const algorithm = oidOf(childAt(digest, 0, TAG.oid));
  must(attributes.tag === TAG.first, "it signs no attributes");
  const valueOf = (oid: string): Der | null => {
    const found = childrenOf(attributes).find((attribute) => oidOf(childAt(attribute, 0, TAG.oid)) === oid);
    return found === undefined ? null : (childrenOf(childAt(found, 1, TAG.set))[0] ?? null);
  };
  const [type, message] = [valueOf(OID.contentType), valueOf(OID.messageDigest)];
  must(type !== null && oidOf(type) === OID.tstInfo, "its attributes name another content");
  must(message !== null && hashed(algorithm, info).equals(message.content), "its attributes are of another content");
  const certificate = certificates.find((each) => issuerAndSerial.tag === TAG.sequence && names(issuerAndSerial, each));
  if (certificate === undefined) throw new RangeError("it does not carry its certificate");
  const named = valueOf(OID.signingCertificateV2) ?? valueOf(OID.signingCertificate);
  must(
    named !== null && isNamed(named, valueOf(OID.signingCertificateV2) === null, certificate),
    "its attributes name another certificate",
  );
  // What is signed is the set of attributes, not the tagged form that they are carried in.
  const bytes = Uint8Array.from(attributes.whole);
  bytes[0] = TAG.set;
  must(verify(hashName(algorithm), bytes, certificate.publicKey, signature.content), "its signature does not hold");
  return certificate;
}

/** True when issuer and serial number are the certificate's. */
function names(issuerAndSerial: Der, certificate: X509Certificate): boolean {
  const fields = childrenOf(childAt(readDer(certificate.raw), 0, TAG.sequence));
  const at = fields[0]?.tag === TAG.first ? 1 : 0;
  const [issuer, serial] = childrenOf(issuerAndSerial);
  const same = (a: Der | undefined, b: Der | undefined): boolean =>
    a !== undefined && b !== undefined && Buffer.from(a.whole).equals(b.whole);
  return same(serial, fields[at]) && same(issuer, fields[at + 2]);
}

function isNamed(value: Der, first: boolean, { raw }: X509Certificate): boolean {
  const parts = childrenOf(childAt(childAt(value, 0, TAG.sequence), 0, TAG.sequence));
  const stated = parts[0]?.tag === TAG.sequence ? oidOf(childAt(parts[0], 0, TAG.oid)) : null;
  const hash = createHash(stated === null ? (first ? "sha1" : "sha256") : hashName(stated))
    .update(raw)
    .digest();
  return hash.equals(parts.find(({ tag }) => tag === TAG.octets)?.content ?? Buffer.alloc(0));
}

/** The last certificate of the chain that the token carries; each issued by the next and good at that time. */
function chainHolds(leaf: X509Certificate, certificates: readonly X509Certificate[], time: Date): X509Certificate {
  let last = leaf;
  for (let length = 0; length < 10; length++) {
    must(last.validFromDate <= time && time <= last.validToDate, `the certificate of ${oneLine(last.subject)} was not good at that time`);
    if (last.checkIssued(last) && last.verify(last.publicKey)) return last;
    const issuer = certificates.find((each) => each !== last && last.checkIssued(each) && last.verify(each.publicKey));
    if (issuer === undefined) return last;
    must(issuer.ca, `the certificate of ${oneLine(issuer.subject)} is not for issuing others`);
    last = issuer;
  }
  throw new RangeError("its chain of certificates is too long");
}

function hashName(oid: string): string {
  const name = HASHES[oid];
  if (name === undefined) throw new RangeError(`the hash ${oid} is not taken`);
  return name;
}

function hashed(oid: string, bytes: Uint8Array): Buffer {
  return createHash(hashName(oid)).update(bytes).digest();
}

function timeOf(der: Der | undefined): Date {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(Buffer.from(der?.content ?? []).toString()) ?? [];
  const time = new Date(`${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`);
  must(!Number.isNaN(time.getTime()), "it states no time");
  return time;
}

function must(holds: boolean, why: string): void {
  if (!holds) throw new RangeError(why);
}

const oneLine = (subject: string): string => subject.split("\n").join(", ");
