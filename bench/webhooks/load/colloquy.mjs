// What a load client sends for each scenario: method, path, headers and body of one request. `ctx` is the client's: `run` names
// the run, `unique()` counts, `payloads` makes and signs what providers send. The address must be webhook-service's own.
import { createHash, randomBytes } from 'node:crypto';

const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET, ELEVENLABS_WEBHOOK_SECRET } = process.env;

/** A UUIDv7 of this moment. */
function interviewId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The client's event, of a room of ours: only these mean something. */
function egressEnded(ctx) {
  const secrets = { apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET };
  const { body, headers } = ctx.payloads.livekitEgressEnded(ctx.run, ctx.unique(), secrets);
  const event = JSON.parse(body);
  const ours = body.toString().replaceAll(event.egressInfo.roomName, `iv_${interviewId()}`);
  const now = Math.floor(Date.now() / 1000);
  const sha256 = createHash('sha256').update(ours).digest('base64');
  const token = ctx.payloads.hs256({ iss: LIVEKIT_API_KEY, nbf: now - 5, exp: now + 3600, sha256 }, LIVEKIT_API_SECRET);
  return { body: Buffer.from(ours), headers: { ...headers, authorization: token } };
}

const transcription = (ctx, i) =>
  ctx.payloads.elevenLabsTranscript(`conv_${ctx.run}_${ctx.unique()}`, ctx.payloads.userId(i % ctx.users), {
    secret: ELEVENLABS_WEBHOOK_SECRET,
  });

export default {
  name: 'colloquy',
  scenarios: {
    'webhook-livekit': {
      request: (ctx) => ({ method: 'POST', path: '/api/webhooks/livekit', ...egressEnded(ctx) }),
    },
    'webhook-elevenlabs': {
      request: (ctx, i) => ({ method: 'POST', path: '/webhooks/elevenlabs', ...transcription(ctx, i) }),
    },
  },
};
