// What calls cost: connect times cold and warm, processor and memory for 1 and 5 calls. Prints a table.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';

const WARM_CALLS = 20;
const MEASURED_MS = 15_000;
const TICKS_PER_SECOND = 100;
const key = 'sk-bench';

/** The simulators in a new JVM; resolves when they listen. */
function startSimulators(jar) {
  const secrets = ['LIVEKIT_API_SECRET', 'ELEVENLABS_API_KEY', 'ELEVENLABS_WEBHOOK_SECRET'];
  const environment = Object.fromEntries(secrets.map((name) => [name, 'a-secret-of-at-least-thirty-two-characters']));
  const java = spawn(join(process.env.JAVA_HOME, 'bin', 'java'), ['-XX:+UseSerialGC', '-Xmx256m', '-jar', jar], {
    env: { ...process.env, ...environment, PORT: '0', LIVEKIT_API_KEY: 'bench', OPENAI_API_KEY: key },
  });
  let log = '';
  return new Promise((listening, failed) => {
    java.on('exit', () => failed(new Error(log)));
    java.stderr.on('data', (text) => {
      log += text;
      const port = /listen on (?:port |\S+:)(\d+)/.exec(log)?.[1];
      if (port) listening({ java, base: `http://127.0.0.1:${port}/v1` });
    });
  });
}

function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

const megabytes = (pid) => Math.round(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1] / 1024);
const threads = (pid) => /Threads:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];

async function cost(pid) {
  const before = processorSeconds(pid);
  await new Promise((done) => setTimeout(done, MEASURED_MS));
  const percent = Math.round((100_000 * (processorSeconds(pid) - before)) / MEASURED_MS);
  return `${percent} % of a core, ${megabytes(pid)} MB, ${threads(pid)} threads`;
}

async function post(base, path, body) {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  return fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A call on a page of its own; it talks both ways until it is hung up. */
async function call(browser, base, secret) {
  const page = await browser.openPage();
  const { milliseconds, location } = await page.evaluate(
    ([url, bearer]) => window.call.place(url, bearer, 'oai-events'),
    [base, secret],
  );
  return {
    milliseconds,
    talk: () =>
      page.evaluate(async () => {
        const { call } = window;
        const audio = { input: { turn_detection: null } };
        call.send({ type: 'session.update', session: { type: 'realtime', audio } });
        call.send({ type: 'response.create' });
        await call.next('output_audio_buffer.started');
        void call.speak(60_000);
      }),
    async hangUp() {
      await post(base, location.replace('/v1', '') + '/hangup', {});
      await page.close();
    },
  };
}

const row = (what, value) => console.log(`| ${what} | ${value} |`);

const { java, base } = await startSimulators(process.argv[2]);
const browser = await openBrowser();
try {
  console.log('| what | value |\n|---|---|');
  row('simulators before the first call', await cost(java.pid));
  const secret = (await (await post(base, '/realtime/client_secrets', { session: { type: 'realtime' } })).json()).value;
  const cold = await call(browser, base, secret);
  row('offer → open data channel, new JVM and new browser', `${cold.milliseconds} ms`);
  await cold.hangUp();
  const warm = [];
  for (let i = 0; i < WARM_CALLS; i++) {
    const one = await call(browser, base, secret);
    warm.push(one.milliseconds);
    await one.hangUp();
  }
  warm.sort((one, other) => one - other);
  row(`the same, warm, ${WARM_CALLS} calls`, `median ${warm[WARM_CALLS / 2]} ms, longest ${warm.at(-1)} ms`);
  const calls = [];
  for (const wanted of [1, 5]) {
    while (calls.length < wanted) {
      calls.push(await call(browser, base, secret));
      await calls.at(-1).talk();
    }
    row(`${wanted} call${wanted > 1 ? 's' : ''}, sound both ways`, await cost(java.pid));
  }
  for (const one of calls) await one.hangUp();
  row('afterwards', await cost(java.pid));
} finally {
  await browser.close();
  java.removeAllListeners('exit');
  java.kill();
}
