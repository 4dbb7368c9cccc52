// What a load client sends for each scenario: method, path, headers and body of one request. `ctx` is the client's: `run` names
// the run, `unique()` counts, `call` and `callAll` send what is not measured. The address must be session-service's own.
import { randomBytes } from 'node:crypto';

const { OIDC_ISSUER, CLIENT_SECRET_BOOKING_SERVICE, CLIENT_SECRET_INTERVIEWER_AGENT } = process.env;
const USERS = 200;
const ENTRIES = 50;

async function token(form) {
  const response = await fetch(`${OIDC_ISSUER}/token`, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new Error(`no token: ${await response.text()}`);
  return (await response.json()).access_token;
}
const ofClient = (client_id, client_secret) => token({ grant_type: 'client_credentials', client_id, client_secret });

const candidate = await token({
  grant_type: 'password',
  client_id: 'colloquy-cli',
  username: 'candidate@acme',
  password: 'colloquy',
});
const service = await ofClient('booking-service', CLIENT_SECRET_BOOKING_SERVICE);
const agent = await ofClient('interviewer-agent', CLIENT_SECRET_INTERVIEWER_AGENT);

const json = (bearer, value) => ({
  headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
});

/** A UUIDv7 of this moment. */
function interviewId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const saveInterview = (session, conversation) => ({
  method: 'POST',
  path: '/api/save-interview',
  ...json(candidate, {
    client_session_id: session,
    conversation_id: conversation,
    ended_by: 'user',
    agent_id: 'agent_load_interviewer',
  }),
});

const admission = (id) => ({
  method: 'PUT',
  path: `/internal/interviews/${id}/admission`,
  ...json(service, {
    tenant: 'acme',
    candidateId: interviewId(),
    firstName: 'Ada',
    resumeText: 'Ten years of payment systems',
    consent: true,
    provider: 'livekit',
    scheduledAt: new Date().toISOString(),
  }),
});

const entries = (batch) =>
  Array.from({ length: ENTRIES }, (_, i) => ({
    speaker: i % 2 ? 'candidate' : 'ai',
    text: 'We had a deadlock between two transactions that only showed up under load, and the lock graph was the key.',
    timestamp: new Date().toISOString(),
    start_ms: (batch * ENTRIES + i) * 1500,
    confidence: i % 2 ? 0.93 : undefined,
    item_id: `item-${batch}-${i}`,
  }));

export default {
  name: 'colloquy',
  scenarios: {
    'by-session': {
      async prepare(ctx) {
        const sessions = Array.from({ length: 600 }, () => `${ctx.run}-bs-${ctx.unique()}`);
        await ctx.callAll(sessions.map((session) => saveInterview(session, `conv_${session.replaceAll('-', '')}`)));
        return sessions;
      },
      request: (_, i, sessions) => ({
        method: 'GET',
        path: `/api/interviews/by-session/${sessions[i % sessions.length]}`,
        headers: { authorization: `Bearer ${candidate}` },
      }),
      check: (text) => (JSON.parse(text).status ? undefined : 'no status'),
    },
    'save-interview': {
      request(ctx, i) {
        const session = `${ctx.run}-si-${ctx.unique()}`;
        return saveInterview(session, i % 2 ? `conv_${session.replaceAll('-', '')}` : undefined);
      },
    },
    'transcript-batch': {
      async prepare(ctx) {
        const interviews = Array.from({ length: USERS }, interviewId);
        await ctx.callAll(interviews.map(admission));
        return interviews;
      },
      request: (_, i, interviews) => ({
        method: 'POST',
        path: `/api/interviews/${interviews[i % USERS]}/transcript`,
        ...json(agent, { entries: entries(i) }),
      }),
    },
  },
};
