// Two replicas behind nginx, as compose.yaml has them, while things go wrong: edits, a swapped content folder, a shared cache that stops and dies, a
// replica that ends and one that is killed. Readers count what failed, and whether one of them saw an older content after a newer one.
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { Program, freePort, now, row, sleep, startSite, untilAnswered, work } from './common.mjs';

const SECONDS = Number(process.env.BENCH_FAULT_SECONDS ?? 60);
const READERS = 24;
const own = join(import.meta.dirname, '..', '..', 'content');

async function startBalancer(ports) {
  const port = await freePort();
  const folder = join(work, 'balancer');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), `
${process.getuid() === 0 ? 'user root;' : ''}
worker_processes 1;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  set_real_ip_from 127.0.0.1;
  real_ip_header X-Forwarded-For;
  upstream site {
    zone site 64k;
    hash $remote_addr consistent;
${ports.map(port => `    server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;`).join('\n')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_502 http_503 http_504;
      proxy_next_upstream_tries 3;
    }
  }
}
`);
  return Object.assign(new Program('balancer', 'nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')]), { port });
}

export default async function () {
  const folder = join(work, 'replicas');
  const link = join(folder, 'current');
  let version = 0;
  let release = 0;
  const pageOf = text => `---\ntitle: Version\npermalink: /version/\n---\nVersion-${text}-fin\n`;
  const writePage = at => {
    const path = join(at, 'version.md');
    writeFileSync(`${path}.new`, pageOf(version));
    renameSync(`${path}.new`, path);
  };
  // As git-sync does: a whole folder beside, then the link is swapped.
  const swap = () => {
    version++;
    const next = join(folder, `release-${++release}`);
    cpSync(own, next, { recursive: true });
    writePage(next);
    symlinkSync(next, `${link}.new`);
    renameSync(`${link}.new`, link);
    return next;
  };
  mkdirSync(folder, { recursive: true });
  let current = swap();

  const redisPort = await freePort();
  const startRedis = () => new Program('redis', 'redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--requirepass', 'bench', '--save', '', '--appendonly', 'no']);
  let redis = startRedis();
  const env = { ConnectionStrings__Redis: `127.0.0.1:${redisPort},password=bench`, Ops__DrainSeconds: '3', AllowedHosts: '*', Proxy__Known__0: '127.0.0.0/8' };
  const sites = [];
  const start = async (i, port) => {
    sites[i] = await startSite(link, { env, name: `replica-${i}`, port });
    await untilAnswered(sites[i].port, '/health/ready');
  };
  await Promise.all([start(0), start(1)]);
  const balancer = await startBalancer(sites.map(site => site.port));
  await untilAnswered(balancer.port, '/version/');

  const seen = { answers: 0, failed: [], older: 0, latest: 0 };
  let ends = false;
  const pages = ['/version/', '/', '/plan-du-site/', '/version/'];
  const reader = async number => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    // What this reader saw, and when first.
    let newest = 0;
    let since = 0;
    for (let i = number; !ends; i++) {
      // Few searches: their number is limited.
      const path = i % 200 === 0 ? '/recherche/?q=numerique' : pages[i % pages.length];
      try {
        const answer = await ask(balancer.port, path, number, agent);
        seen.answers++;
        if (answer.status !== 200) seen.failed.push(`${path}: ${answer.status}`);
        const shown = Number(/Version-(\d+)-fin/.exec(answer.body)?.[1] ?? -1);
        if (shown > newest) [newest, since] = [shown, answer.start];
        else if (shown >= 0 && shown < newest && answer.start - since > 1_000) seen.older++;
        if (shown > seen.latest) seen.latest = shown;
      } catch (error) {
        seen.failed.push(`${path}: ${error.code ?? error.message}`);
      }
      await sleep(20);
    }
    agent.destroy();
  };
  const readers = Array.from({ length: READERS }, (_, i) => reader(i));
  const at = fraction => sleep(Math.max(0, begin + fraction * SECONDS * 1000 - now()));
  const begin = now();
  const editor = (async () => {
    while (!ends) {
      await sleep(2_000);
      version++;
      writePage(current);
    }
  })();
  await at(0.1);
  current = swap();
  await at(0.2);
  redis.child.kill('SIGSTOP');
  await at(0.3);
  redis.child.kill('SIGCONT');
  await at(0.4);
  redis.child.kill('SIGKILL');
  await at(0.5);
  redis = startRedis();
  await at(0.6);
  const { port: first } = sites[0];
  sites[0].child.kill('SIGTERM');
  await sites[0].ended;
  await start(0, first);
  await at(0.8);
  const { port: second } = sites[1];
  sites[1].child.kill('SIGKILL');
  await sites[1].ended;
  await start(1, second);
  current = swap();
  await at(1);
  ends = true;
  await Promise.all([...readers, editor]);
  for (const failure of new Set(seen.failed)) console.error(failure, seen.failed.filter(other => other === failure).length);
  row(`two replicas, ${SECONDS} s of faults: failed of ${seen.answers.toLocaleString('en')} answers`, seen.failed.length, null, { target: '0' });
  row('the same: older content after newer, by more than 1 s', seen.older, null, { target: '0' });
  row('the same: versions published and seen', version, seen.latest, { peerName: 'seen' });
  for (const program of [...sites, balancer, redis]) await program.stop();
  rmSync(folder, { recursive: true });
}

// From an address of its own; with the moment at which it was asked.
const ask = (port, path, number, agent) => new Promise((resolve, reject) => {
  const start = now();
  http.get({ host: '127.0.0.1', port, path, agent, headers: { 'X-Forwarded-For': `203.0.113.${number + 1}` } }, response => {
    let body = '';
    response.setEncoding('utf8').on('data', data => body += data).on('end', () => resolve({ status: response.statusCode, body, start })).on('error', reject);
  }).on('error', reject);
});
