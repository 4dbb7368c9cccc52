// A candidate's browser: ticket, socket, call, conversation. The candidate hangs up after two answers, or goes on until the
// interviewer ends. Where the gateway is killed after the first answer, the call goes on, the candidate comes back and tells what
// it has heard meanwhile; otherwise it saves nothing: the server hears both sides. Prints what happened as JSON.
import { openBrowser } from './browser.mjs';

const { EDGE, SESSION, BEARER, ENDS, GATEWAY } = process.env;

const browser = await openBrowser();
try {
  const page = await browser.openPage(`${EDGE}/`);
  await page.exposeFunction('killGateway', () => process.kill(Number(GATEWAY), 'SIGKILL'));
  const seen = await page.evaluate(
    async ([session, bearer, ends, kills]) => {
      const { call } = window;
      const seen = { told: [] };
      const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
      let lastEventId = 0;
      let answered = Promise.withResolvers();
      let stored = Promise.withResolvers();

      async function connect(...resume) {
        const response = await fetch('/api/interview-start', {
          method: 'POST',
          headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ session_id: session }),
        });
        if (!response.ok) throw new Error(`interview-start: ${response.status}`);
        const start = await response.json();
        seen.mode = start.mode;
        const socket = new WebSocket(start.webrtc_server_url, ['colloquy', `ticket.${start.ticket}`, ...resume]);
        const closed = new Promise((done) => {
          socket.onclose = ({ code, reason }) => done({ code, reason });
        });
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          seen.told.push(message.type);
          lastEventId = message.eventId ?? lastEventId;
          if (message.type === 'sdp_answer') answered.resolve(message.sdp);
          if (message.type === 'ack') stored.resolve(message.itemIds);
          if (message.type === 'error') [answered, stored].forEach((waiting) => waiting.reject(new Error(data)));
        };
        await new Promise((opened, failed) => {
          socket.onopen = opened;
          closed.then(failed);
        });
        seen.subprotocol = socket.protocol;
        return { socket, closed };
      }

      async function comeBack() {
        for (let attempt = 1; ; attempt++) {
          try {
            return await connect(`resume.${lastEventId}`);
          } catch (failure) {
            if (attempt === 60) throw failure;
            await sleep(1000);
          }
        }
      }

      const speakers = {
        'response.output_audio_transcript.done': 'ai',
        'conversation.item.input_audio_transcription.completed': 'candidate',
      };
      const heard = () =>
        call.events
          .filter((event) => event.type in speakers)
          .map((event) => ({
            itemId: event.item_id,
            speaker: speakers[event.type],
            text: event.transcript,
            startedAt: new Date(performance.timeOrigin + event.at).toISOString(),
          }));

      let line = await connect();
      await call.connect('oai-events', (sdp) => {
        line.socket.send(JSON.stringify({ type: 'sdp_offer', sdp }));
        return answered.promise;
      });
      seen.session = (await call.next('session.created')).session;
      call.send({ type: 'response.create' });
      const over = line.closed.then(() => 'over');
      for (let turn = 1; ends === 'interviewer' || turn <= 2; turn++) {
        const asked = call.next('output_audio_buffer.stopped', turn);
        if ((await (kills ? asked : Promise.race([over, asked]))) === 'over') break;
        await call.speak(1200);
        const transcribed = call.next('conversation.item.input_audio_transcription.completed', turn);
        if ((await (kills ? transcribed : Promise.race([over, transcribed]))) === 'over') break;
        if (kills && turn === 1) {
          await window.killGateway();
          seen.broken = await line.closed;
        }
      }
      seen.heardEnergy = await call.heardEnergy();
      if (kills) {
        line = await comeBack();
        line.socket.send(JSON.stringify({ type: 'transcript', entries: heard() }));
        seen.stored = await stored.promise;
      }
      if (ends === 'candidate') line.socket.send(JSON.stringify({ type: 'end_interview' }));
      seen.closed = await line.closed;
      await call.closed();
      return seen;
    },
    [SESSION, BEARER, ENDS, GATEWAY !== ''],
  );
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
