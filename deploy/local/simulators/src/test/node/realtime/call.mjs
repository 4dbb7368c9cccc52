// Three calls of a browser, the third of them an interview that is followed on a sideband. Prints what happened as JSON.
import { openBrowser } from './browser.mjs';
import { openSocket } from './socket.mjs';

const base = process.env.OPENAI_BASE_URL;
const authorization = { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` };
const session = {
  type: 'realtime',
  model: 'gpt-realtime-2.1',
  audio: {
    input: {
      transcription: { model: 'gpt-live-transcribe' },
      turn_detection: { type: 'server_vad', silence_duration_ms: 500, prefix_padding_ms: 300 },
    },
  },
  tools: [{ type: 'function', name: 'end_session', parameters: { type: 'object' } }],
};

async function post(path, body) {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { ...authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  return response;
}

const browser = await openBrowser();
const result = { sidebandErrors: [] };
try {
  const secret = (await (await post('/realtime/client_secrets', { session })).json()).value;
  const connect = (page) => page.evaluate(([url, key]) => window.call.place(url, key, 'any label'), [base, secret]);
  result.connectTimes = [];
  for (let i = 0; i < 2; i++) {
    const page = await browser.openPage();
    const { milliseconds, location } = await connect(page);
    result.connectTimes.push(milliseconds);
    await post(location.replace('/v1', '') + '/hangup');
    await page.close();
  }
  const page = await browser.openPage();
  const { milliseconds, location } = await connect(page);
  result.connectTimes.push(milliseconds);
  result.location = location;
  const callId = location.split('/').pop();
  const sideband = openSocket({ callID: callId });
  const overheard = [];
  sideband.on('event', (event) => overheard.push(event.type));
  sideband.on('error', (error) => result.sidebandErrors.push(error.message));
  const sidebandClosed = new Promise((done) => sideband.socket.on('close', done));
  await new Promise((open) => sideband.socket.on('open', open));

  Object.assign(
    result,
    await page.evaluate(async () => {
      const { call } = window;
      const seen = {};
      await call.next('session.created');
      const instructions = 'x'.repeat(60_000);
      call.send({ type: 'session.update', session: { type: 'realtime', instructions } });
      seen.instructions = (await call.next('session.updated')).session.instructions.length;

      call.send({ type: 'response.create' });
      const started = await call.next('output_audio_buffer.started');
      const silence = await call.heardEnergy();
      const stopped = await call.next('output_audio_buffer.stopped');
      seen.playedMs = stopped.at - started.at;
      seen.heardEnergy = (await call.heardEnergy()) - silence;

      seen.spokenMs = await call.speak(1500);
      const silentSince = performance.now();
      await call.next('input_audio_buffer.speech_stopped');
      await call.next('conversation.item.input_audio_transcription.completed');
      await call.next('output_audio_buffer.started', 2);
      await call.hear();
      await call.speak(1500);
      const truncated = await call.next('conversation.item.truncated');
      seen.truncatedAt = truncated.audio_end_ms;
      seen.playedAtMost = truncated.at - silentSince;
      await call.next('output_audio_buffer.cleared');

      await call.next('output_audio_buffer.stopped', 2);
      const content = [{ type: 'input_text', text: 'I would rather type what I did in that project.' }];
      call.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
      call.send({ type: 'response.create' });
      await call.next('response.done', 4);
      call.send({ type: 'session.cancel', event_id: 'mine' });
      seen.error = (await call.next('error')).error;
      seen.energyBeforeHangUp = await call.heardEnergy();
      return seen;
    }),
  );

  const { calls } = await (await fetch(`${new URL(base).origin}/control/openai/calls`)).json();
  result.call = calls.find((call) => call.call_id === callId);
  result.hangUp = (await post(`/realtime/calls/${callId}/hangup`)).status;
  await page.evaluate(() => window.call.closed());
  result.sidebandCode = await sidebandClosed;
  result.history = await page.evaluate(() => window.call.history);
  result.events = await page.evaluate(() => window.call.events);
  result.overheard = overheard;
  result.hangUpAgain = (await post(`/realtime/calls/${callId}/hangup`)).status;
} finally {
  await browser.close();
}
console.log(JSON.stringify(result));
