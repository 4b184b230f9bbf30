/** Bytes of a header, and what everything in an archive is padded to. */
export const BLOCK_BYTES = 512;

/** What a header says of the file that follows it. */
export interface TarHeader {
  /** A relative path with slashes. */
  readonly name: string;
  /** Bytes of the file, without the padding. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modifiedAt: number;
}

const FIELDS = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, 155],
} as const;
type Field = keyof typeof FIELDS;

const MAGIC = "ustar\u000000";
const REGULAR_FILE = "0";
/** The largest size that eleven octal digits tell. Above, the number is written in binary, as GNU tar and BSD tar do. */
const MAX_OCTAL_SIZE = 0o77777777777;
const IS_BINARY = 0x80;

/** The header of a regular file, in the format that POSIX calls ustar. Throws a RangeError for a name that does not fit. */
export function encodeHeader({ name, size, modifiedAt }: TarHeader): Buffer {
  const header = Buffer.alloc(BLOCK_BYTES);
  const [prefix, rest] = splitName(name);
  write(header, "name", rest);
  write(header, "prefix", prefix);
  // Whoever unpacks it by hand gets files that are theirs alone: there is a secret among them.
  write(header, "mode", octal(0o600, 7));
  write(header, "uid", octal(0, 7));
  write(header, "gid", octal(0, 7));
  if (size <= MAX_OCTAL_SIZE) write(header, "size", octal(size, 11));
  else writeBinarySize(header, size);
  write(header, "mtime", octal(Math.max(0, Math.floor(modifiedAt)), 11));
  write(header, "type", REGULAR_FILE);
  write(header, "magic", MAGIC);
  write(header, "checksum", `${octal(checksumOf(header), 6)}\0 `);
  return header;
}

/** Reads a header. Undefined for the empty block that ends an archive; throws for what is no header of a regular file. */
export function decodeHeader(header: Uint8Array): TarHeader | undefined {
  const block = Buffer.from(header);
  if (block.every((byte) => byte === 0)) return undefined;
  if (parseInt(text(block, "checksum"), 8) !== checksumOf(block))
    throw new Error("A header of the archive is damaged.");
  const type = text(block, "type");
  if (type !== REGULAR_FILE && type !== "")
    throw new Error("The archive holds something that is no file.");
  const prefix = text(block, "prefix");
  const name = text(block, "name");
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size: readSize(block),
    modifiedAt: parseInt(text(block, "mtime"), 8),
  };
}

/** Splits a name at a slash, so that each part fits into its field. */
function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= FIELDS.name[1]) return ["", name];
  for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) {
    const parts: [string, string] = [name.slice(0, at), name.slice(at + 1)];
    if (
      Buffer.byteLength(parts[0]) <= FIELDS.prefix[1] &&
      Buffer.byteLength(parts[1]) <= FIELDS.name[1]
    )
      return parts;
  }
  throw new RangeError(`The name "${name}" is too long for an archive.`);
}

function write(header: Buffer, field: Field, value: string): void {
  header.write(value, FIELDS[field][0]);
}

function text(header: Buffer, field: Field): string {
  const [start, length] = FIELDS[field];
  const bytes = header.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end < 0 ? length : end).toString();
}

const octal = (value: number, digits: number): string =>
  value.toString(8).padStart(digits, "0");

function writeBinarySize(header: Buffer, size: number): void {
  const [start, length] = FIELDS.size;
  header[start] = IS_BINARY;
  header.writeBigUInt64BE(BigInt(size), start + length - 8);
}

function readSize(header: Buffer): number {
  const [start, length] = FIELDS.size;
  return header[start] === IS_BINARY
    ? Number(header.readBigUInt64BE(start + length - 8))
    : parseInt(text(header, "size"), 8);
}

/** The sum of all bytes, those of the checksum's own field taken for spaces. */
function checksumOf(header: Buffer): number {
  const [start, length] = FIELDS.checksum;
  let sum = 0;
  for (const [at, byte] of header.entries())
    sum += at >= start && at < start + length ? 0x20 : byte;
  return sum;
}
