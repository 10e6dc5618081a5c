// A telephone network for tests: the real bearerbox, smsbox and fakesmsc on free ports, run from the operators' own kannel.conf.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf, readFakeLine } from './kannel-lines.ts';

const programs = {
  bearerbox: '/usr/sbin/bearerbox',
  smsbox: '/usr/sbin/smsbox',
  fakesmsc: '/usr/lib/kannel/test/fakesmsc',
};
const shippedConfiguration = join(import.meta.dirname, '../docs/operate/kannel.conf');
const patienceMs = 20_000;

export type KannelNetwork = {
  handset(number: string): Handset;
  /** The next text that reached this number and was not asked for yet; long ones joined. Waits for it. */
  receivedBy(number: string): Promise<string>;
  sendsmsUrl: string;
  username: string;
  password: string;
  /** The number people write to. */
  from: string;
  /** Everything Kannel wrote: log files and what it printed. */
  written(): Promise<string>;
  close(): Promise<void>;
};

export type Handset = {
  /** Returns once the network has the text; long plain texts go in parts, as a handset sends them. */
  send(text: string): Promise<void>;
  /** One line in fakesmsc's own words, after the two numbers: `udh-data %05%00%03%2A%02%01 half of it`. */
  sendRaw(line: string): Promise<void>;
};

export type KannelOptions = {
  /** Salama's callback with its token, without a query. */
  moUrl: string;
  /** Seconds between calls while the callback refuses. */
  retryDelaySeconds?: number;
  /** Seconds after which parts without their rest are handed over. */
  combineSeconds?: number;
};

/** Programs that are not installed; empty means the network can be opened. */
export const missingKannelPrograms = (): string[] => Object.values(programs).filter((program) => !existsSync(program));

