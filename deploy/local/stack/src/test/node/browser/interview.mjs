// A candidate's browser: ticket, socket, call, conversation, hang-up. The interviewer's side saves the transcript before the
// candidate hangs up. Prints what happened as JSON.
import { openBrowser } from './browser.mjs';

const { EDGE, SESSION, BEARER, AGENT } = process.env;

async function post(path, bearer, body) {
  const headers = { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' };
  const response = await fetch(EDGE + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const browser = await openBrowser();
try {
  const page = await browser.openPage(`${EDGE}/`);
  const heard = await page.evaluate(
    async ([session, bearer]) => {
      const seen = { told: [] };
      const response = await fetch('/api/interview-start', {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ session_id: session }),
      });
      const start = await response.json();
      seen.mode = start.mode;
      const socket = new WebSocket(start.webrtc_server_url, ['colloquy', `ticket.${start.ticket}`]);
      const answered = Promise.withResolvers();
      const closed = new Promise((done) => {
        socket.onclose = ({ code, reason }) => done({ code, reason });
      });
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        seen.told.push(message.type);
        if (message.type === 'sdp_answer') answered.resolve(message.sdp);
        if (message.type === 'error') answered.reject(new Error(data));
      };
      await new Promise((open) => (socket.onopen = open));
      seen.subprotocol = socket.protocol;

      const { call } = window;
      await call.connect('oai-events', (sdp) => {
        socket.send(JSON.stringify({ type: 'sdp_offer', sdp }));
        return answered.promise;
      });
      seen.session = (await call.next('session.created')).session;
      call.send({ type: 'response.create' });
      for (let turn = 1; turn <= 2; turn++) {
        await call.next('output_audio_buffer.stopped', turn);
        await call.speak(1200);
        await call.next('conversation.item.input_audio_transcription.completed', turn);
      }
      seen.heardEnergy = await call.heardEnergy();
      seen.events = call.events;
      window.hangUp = async () => {
        socket.send(JSON.stringify({ type: 'end_interview' }));
        const end = await closed;
        await call.closed();
        return { ...end, told: seen.told };
      };
      return seen;
    },
    [SESSION, BEARER],
  );

  const speakers = {
    'response.output_audio_transcript.done': 'ai',
    'conversation.item.input_audio_transcription.completed': 'candidate',
  };
  const begun = Date.now() - heard.events.at(-1).at;
  const entries = heard.events
    .filter((event) => event.type in speakers)
    .map((event) => ({
      speaker: speakers[event.type],
      text: event.transcript,
      item_id: event.item_id,
      timestamp: new Date(begun + event.at).toISOString(),
      start_ms: Math.round(event.at),
    }));
  const saved = await post(`/api/interviews/${SESSION}/transcript`, AGENT, { entries, completed: true });
  const closed = await page.evaluate(() => window.hangUp());
  const { mode, subprotocol, session, heardEnergy } = heard;
  console.log(JSON.stringify({ mode, subprotocol, session, heardEnergy, saved, closed }));
} finally {
  await browser.close();
}
