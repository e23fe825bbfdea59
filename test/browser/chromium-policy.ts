import type { Browser } from 'puppeteer-core';

const TEST_PAGE = 'chrome://policy/test';
/** Chromium's numbers for a mandatory policy, for the machine, from the platform. */
const MANDATORY = { level: 1, scope: 1, source: 2 };

/**
 * Sets what an administrator set for an extension (`storage.managed`), through Chromium's own page for trying
 * policies: nothing on the machine is touched. False where there is no such page, as in Google's own stable
 * Chrome, which shows another page there.
 */
export async function setChromiumPolicy(
  browser: Browser,
  extensionId: string,
  data: object,
): Promise<boolean> {
  const page = await browser.newPage();
  await page.goto(TEST_PAGE);
  const isThere = (await page.$('policy-test-table')) !== null;
  if (isThere) {
    const policies = Object.entries(data).map(([name, value]) => ({
      ...MANDATORY,
      namespace: extensionId,
      name,
      value,
    }));
    const given = JSON.stringify(JSON.stringify(policies));
    // As text, since a test runner would rewrite the import.
    await page.evaluate(
      `import('chrome://resources/js/cr.js').then((cr) => cr.sendWithPromise('setLocalTestPolicies', ${given}, ''))`,
    );
  }
  await page.close();
  return isThere;
}
