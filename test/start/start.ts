/** `npm start`: see the extension at work. What happens depends on the display; `--live` uses the real services. */
import { findBrowser } from '../browser/find-browser.ts';
import { ensureBuild } from './build.ts';
import { runMainJob } from './main-job.ts';
import { say } from './report.ts';
import { hasDisplay, showAgainstLab, showLive } from './show-browser.ts';

/** The environment can name a display that is not there. */
async function runWithoutDisplay(problem: unknown): Promise<void> {
  if (!/X server|display/i.test(String(problem))) throw problem;
  say('The display cannot be opened; going on without one.');
  await runMainJob();
}

async function start(): Promise<void> {
  const isLive = process.argv.includes('--live');
  const isVisible = hasDisplay();
  if (isLive && !isVisible) {
    throw new Error('--live needs a display, because you have to connect your own accounts in the browser.');
  }
  await ensureBuild();
  say(`Browser: ${await findBrowser('chromium')}`);
  if (isLive) await showLive();
  else if (isVisible) await showAgainstLab().catch(runWithoutDisplay);
  else await runMainJob();
}

try {
  await start();
} catch (error) {
  console.error(`\nThat did not work: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
