/**
 * Chosen entries of a zip file, unpacked within a bound. What an entry says of its own size is not believed:
 * unpacking stops at the bound, and length and checksum have to be as the directory says.
 */
import { constants, crc32, inflateRawSync } from 'node:zlib';

export class ZipDamaged extends Error {}
export class ZipTooLarge extends Error {}

export interface ZipLimits {
  /** Entries of the directory. */
  entries: number;
  /** Bytes of all chosen entries together, unpacked. */
  unpacked: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;

function endOf(file: Buffer): number {
  const from = Math.max(0, file.length - endSize - longestComment);
  for (let at = file.length - endSize; at >= from; at -= 1) if (file.readUInt32LE(at) === endMark) return at;
  throw new ZipDamaged();
}

function unpack(packed: Buffer, method: number, bound: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ZipDamaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bound), finishFlush: constants.Z_FINISH });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new ZipTooLarge()
      : new ZipDamaged();
  }
}

/** Throws `ZipDamaged` or `ZipTooLarge`; a name that comes twice is damage, since readers differ on which counts. */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): ReadonlyMap<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Buffer>();
  try {
    const end = endOf(file);
    const count = file.readUInt16LE(end + 10);
    if (count > limits.entries) throw new ZipTooLarge();
    let left = limits.unpacked;
    let at = file.readUInt32LE(end + 16);
    for (let entry = 0; entry < count; entry += 1) {
      if (file.readUInt32LE(at) !== entryMark) throw new ZipDamaged();
      const [nameSize, extraSize, noteSize] = [28, 30, 32].map(offset => file.readUInt16LE(at + offset));
      const name = file.toString('utf8', at + 46, at + 46 + nameSize!);
      if (wanted(name)) {
        if (found.has(name)) throw new ZipDamaged();
        const [crc, packedSize, size] = [16, 20, 24].map(offset => file.readUInt32LE(at + offset));
        const local = file.readUInt32LE(at + 42);
        if (size! > left) throw new ZipTooLarge();
        if (file.readUInt32LE(local) !== localMark) throw new ZipDamaged();
        const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
        if (start + packedSize! > file.length) throw new ZipDamaged();
        const data = unpack(file.subarray(start, start + packedSize!), file.readUInt16LE(at + 10), left);
        if (data.length !== size || crc32(data) !== crc) throw new ZipDamaged();
        left -= data.length;
        found.set(name, data);
      }
      at += 46 + nameSize! + extraSize! + noteSize!;
    }
    return found;
  } catch (error) {
    // A number read beyond the end of the file.
    if (error instanceof RangeError) throw new ZipDamaged();
    throw error;
  }
}
