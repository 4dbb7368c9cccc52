import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';

const { BODY, SIGNATURE, ELEVENLABS_WEBHOOK_SECRET } = process.env;
const { webhooks } = new ElevenLabsClient({ apiKey: 'not needed' });

const verdict = (secret) =>
  webhooks.constructEvent(BODY, SIGNATURE, secret).then(
    ({ type, event_timestamp }) => ({ type, event_timestamp }),
    ({ message }) => ({ message }),
  );

console.log(
  JSON.stringify({ right: await verdict(ELEVENLABS_WEBHOOK_SECRET), wrong: await verdict('another secret') }),
);
