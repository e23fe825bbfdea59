import { expect, test } from 'vitest';
import { NOBODY, PAGES, tryToAsk } from '../support/try-to-ask.ts';
import { stage } from './stage.ts';

test('no page of the extension asks anybody in Firefox', async () => {
  for (const name of PAGES) {
    const page = await stage.firefox.openPage(`/${name}.html`);
    expect([name, await tryToAsk(page)]).toEqual([name, NOBODY]);
  }
  expect(stage.lab.requestsTo('huggingface.co', 'whoami')).toEqual([]);
});
