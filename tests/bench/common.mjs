// What all parts of the benchmark share: processes and what they cost, requests, medians, the table.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Where everything is: set by ./run. */
export const work = process.env.BENCH_WORK;
export const site = process.env.BENCH_SITE;
export const here = import.meta.dirname;

/** Kernel ticks of the processor's time; 100 a second on Linux. */
const TICK = 10;

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
export const now = () => performance.now();

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A port that nobody listens at. */
export const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const children = new Set();
process.on('exit', () => children.forEach(child => child.kill('SIGKILL')));
process.on('SIGTERM', () => process.exit(1));
process.on('SIGINT', () => process.exit(1));

/** A program that runs: what it has cost so far, with all processes below it. */
export class Program {
  constructor(name, command, args, { cwd = work, env = {} } = {}) {
    this.name = name;
    this.start = now();
    const log = openSync(join(work, `${name}.log`), 'a');
    this.child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
    children.add(this.child);
    this.ended = new Promise(resolve => this.child.once('exit', code => {
      children.delete(this.child);
      resolve(code);
    }));
  }

  #pids(pid = this.child.pid) {
    try {
      return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).flatMap(child => this.#pids(child))];
    } catch {
      return [];
    }
  }

  /** User and system time, in milliseconds. */
  cpu() {
    let ticks = 0;
    for (const pid of this.#pids()) {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    }
    return ticks * TICK;
  }

  /** A line of /proc/PID/status in MB: VmHWM is the peak, VmRSS what is held now. */
  memory(line = 'VmHWM') {
    return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) / 1000;
  }

  /** Waits for the end and watches what it costs, every few milliseconds. */
  async finish() {
    const cost = { cpu: 0, peak: 0 };
    let code;
    this.ended.then(result => code = result ?? -1);
    while (code === undefined) {
      try {
        cost.cpu = this.cpu();
        cost.peak = this.memory();
      } catch {
        // It has just ended.
      }
      await sleep(10);
    }
    if (code !== 0) throw new Error(`${this.name} ended with ${code}: see ${work}/${this.name}.log`);
    return { ...cost, time: now() - this.start };
  }

  async stop() {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await this.ended;
    clearTimeout(timer);
  }
}

/** The published site over a folder of content. */
export async function startSite(content, { env = {}, name = 'plansweb', published = site, port = null } = {}) {
  port ??= await freePort();
  const program = new Program(name, 'dotnet', [join(published, 'PlansWeb.dll'), '--urls', `http://127.0.0.1:${port}`, `--Content:Path=${content}`],
    { env: { DOTNET_ENVIRONMENT: 'Production', Logging__LogLevel__Default: 'Error', ...env } });
  return Object.assign(program, { port });
}

/** One request on a kept connection: status, headers, body, and milliseconds to the first byte. */
export function request(port, path, headers = {}, agent = undefined) {
  return new Promise((resolve, reject) => {
    const start = now();
    http.get({ host: '127.0.0.1', port, path, headers, agent }, response => {
      const firstByte = now() - start;
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks), firstByte }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Asks again and again until a page answers 200. */
export async function untilAnswered(port, path, { atMost = 120_000, pause = 4 } = {}) {
  const end = now() + atMost;
  while (now() < end) {
    try {
      const answer = await request(port, path);
      if (answer.status === 200) return answer;
    } catch {
      // Nobody listens yet.
    }
    await sleep(pause);
  }
  throw new Error(`${path} was not answered within ${atMost} ms.`);
}

/** Waits until a program has nothing more to do. */
export async function untilQuiet(program) {
  for (let last = -1, cpu = program.cpu(); cpu - last > 20; cpu = program.cpu()) {
    last = cpu;
    await sleep(500);
  }
}

const number = value => value === null || value === undefined ? '–' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const rows = [];

/** Adds a line to the table: what was measured here and beside it, the ratio, what is aimed at. */
export function row(figure, ours, peer, { unit = '', peerName = '', target = '', ratio = peer ? ours / peer : null } = {}) {
  rows.push(`| ${figure} | ${number(ours)} ${unit} | ${peer === null ? '–' : `${number(peer)} ${unit}`} ${peerName} | ${ratio === null ? '–' : ratio.toFixed(2)} | ${target} |`);
  console.error(rows.at(-1));
}

export function printTable() {
  const memory = Number(/MemTotal:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))[1]) / 1e6;
  console.log(`Measured on ${availableParallelism()} processors (${/model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? process.arch}), ${memory.toFixed(0)} GB.\n`);
  console.log('| figure | PlansWeb | beside it | ratio | target |\n|---|---:|---:|---:|---|');
  console.log(rows.join('\n'));
}

/** All files below a folder. */
export const filesBelow = folder => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
