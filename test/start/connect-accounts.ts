import type { Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium.ts';

/** Tokens that only the lab takes. */
const TOKENS = { 'Hugging Face token': 'hf_sample_of_the_lab', 'Puter token': 'puter-sample-of-the-lab' };

async function save(page: Page, name: string, token: string): Promise<void> {
  const box = await page.waitForSelector(`::-p-aria([name="${name}"][role="textbox"])`, { timeout: 60_000 });
  await box?.type(token);
  await page.keyboard.press('Enter');
  // Once saved, the box gives way to the token's last characters.
  const ending = token.slice(-4);
  await page.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 60_000 }, ending);
}

/** Connects sample accounts in the options page, by typing as a person would. */
export async function connectAccounts(chromium: Chromium): Promise<void> {
  const page = await chromium.openPage('/options.html');
  for (const [name, token] of Object.entries(TOKENS)) await save(page, name, token);
  await page.close();
}
