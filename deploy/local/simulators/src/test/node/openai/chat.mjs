import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 0 });
const messages = [{ role: 'user', content: 'The first sentence is short. The second one is json too.' }];
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'level'],
  properties: { title: { type: 'string' }, level: { type: 'integer', minimum: 3, maximum: 9 } },
};
const json_schema = { name: 'note', strict: true, schema };
const response_format = { type: 'json_schema', json_schema };
const model = 'gpt-4o';

const refusal = async (call) => {
  try {
    await call();
    return null;
  } catch (error) {
    return {
      kind: error.constructor.name,
      status: error.status,
      code: error.code,
      param: error.param,
      requestId: error.requestID,
      retryAfter: error.headers?.get('retry-after'),
    };
  }
};

const faulty = (fault, more) =>
  client.chat.completions.parse({ model, messages, response_format, ...more }, { headers: { 'X-Simulate-Fault': fault } });

const { data: plain, response, request_id } = await client.chat.completions.create({ model, messages }).withResponse();
const parsed = await client.chat.completions.parse({ model, messages, response_format });

const pieces = [];
let usage = null;
let finish = null;
const stream = await client.chat.completions.create({
  model,
  messages,
  stream: true,
  stream_options: { include_usage: true },
});
for await (const chunk of stream) {
  pieces.push(chunk.choices[0]?.delta.content ?? '');
  finish = chunk.choices[0]?.finish_reason ?? finish;
  usage = chunk.usage ?? usage;
}
const final = await client.chat.completions.stream({ model, messages, response_format }).finalChatCompletion();

const responded = await client.responses.parse({ model, input: messages[0].content, text: { format: { type: 'json_schema', ...json_schema } } });
const cut = await client.responses.create(
  { model, input: messages[0].content },
  { headers: { 'X-Simulate-Fault': 'length' } },
);
const models = [];
for await (const each of client.models.list()) models.push(each.id);

const rest = async (fault) => {
  const begun = await client.chat.completions.create(
    { model, messages, stream: true },
    { headers: { 'X-Simulate-Fault': fault } },
  );
  let chunks = 0;
  try {
    for await (const chunk of begun) chunks += chunk.choices.length;
    return { chunks, broken: false };
  } catch (error) {
    return { chunks, broken: true };
  }
};
const arm = (fault) =>
  fetch(`${process.env.SIMULATORS}/control/faults`, { method: 'POST', body: JSON.stringify(fault) });
await arm({ point: 'openai.chat', fault: 'status', status: 503, times: 1 });
const retried = await new OpenAI({ maxRetries: 1 }).chat.completions.create({ model, messages });

console.log(
  JSON.stringify({
    plain: { content: plain.choices[0].message.content, usage: plain.usage, requestId: request_id },
    headers: Object.fromEntries(response.headers),
    jsonObject: JSON.parse(
      (await client.chat.completions.create({ model, messages, response_format: { type: 'json_object' } })).choices[0]
        .message.content,
    ),
    parsed: parsed.choices[0].message.content,
    stream: { text: pieces.join(''), pieces: pieces.length, usage, finish },
    finalStream: { content: final.choices[0].message.content, finish: final.choices[0].finish_reason },
    responded: { text: responded.output_text, parsed: responded.output_parsed, usage: responded.usage },
    cut: { status: cut.status, details: cut.incomplete_details },
    models,
    model: await client.models.retrieve('gpt-transcribe'),
    refused: (await faulty('refusal')).choices[0].message,
    tooLong: (await client.chat.completions.create({ model, messages, max_completion_tokens: 3 })).choices[0],
    length: await refusal(() => faulty('length')),
    filtered: await refusal(() => faulty('content_filter')),
    retried: retried.choices[0].message.content,
    streamCut: await rest('disconnect; bytes=700'),
    halfJson: await refusal(() => faulty('halfJson')),
    waiting: await refusal(() => faulty('429; retryAfter=7')),
    rateLimited: await refusal(() => faulty('429')),
    broken: await refusal(() => faulty('503')),
    wrongKey: await refusal(() => new OpenAI({ apiKey: 'wrong', maxRetries: 0 }).models.list()),
    unknownModel: await refusal(() => client.models.retrieve('gpt-nothing')),
    notStrict: await refusal(() =>
      client.chat.completions.create({
        model,
        messages,
        response_format: { type: 'json_schema', json_schema: { ...json_schema, schema: { ...schema, required: [] } } },
      }),
    ),
  }),
);
