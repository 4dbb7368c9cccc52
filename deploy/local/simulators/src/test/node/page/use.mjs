// Starts interviews on the test page, breaks one, reads the transcript; the last start is done with the keyboard alone.
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const seen = { problems: [], overflow: {} };

async function open(width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (failure) => seen.problems.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && seen.problems.push(message.text()));
  page.on('request', (request) => request.url().startsWith(process.env.SIMULATORS) || seen.problems.push(request.url()));
  await page.goto(process.env.SIMULATORS);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

async function widest(page, width) {
  seen.overflow[width] = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

const page = await open(1280, 900);
await page.getByLabel('Candidate').selectOption('short');
await page.getByRole('button', { name: 'Start', exact: true }).click();
await page.getByRole('button', { name: /^Hang up: conv_/ }).click();
await page.getByRole('log').locator('li').first().waitFor();
seen.transcript = await page.getByRole('log').locator('p').allTextContents();

await page.getByLabel('OpenAI call').check();
await page.getByRole('button', { name: 'Start', exact: true }).click();
await page.getByText(/^rtc_\w+ is on\.$/).waitFor();
await page.getByRole('log').getByText('Goodbye!').waitFor();
await page.getByRole('log').locator('li.candidate').nth(4).waitFor();
seen.callTranscript = await page.getByRole('log').locator('p').allTextContents();
await page.getByRole('button', { name: /^Lose the network: rtc_/ }).click();
await page.getByRole('button', { name: /^Lose the network: rtc_/ }).waitFor({ state: 'detached' });

await page.getByLabel('Where').selectOption('livekit.webhook');
await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('drop');
await page.getByLabel('Only if the event is').fill('participant_*');
await page.getByRole('button', { name: 'Arm', exact: true }).click();
await page.getByText('drop at livekit.webhook').first().waitFor();
await page.getByLabel('LiveKit room').check();
await page.getByRole('button', { name: 'Start', exact: true }).click();
await page.getByText('drop at livekit.webhook: participant_joined').waitFor();
await page.getByText('webhook room_started').waitFor();
seen.struck = await page.locator('#struck li').allTextContents();
await page.getByRole('button', { name: 'Clear all' }).click();
await page.getByText('drop at livekit.webhook').first().waitFor({ state: 'detached' });
await widest(page, 1280);
await page.close();

const phone = await open(390, 844);
await phone.getByLabel('ElevenLabs conversation').focus();
for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Enter']) {
  await phone.keyboard.press(key);
}
await phone.getByText(/^conv_\w+ is on\.$/).waitFor();
await widest(phone, 390);
await browser.close();
console.log(JSON.stringify(seen));
