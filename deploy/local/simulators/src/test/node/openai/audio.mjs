import OpenAI, { toFile } from 'openai';

const client = new OpenAI({ maxRetries: 0 });
const input = 'I designed a payment service. It processed two million transactions.';
const speak = async (response_format) =>
  Buffer.from(
    await (
      await client.audio.speech.create({ model: 'gpt-4o-mini-tts', voice: 'marin', input, response_format })
    ).arrayBuffer(),
  );
const transcribe = async (bytes, more) =>
  client.audio.transcriptions.create({
    file: await toFile(bytes, 'answer.wav'),
    model: 'gpt-transcribe',
    ...more,
  });
const refusal = (call) =>
  call().then(
    () => null,
    ({ status, code, param }) => ({ status, code, param }),
  );

const wav = await speak('wav');
const pcm = await speak('pcm');
const whisper = { model: 'whisper-1' };
const silence = Buffer.concat([wav.subarray(0, 44), Buffer.alloc(wav.length - 44)]);
const other = Buffer.concat([wav.subarray(0, 44), Buffer.from(wav.subarray(44)).reverse()]);

const control = `${new URL(process.env.OPENAI_BASE_URL).origin}/control/faults`;
const arm = (order) =>
  fetch(control, { method: 'POST', body: JSON.stringify({ point: 'openai.audio', fault: 'status', ...order }) });
await arm({ status: 503, match: '*/speech' });
await arm({ status: 429, match: '*/transcriptions' });
const struckSpeech = await refusal(() => speak('wav'));
const struckTranscription = await refusal(() => transcribe(wav));
const struckBadly = await refusal(() =>
  client.audio.speech.create(
    { model: 'gpt-4o-mini-tts', voice: 'marin', input, response_format: 'wav' },
    { headers: { 'X-Simulate-Fault': 'refusal' } },
  ),
);
const { struck } = await (await fetch(control)).json();

const streamed = [];
let done = null;
for await (const event of await transcribe(wav, { stream: true })) {
  if (event.type === 'transcript.text.delta') streamed.push(event.delta);
  else done = event;
}

console.log(
  JSON.stringify({
    input,
    struckSpeech,
    struckTranscription,
    struckBadly,
    struck: struck.length,
    riff: wav.subarray(0, 4).toString(),
    wavBytes: wav.length,
    pcmBytes: pcm.length,
    json: await transcribe(wav),
    text: await transcribe(wav, { response_format: 'text' }),
    verbose: await transcribe(wav, {
      ...whisper,
      response_format: 'verbose_json',
      timestamp_granularities: ['word', 'segment'],
    }),
    srt: await transcribe(wav, { ...whisper, response_format: 'srt' }),
    vtt: await transcribe(wav, { ...whisper, response_format: 'vtt' }),
    streamed: { text: streamed.join(''), done },
    silence: (await transcribe(silence)).text,
    other: (await transcribe(other)).text,
    again: (await transcribe(other)).text,
    mp3: await refusal(() => speak('mp3')),
    timedByOther: await refusal(() => transcribe(wav, { response_format: 'verbose_json' })),
    unknownModel: await refusal(() => transcribe(wav, { model: 'gpt-nothing' })),
    unreadable: await refusal(() => transcribe(Buffer.from('no sound'))),
  }),
);
