// Two calls at once, a browser that leaves, and a call that outlives its 60 minutes. Prints what happened as JSON.
import { openBrowser } from './browser.mjs';
import { openSocket } from './socket.mjs';

const base = process.env.OPENAI_BASE_URL;
const authorization = { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` };
const callsOf = async () =>
  (await (await fetch(`${new URL(base).origin}/control/openai/calls`)).json()).calls.map((call) => call.call_id);

async function secret() {
  const response = await fetch(`${base}/realtime/client_secrets`, {
    method: 'POST',
    headers: { ...authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ session: { type: 'realtime', model: 'gpt-realtime-2.1' } }),
  });
  return (await response.json()).value;
}

const place = (page, key, headers) =>
  page.evaluate(([url, bearer, more]) => window.call.place(url, bearer, 'oai-events', more), [base, key, headers]);

const browser = await openBrowser();
const result = {};
try {
  const key = await secret();
  const [leaving, staying] = [await browser.openPage(), await browser.openPage()];
  const placed = await Promise.all([place(leaving, key, { 'OpenAI-Beta': 'realtime=v1' }), place(staying, key, {})]);
  const [leavingCall, stayingCall] = placed.map((call) => call.location.split('/').pop());
  result.bothOn = (await callsOf()).length;

  const sideband = openSocket({ callID: stayingCall });
  sideband.on('error', () => {});
  const closed = new Promise((done) => sideband.socket.on('close', (code, reason) => done({ code, reason: `${reason}` })));

  await leaving.evaluate(async () => {
    window.call.send({ type: 'session.update', session: { voice: 'cedar', modalities: ['text', 'audio'] } });
    await window.call.next('session.updated');
    window.call.send({ type: 'response.create' });
    await window.call.next('response.audio_transcript.done');
  });
  result.betaEvents = await leaving.evaluate(() => window.call.events);
  await leaving.evaluate(() => window.call.leave());
  while ((await callsOf()).includes(leavingCall)) await new Promise((again) => setTimeout(again, 100));

  result.sideband = await closed;
  await staying.evaluate(() => window.call.closed());
  result.lastEvent = await staying.evaluate(() => window.call.events.at(-1));
  const again = await browser.openPage();
  result.again = (await place(again, key, {})).milliseconds;
  result.callsLeft = (await callsOf()).length;
} finally {
  await browser.close();
}
console.log(JSON.stringify(result));
