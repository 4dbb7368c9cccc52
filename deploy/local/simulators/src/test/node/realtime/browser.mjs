// A browser with a fake microphone, and a page that places one realtime call.
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const script = readFileSync(new URL('page.mjs', import.meta.url), 'utf8');

/** Two seconds of a 440 Hz tone, which the browser repeats: the page speaks by opening its microphone. */
function microphone() {
  const rate = 48_000;
  const samples = 2 * rate;
  const wav = Buffer.alloc(44 + 2 * samples);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + 2 * samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(2 * rate, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(2 * samples, 40);
  for (let i = 0; i < samples; i++) {
    wav.writeInt16LE(Math.round(10_000 * Math.sin((2 * Math.PI * 440 * i) / rate)), 44 + 2 * i);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'microphone-')), 'tone.wav');
  writeFileSync(file, wav);
  return file;
}

export async function openBrowser() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Interview</title>');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      `--use-file-for-fake-audio-capture=${microphone()}`,
    ],
  });
  return {
    /** A page of this address, or an empty one, that can place a call even if its policy would not let it. */
    async openPage(address = `http://127.0.0.1:${server.address().port}/`) {
      const opened = await browser.newPage({ bypassCSP: true });
      opened.on('pageerror', (failure) => console.error('page:', failure));
      await opened.addInitScript({ content: script });
      await opened.goto(address);
      return opened;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
