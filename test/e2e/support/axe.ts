import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

interface Look {
  scheme: 'light' | 'dark';
  width: number;
}

/** Colour schemes and widths to test, each covered once. */
export const POPUP_LOOKS: readonly Look[] = [
  { scheme: 'light', width: 400 },
  { scheme: 'dark', width: 360 },
];
export const OPTIONS_LOOKS: readonly Look[] = [
  { scheme: 'light', width: 1100 },
  { scheme: 'dark', width: 360 },
];

/** What axe-core finds on the page as it is now, one line for each finding: by all of its rules, or by the given ones. */
export async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (only) => {
    // Waits for transitions to end, since colours are wrong meanwhile; endless animations are not waited for.
    const fades = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(fades.map((one) => one.finished.catch(() => undefined)));
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    return runner.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: only } }),
    });
  }, rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id} (${help}): ${html}\n  ${failureSummary}`),
  );
}

/** The elements that are wider than the page, which then scrolls sideways. */
function overflowOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...wide.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 200)),
    ];
  });
}

/** What is wrong with the page as it is, in each of the looks. An empty list means that nothing is wrong. */
export async function findBarriers(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  const { height = 640, width } = page.viewport() ?? { height: 640, width: 1100 };
  for (const look of looks) {
    await page.setViewport({ width: look.width, height });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look.scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const where = `${look.scheme}, ${look.width} px: `;
    found.push(...[...(await overflowOn(page)), ...(await violationsOn(page))].map((line) => where + line));
  }
  await page.setViewport({ width, height });
  return found;
}
