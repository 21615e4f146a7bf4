/**
 * Writes to standard output while the next bytes are being made: one write is on its way at a time, and a slow
 * reader holds the maker back by no more than that one.
 *
 * `process.stdout` would write to a pipe synchronously; here the operating system waits in a thread of its own.
 */
import { write } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { LineWriter } from '../evaluators/index.ts';

const standardOutput = 1;

const writeOnce = (bytes: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    write(standardOutput, bytes, (error, written) => (error ? reject(error) : resolve(written)));
  });

async function writeAll(bytes: Buffer): Promise<void> {
  let rest = bytes;
  while (rest.length > 0)
    try {
      rest = rest.subarray(await writeOnce(rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Whoever reads the output may stop early (`| head`): that is no error of ours.
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      await setTimeout(1);
    }
}

export class WriteBehind {
  /** To be filled; `send` hands it over and puts an empty one here. */
  filling = new LineWriter();
  private spare = new LineWriter();
  private onItsWay: Promise<void> = Promise.resolve();

  /** Resolves when what was sent before has been written; what is sent now is then on its way. */
  async send(): Promise<void> {
    if (this.filling.size === 0) return;
    await this.onItsWay;
    const full = this.filling;
    this.filling = this.spare;
    this.filling.clear();
    this.spare = full;
    this.onItsWay = writeAll(full.view());
    // A failed write is reported where it is awaited, by the next `send` or by `end`.
    this.onItsWay.catch(() => {});
  }

  async end(): Promise<void> {
    await this.send();
    await this.onItsWay;
  }
}
