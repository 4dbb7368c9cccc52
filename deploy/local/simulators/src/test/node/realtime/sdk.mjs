// OpenAI's own SDK: client secrets, and server audio over the realtime socket. Prints what happened as JSON.
import OpenAI from 'openai';
import { openSocket } from './socket.mjs';

const client = new OpenAI();
const result = {};

function converse(realtime) {
  const events = [];
  const errors = [];
  const waiting = [];
  const look = () => {
    for (const wait of [...waiting]) {
      const found = events.filter((event) => event.type === wait.type)[wait.nth - 1];
      if (found) {
        waiting.splice(waiting.indexOf(wait), 1);
        wait.done(found);
      }
    }
  };
  realtime.on('event', (event) => {
    events.push(event);
    look();
  });
  realtime.on('error', (error) => errors.push(error.error ?? { message: error.message }));
  return {
    events,
    errors,
    send: (event) => realtime.send(event),
    next: (type, nth = 1) =>
      new Promise((done, failed) => {
        waiting.push({ type, nth, done });
        look();
        setTimeout(() => failed(new Error(`${type} never came; ${events.map((event) => event.type)}`)), 60_000).unref();
      }),
    closed: new Promise((done) => realtime.socket.on('close', (code, reason) => done({ code, reason: `${reason}` }))),
  };
}

/** PCM of 24 kHz: a tone of so many milliseconds, or silence. */
function sound(milliseconds, amplitude) {
  const pcm = Buffer.alloc(48 * milliseconds);
  for (let i = 0; i < pcm.length / 2; i++) {
    pcm.writeInt16LE(Math.round(amplitude * Math.sin((2 * Math.PI * 440 * i) / 24_000)), 2 * i);
  }
  return pcm.toString('base64');
}

const seconds = () => Math.floor(Date.now() / 1000);
const earliest = seconds();
const secret = await client.realtime.clientSecrets.create({
  expires_after: { anchor: 'created_at', seconds: 60 },
  session: { type: 'realtime', model: 'gpt-realtime-2.1', instructions: 'Be kind.' },
});
result.secret = {
  value: secret.value.slice(0, 3),
  earliest,
  expiresAt: secret.expires_at,
  latest: seconds(),
  session: secret.session,
};

const realtime = openSocket({ model: 'gpt-realtime-2.1' }, client);
const talk = converse(realtime);
await talk.next('session.created');
talk.send({
  type: 'session.update',
  session: {
    type: 'realtime',
    audio: {
      input: {
        transcription: { model: 'gpt-live-transcribe' },
        turn_detection: { type: 'server_vad', silence_duration_ms: 400, prefix_padding_ms: 100 },
      },
    },
  },
});
await talk.next('session.updated');
talk.send({ type: 'response.create' });
await talk.next('response.done');
talk.send({ type: 'input_audio_buffer.append', audio: sound(500, 0) });
talk.send({ type: 'input_audio_buffer.append', audio: sound(1000, 8000) });
talk.send({ type: 'input_audio_buffer.append', audio: sound(600, 0) });
result.transcript = (await talk.next('conversation.item.input_audio_transcription.completed')).transcript;
result.turn = [
  (await talk.next('input_audio_buffer.speech_started')).audio_start_ms,
  (await talk.next('input_audio_buffer.speech_stopped')).audio_end_ms,
];
const spoken = talk.events.find((event) => event.type === 'response.output_audio.done');
talk.send({ type: 'conversation.item.truncate', item_id: spoken.item_id, content_index: 0, audio_end_ms: 1500 });
await talk.next('conversation.item.truncated');
result.audioMs = talk.events
  .filter((event) => event.type === 'response.output_audio.delta' && event.item_id === spoken.item_id)
  .reduce((sum, event) => sum + Buffer.from(event.delta, 'base64').length / 48, 0);

talk.send({ type: 'input_audio_buffer.clear' });
talk.send({ type: 'input_audio_buffer.commit' });
talk.send({ type: 'input_audio_buffer.append', audio: '?' });
talk.send({ type: 'conversation.item.retrieve', item_id: 'item_unknown' });
talk.send({ type: 'conversation.item.retrieve', item_id: spoken.item_id });
await talk.next('conversation.item.retrieved');
result.errors = talk.errors.map((error) => error.code);

talk.send({ type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection: null } } } });
await talk.next('session.updated', 2);
talk.send({ type: 'input_audio_buffer.append', audio: sound(700, 8000) });
talk.send({ type: 'input_audio_buffer.commit' });
await talk.next('input_audio_buffer.committed', 2);
await talk.next('conversation.item.input_audio_transcription.completed', 2);
talk.send({ type: 'session.update', session: { type: 'realtime', output_modalities: ['text'] } });
talk.send({ type: 'response.create' });
result.text = (await talk.next('response.output_text.done')).text;
result.events = talk.events.filter((event) => event.type !== 'response.output_audio.delta');
realtime.close();
await talk.closed;

const still = openSocket({ model: 'gpt-realtime-2.1' }, new OpenAI({ baseURL: process.env.STILL_BASE_URL }));
const frozen = converse(still);
await frozen.next('session.created');
frozen.send({ type: 'response.create', response: { output_modalities: ['text'], metadata: { topic: 'summary' } } });
frozen.send({ type: 'response.create' });
frozen.send({ type: 'response.cancel' });
result.cancelled = (await frozen.next('response.done')).response;
frozen.send({ type: 'response.cancel' });
frozen.send({ type: 'conversation.item.create', item: { type: 'message', role: 'system', content: [] } });
await frozen.next('conversation.item.done');
result.stillErrors = frozen.errors.map((error) => error.code);
still.close();
await frozen.closed;

const browser = openSocket({ model: 'gpt-realtime-2.1' }, new OpenAI({ apiKey: secret.value }));
const other = converse(browser);
result.instructions = (await other.next('session.created')).session.instructions;
browser.close();
await other.closed;

try {
  await new OpenAI({ apiKey: 'wrong', maxRetries: 0 }).realtime.clientSecrets.create({});
} catch (refused) {
  result.refused = { status: refused.status, code: refused.code, name: refused.constructor.name };
}
await client.realtime.calls.hangup('rtc_unknown', { maxRetries: 0 }).catch((refused) => (result.unknownCall = refused.status));
console.log(JSON.stringify(result));
