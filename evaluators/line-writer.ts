/** Bytes to be written, in one buffer that is used again and again and grows as needed. */
export class LineWriter {
  private buffer: Buffer = Buffer.allocUnsafe(1 << 20);
  private length = 0;

  bytes(bytes: Buffer): void {
    const end = this.length + bytes.length;
    if (end > this.buffer.length) this.grow(end);
    this.buffer.set(bytes, this.length);
    this.length = end;
  }

  text(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    const most = this.length + text.length * 3;
    if (most > this.buffer.length) this.grow(most);
    this.length += this.buffer.write(text, this.length, 'utf8');
  }

  get size(): number {
    return this.length;
  }

  /** The bytes written since the last `clear`, valid until the next one. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  private grow(size: number): void {
    const grown = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, size));
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }
}
