// OpenAI's own SDK unwraps webhooks. Prints for each call what it is, or why it is refused.
import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'not needed', webhookSecret: process.env.SECRET });

const verdict = ({ body, headers }) =>
  client.webhooks.unwrap(body, headers).then(
    ({ type }) => type,
    (refused) => (refused.message.includes('too old') ? refused.message : refused.constructor.name),
  );

const verdicts = {};
for (const hook of JSON.parse(process.env.HOOKS)) {
  verdicts[JSON.parse(hook.body).data.call_id] = await verdict(hook);
}
console.log(JSON.stringify(verdicts));
