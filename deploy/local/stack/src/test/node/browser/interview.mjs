// A candidate's browser: ticket, socket, call, conversation. The candidate hangs up after two answers, or goes on until the
// interviewer ends. It saves nothing: the server hears both sides. Prints what happened as JSON.
import { openBrowser } from './browser.mjs';

const { EDGE, SESSION, BEARER, ENDS } = process.env;

const browser = await openBrowser();
try {
  const page = await browser.openPage(`${EDGE}/`);
  const seen = await page.evaluate(
    async ([session, bearer, ends]) => {
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
      const over = closed.then(() => 'over');
      for (let turn = 1; ends === 'interviewer' || turn <= 2; turn++) {
        if ((await Promise.race([over, call.next('output_audio_buffer.stopped', turn)])) === 'over') break;
        await call.speak(1200);
        const transcribed = call.next('conversation.item.input_audio_transcription.completed', turn);
        if ((await Promise.race([over, transcribed])) === 'over') break;
      }
      seen.heardEnergy = await call.heardEnergy();
      if (ends === 'candidate') socket.send(JSON.stringify({ type: 'end_interview' }));
      seen.closed = await closed;
      await call.closed();
      return seen;
    },
    [SESSION, BEARER, ENDS],
  );
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
