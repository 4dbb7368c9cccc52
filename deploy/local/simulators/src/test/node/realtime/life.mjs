// Calls that are left, lost, hung up and expire. Where they expire, 60 minutes are 45 seconds. Prints what happened as JSON.
import OpenAI from 'openai';
import { openBrowser } from './browser.mjs';
import { openSocket } from './socket.mjs';

const { OPENAI_BASE_URL: base, SHORT_BASE_URL: short } = process.env;

async function post(url, body, headers = { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` }) {
  const options = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } };
  return fetch(url, { ...options, body: JSON.stringify(body ?? {}) });
}

const control = (path, body) => post(`${new URL(base).origin}/control${path}`, body, {});
const callsOn = async () =>
  (await (await fetch(`${new URL(base).origin}/control/openai/calls`)).json()).calls.map((call) => call.call_id);

async function secret(url) {
  const session = { type: 'realtime', model: 'gpt-realtime-2.1' };
  return (await (await post(`${url}/realtime/client_secrets`, { session })).json()).value;
}

const browser = await openBrowser();

/** A call on a page of its own, and how the sideband of the call ends. */
async function place(url, key, headers = {}) {
  const page = await browser.openPage();
  const placed = await page.evaluate(
    ([to, bearer, more]) => window.call.place(to, bearer, 'oai-events', more),
    [url, key, headers],
  );
  const id = placed.location.split('/').pop();
  const sideband = openSocket({ callID: id }, new OpenAI({ baseURL: url }));
  sideband.on('error', () => {});
  const closed = new Promise((done) => sideband.socket.on('close', (code, reason) => done({ code, reason: `${reason}` })));
  await new Promise((open) => sideband.socket.on('open', open));
  return { page, id, milliseconds: placed.milliseconds, closed };
}

const until = async (found) => {
  while (!(await found())) await new Promise((again) => setTimeout(again, 100));
};
const history = ({ page }) => page.evaluate(() => window.call.history);

const result = {};
try {
  const expiring = await place(short, await secret(short));

  const key = await secret(base);
  const [leaving, staying] = await Promise.all([place(base, key, { 'OpenAI-Beta': 'realtime=v1' }), place(base, key)]);
  result.bothOn = (await callsOn()).length;

  await leaving.page.evaluate(async () => {
    window.call.send({ type: 'session.update', session: { voice: 'cedar', modalities: ['text', 'audio'] } });
    await window.call.next('session.updated');
    window.call.send({ type: 'response.create' });
    await window.call.next('response.audio_transcript.done');
  });
  result.betaEvents = await leaving.page.evaluate(() => window.call.events);
  await leaving.page.evaluate(() => window.call.leave());

  await control('/faults', { point: 'openai.media', fault: 'disconnect', ms: 20_000 });
  const struck = await place(base, key);
  const lost = await place(base, key);
  await control(`/openai/calls/${lost.id}/lose`);
  result.lost = await lost.closed;
  for (const call of [lost, struck]) {
    await call.page.evaluate(() => window.call.happened('ice disconnected'));
  }
  result.lostHistory = await history(lost);
  result.struck = await struck.closed;
  result.struckHistory = await history(struck);

  await until(async () => !(await callsOn()).includes(leaving.id));
  result.left = await leaving.closed;
  result.stayingIsOn = (await callsOn()).includes(staying.id);

  await staying.page.evaluate(async () => {
    await window.call.openChannel('another one');
    await window.call.next('session.created', 2);
    window.call.send({ type: 'session.update', session: { type: 'realtime', instructions: 'Over the second channel.' } });
    await window.call.next('session.updated');
  });
  result.secondChannel = await staying.page.evaluate(() => window.call.events.at(-1).session.instructions);
  await post(`${base}/realtime/calls/${staying.id}/hangup`);
  result.hungUp = await staying.closed;
  await staying.page.evaluate(() => window.call.closed());

  result.again = [];
  for (let i = 0; i < 3; i++) result.again.push((await place(base, key)).milliseconds);
  result.callsLeft = (await callsOn()).length;

  result.expired = await expiring.closed;
  await expiring.page.evaluate(() => window.call.closed());
  result.lastEvent = await expiring.page.evaluate(() => window.call.events.at(-1));
} finally {
  await browser.close();
}
console.log(JSON.stringify(result));
