import { readFileSync } from 'node:fs';
import { WebhookReceiver } from 'livekit-server-sdk';

const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
const receiver = new WebhookReceiver(LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
const hooks = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const events = [];
for (const { body, authorization } of hooks) {
  const event = await receiver.receive(body, authorization);
  events.push({ event: event.event, id: event.id, room: event.room?.name, identity: event.participant?.identity, egress: event.egressInfo?.egressId });
}

const refuses = async (body, authorization) => receiver.receive(body, authorization).then(
  () => false,
  () => true,
);
const [{ body, authorization }] = hooks;
console.log(
  JSON.stringify({
    events,
    refusesChangedBytes: await refuses(`${body} `, authorization),
    refusesReprinted: await refuses(JSON.stringify(JSON.parse(body), null, 1), authorization),
    refusesBearer: await refuses(body, `Bearer ${authorization}`),
  }),
);