/** @example const network = await openKannelNetwork({ moUrl }); await network.handset('258841234567').send('Disparos') */
export async function openKannelNetwork(options: KannelOptions): Promise<KannelNetwork> {
  const folder = await mkdtemp(join(tmpdir(), 'kannel-'));
  const boxes = aBoxRunner(folder);
  const clear = async () => {
    await boxes.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const { air, sendsms } = await openBoxes(boxes, options).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  return {
    handset: (number) => {
      const sendRaw = (message: string) => air.transmit(`${number} 82000 ${message}`);
      const send = async (text: string) => {
        for (const message of linesOf(text)) await sendRaw(message);
      };
      return { send, sendRaw };
    },
    receivedBy: air.receivedBy,
    sendsmsUrl: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`,
    username: 'salama',
    password: 'SENDSMS-PASSWORD',
    from: '82000',
    written: boxes.written,
    close: async () => {
      await clear();
      await air.close();
    },
  };
}

/** Bearerbox, then our hold on the line, then smsbox: each waited for until Kannel itself says that it is there. */
async function openBoxes(boxes: BoxRunner, options: KannelOptions): Promise<{ air: Air; sendsms: number }> {
  const [admin = 0, box = 0, sendsms = 0, line = 0] = await freePorts(4);
  await mkdir(join(boxes.folder, 'spool'));
  const ports = { admin, box, sendsms, line };
  await writeFile(boxes.file, await configuration({ ...options, folder: boxes.folder, ports }));
  const status = () => get(`http://127.0.0.1:${admin}/status.xml?password=STATUS-PASSWORD`);

  boxes.start(programs.bearerbox);
  await until('bearerbox', async () => (await status()).includes('<status>running'));
  const air = await openAir(line);
  boxes.start(programs.smsbox);
  await until('smsbox', async () => /<type>smsbox<\/type>[\s\S]*on-line/.test(await status()));
  await until('the line', async () => /<id>FAKE<\/id>\s*<status>online/.test(await status()));
  await until('sendsms', async () => (await get(`http://127.0.0.1:${sendsms}/`)) !== '');
  return { air, sendsms };
}

type BoxRunner = {
  folder: string;
  file: string;
  start(program: string): void;
  written(): Promise<string>;
  stop(): Promise<void>;
};

function aBoxRunner(folder: string): BoxRunner {
  const file = join(folder, 'kannel.conf');
  const printed: string[] = [];
  const children: ChildProcess[] = [];
  // A test run that is cut off must not leave a gateway behind.
  const cut = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', cut);
  return {
    folder,
    file,
    start: (program) => {
      const child = spawn(program, ['-v', '3', '--', file], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      const keep = (chunk: Buffer) => void printed.push(chunk.toString());
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      children.push(child);
    },
    written: async () => {
      const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
      return [...printed, ...(await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8'))))].join('\n');
    },
    stop: async () => {
      for (const child of children.toReversed()) await stop(child);
      process.off('exit', cut);
    },
  };
}

type Configuration = KannelOptions & {
  folder: string;
  ports: { admin: number; box: number; sendsms: number; line: number };
};

/** What operators are given, with only ports, paths, waits and the line to the operator changed. */
async function configuration({ folder, ports, ...options }: Configuration): Promise<string> {
  const shipped = await readFile(shippedConfiguration, 'utf8');
  const fakeGroup = `group = smsc\nsmsc = fake\nsmsc-id = FAKE\nport = ${ports.line}\nconnect-allow-ip = 127.0.0.1\n`;
  const changes: [RegExp, string][] = [
    [/# --- the operator's line: begin[\s\S]*# --- the operator's line: end ---\n/, fakeGroup],
    [/forced-smsc = LINE/, 'forced-smsc = FAKE'],
    [/13000/g, String(ports.admin)],
    [/13001/g, String(ports.box)],
    [/13013/g, String(ports.sendsms)],
    [/\/var\/log\/kannel/g, folder],
    [/\/var\/spool\/kannel/g, join(folder, 'spool')],
    [/http:\/\/127\.0\.0\.1:4000\/gateway\/ID\/TOKEN/, options.moUrl],
    [/(http-queue-delay = )\d+/, `$1${options.retryDelaySeconds ?? 1}`],
    [/(mo-timeout = )\d+/, `$1${options.combineSeconds ?? 60}`],
  ];
  return changes.reduce((text, [from, to]) => {
    if (text.search(from) === -1) throw new Error(`docs/operate/kannel.conf no longer has ${from}`);
    return text.replace(from, to);
  }, shipped);
}

type Air = {
  transmit(message: string): Promise<void>;
  receivedBy(number: string): Promise<string>;
  close(): Promise<void>;
};

/**
 * Kannel's line takes one fakesmsc at a time, and a text dies with it. So we hold the line, each handset's fakesmsc
 * connects to us, and whatever comes down the line is sorted by number.
 */
async function openAir(linePort: number): Promise<Air> {
  const line = await connected(linePort);
  const arrived = new Map<string, string[]>();
  const parts = new Map<string, string[]>();
  onLines(line, (text) => {
    const message = readFakeLine(text);
    if (message === undefined) return;
    const { number, part } = message;
    const key = `${number} ${part?.reference}`;
    const held = [...(parts.get(key) ?? []), message.text];
    const complete = part === undefined || held.length === part.of;
    parts.set(key, complete ? [] : held);
    if (complete)
      arrived.set(number, [...(arrived.get(number) ?? []), part === undefined ? message.text : held.join('')]);
  });
  let heard: (() => void) | undefined;
  const tower = createServer((handset) =>
    onLines(handset, (text) => {
      line.write(`${text}\n`);
      heard?.();
    }),
  );
  await new Promise<void>((resolve) => tower.listen(0, '127.0.0.1', resolve));
  const address = tower.address();
  const towerPort = String(typeof address === 'object' ? address?.port : address);
  let last = Promise.resolve();
  const transmit = async (message: string) => {
    const call = spawn(programs.fakesmsc, ['-H', '127.0.0.1', '-r', towerPort, '-i', '0.01', '-m', '1', message], {
      stdio: 'ignore',
    });
    await withDeadline('fakesmsc', new Promise<void>((resolve) => (heard = resolve)));
    await stop(call);
  };
  return {
    // One after another, so that the parts of a text and the texts of a test keep their order.
    transmit: (message) => (last = last.then(() => transmit(message))),
    receivedBy: async (number) => {
      const digits = number.replace(/^\+/, '');
      await until(`a text to ${digits}`, async () => (arrived.get(digits)?.length ?? 0) > 0);
      return arrived.get(digits)?.shift() ?? '';
    },
    close: async () => {
      line.destroy();
      await new Promise((resolve) => tower.close(resolve));
    },
  };
}

function onLines(socket: Socket, hear: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}

async function connected(port: number): Promise<Socket> {
  const socket = createConnection(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      return typeof address === 'object' && address !== null ? address.port : 0;
    }),
  );
}

const get = async (url: string): Promise<string> => {
  try {
    return await (await fetch(url)).text();
  } catch {
    return '';
  }
};

/** Looks again every few milliseconds; gives up aloud. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function withDeadline<T>(what: string, wanted: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`waited ${patienceMs} ms for ${what}`)), patienceMs);
  return Promise.race([wanted, promise]).finally(() => clearTimeout(timer));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const stubborn = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(stubborn);
}
