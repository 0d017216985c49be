// Cached pages beside nginx and beside the floor, a terminal middleware on the same server: both send the very bytes, with the very headers, that
// the site answers with.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { plan, write } from './content.mjs';
import { Program, freePort, median, request, row, startSite, untilAnswered, untilQuiet, work } from './common.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
// The runtime compiles again what is asked for often: until then nothing is measured.
const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 10);
const CONNECTIONS = 32;
const PAGES = Number(process.env.BENCH_PAGES ?? 2_000);
const run = promisify(execFile);

/** The bytes of a 304: what is compared must be as long on both sides, but for what each server adds by itself. */
const headOf = (port, path, etag) => new Promise((resolve, reject) => {
  let head = '';
  const socket = net.connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nIf-None-Match: ${etag}\r\n\r\n`));
  socket.setEncoding('latin1').on('error', reject).on('data', data => {
    head += data;
    if (!head.endsWith('\r\n\r\n')) return;
    socket.destroy();
    resolve(head);
  });
});

// What nginx sets by itself, and what depends on the request.
const ownHeaders = new Set(['content-length', 'content-type', 'content-encoding', 'etag', 'date', 'connection', 'vary', 'transfer-encoding', 'server']);

// What the site sends with a 304; the others nginx leaves out there too.
const leanHeaders = new Set(['cache-control', 'cache-status']);

/** The site's own brotli bytes, which are what is measured; nginx looks for the plain file beside them. */
async function copyPages(port, paths, root) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let headers;
  for (const path of paths) {
    const answer = await request(port, path, { 'Accept-Encoding': 'br' }, agent);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    const plain = brotliDecompressSync(answer.body);
    mkdirSync(join(root, path), { recursive: true });
    for (const [end, bytes] of [['.br', answer.body], ['.gz', gzipSync(plain)], ['', plain]]) writeFileSync(join(root, path, `index.html${end}`), bytes);
    headers = answer.headers;
  }
  agent.destroy();
  return Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
}

async function startNginx(root, headers) {
  const port = await freePort();
  const folder = join(work, 'nginx');
  mkdirSync(folder, { recursive: true });
  const module = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules'].map(place => join(place, 'ngx_http_brotli_static_module.so')).find(existsSync);
  writeFileSync(join(folder, 'nginx.conf'), `
load_module ${module};
${process.getuid() === 0 ? 'user root;' : ''}
worker_processes auto;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  charset utf-8;
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=10000 inactive=1h;
  open_file_cache_valid 1h;
  brotli_static on;
  gzip_static on;
  gzip_vary on;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
${headers.map(([name, value], i) => `  map $status $header${i} { ${leanHeaders.has(name) ? '' : '304 ""; '}default "${value}"; }`).join('\n')}
  server {
    listen 127.0.0.1:${port} backlog=1024;
    root ${root};
    add_header Last-Modified "";
${headers.map(([name], i) => `    add_header ${name} $header${i};`).join('\n')}
  }
}
`);
  const program = new Program('nginx', 'nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')]);
  await untilAnswered(port, '/');
  return Object.assign(program, { port });
}

async function startFloor(site, paths) {
  const port = await freePort();
  const list = join(work, 'floor-paths');
  writeFileSync(list, paths.join('\n'));
  const program = new Program('floor', 'dotnet', [join(process.env.BENCH_FLOOR, 'Floor.dll'), String(port), `http://127.0.0.1:${site.port}`, list]);
  await untilAnswered(port, '/');
  return Object.assign(program, { port });
}

async function load(server, args, seconds, path = '/') {
  const before = server.cpu();
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, ...args, `http://127.0.0.1:${server.port}${path}`]);
  const cpu = server.cpu() - before;
  const requests = Number(/(\d+) requests in/.exec(stdout)[1]);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
  const errors = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout);
  if (errors) throw new Error(`${server.name}: ${errors[0]}`);
  return { rate, cpu: cpu * 1000 / requests };
}

/** Rounds in turn, so that whatever the machine does meanwhile meets both. */
async function compare(figure, servers, argsOf, path, targets) {
  const results = servers.map(() => []);
  for (const server of servers) await load(server, argsOf(server), WARM_UP, path);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, server] of servers.entries()) results[i].push(await load(server, argsOf(server), SECONDS, path));
  }
  const [ours, ...peers] = results.map(rounds => ({ rate: median(rounds.map(r => r.rate)), cpu: median(rounds.map(r => r.cpu)) }));
  for (const [i, peer] of peers.entries()) {
    const peerName = servers[i + 1].name;
    row(`${figure}: requests/s`, ours.rate, peer.rate, { peerName, target: targets[peerName] ?? '' });
    row(`${figure}: server CPU per request`, ours.cpu, peer.cpu, { unit: 'µs', peerName });
  }
}

export default async function () {
  const content = join(work, 'content-http');
  write(content, 10_000);
  const all = plan(10_000).map(page => page.url);
  const paths = all.filter((_, i) => i % Math.floor(all.length / PAGES) === 0).slice(0, PAGES);
  const site = await startSite(content);
  await untilAnswered(site.port, '/');
  const root = join(work, 'htdocs');
  const warm = ['/', ...paths.filter(path => path !== '/')];
  // What is answered in haste is compressed again soon after: the bytes that count are the later ones.
  for (const path of warm) await request(site.port, path, { 'Accept-Encoding': 'br' });
  await untilQuiet(site);
  const headers = await copyPages(site.port, warm, root);
  const nginx = await startNginx(root, headers);
  const floor = await startFloor(site, warm);
  const servers = [site, floor, nginx];

  const page = paths[paths.length >> 1];
  const encoding = 'Accept-Encoding: br';
  for (const server of servers) {
    const answer = await request(server.port, page, { 'Accept-Encoding': 'br' });
    server.etag = answer.headers.etag;
    if (answer.headers['content-encoding'] !== 'br') throw new Error(`${server.name} does not answer in brotli.`);
    const notModified = await headOf(server.port, page, server.etag);
    if (!notModified.startsWith('HTTP/1.1 304')) throw new Error(`${server.name} does not answer 304.`);
    console.error(`${server.name}: ${answer.body.length} bytes of ${page}; its 304 is ${notModified.length} bytes`);
  }
  const script = join(work, 'random.lua');
  writeFileSync(script, `local paths = {${paths.map(path => JSON.stringify(path)).join(',')}}
math.randomseed(7)
request = function() return wrk.format("GET", paths[math.random(#paths)]) end`);

  await compare('cached page, brotli', servers, () => ['-H', encoding], page, { floor: '≥ 0.95', nginx: '≥ 0.85' });
  await compare('304', servers, server => ['-H', encoding, '-H', `If-None-Match: ${server.etag}`], page, { floor: '≥ 0.95', nginx: '≥ 0.75' });
  await compare(`${PAGES.toLocaleString('en')} pages at random`, servers, () => ['-H', encoding, '-s', script], '/', {});
  await nginx.stop();
  await floor.stop();
  await site.stop();
}
