import { expect, test } from 'vitest';
import { launchChromiumWithoutDebugger } from '../browser/chromium-without-debugger.ts';
import { startLab } from '../lab/lab.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { CHROMIUM_BUILD } from './support/world.ts';

/** Longer than the 30 s after which an idle worker is stopped. */
const ANSWER_AFTER_MS = 45_000;

test('an answer after 45 s, no debugger attached and the popup closed: the picture is there', async () => {
  const lab = await startLab();
  const chromium = await launchChromiumWithoutDebugger({ lab, extensionDir: CHROMIUM_BUILD });
  try {
    lab.answer({ host: 'router.huggingface.co' }, [{ delayMs: ANSWER_AFTER_MS, of: 'pass' }]);
    const page = await chromium.openPopup();
    const session = await page.attach();
    await session.waitFor('textarea');
    const message = (name: string, payload: object) =>
      session.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, payload })})`);
    await message('saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await message('updateSettings', { patch: { huggingface: { timeoutMs: 120_000 } } });
    await message('generate', { request: { prompt: 'worth the wait', style: 'none' }, origin: 'popup' });
    await lab.waitForRequest(({ host }) => host === 'router.huggingface.co');
    await session.detach();
    await page.close();

    const asked = await lab.waitForRequest(
      ({ host, answeredAt, closedEarly }) =>
        host === 'router.huggingface.co' && (answeredAt !== undefined || closedEarly),
      { timeoutMs: ANSWER_AFTER_MS + 60_000 },
    );
    expect(asked.closedEarly).toBe(false);
    const again = await (await chromium.openPopup()).attach();
    await again.waitFor('figure[data-provider="huggingface"] img');
    expect(lab.requestsTo('router.huggingface.co')).toHaveLength(1);
    await again.detach();
  } finally {
    await chromium.close();
    await lab.close();
  }
});
