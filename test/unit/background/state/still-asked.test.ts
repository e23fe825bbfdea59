import { expect, test } from 'vitest';
import { hubSources } from '../../../../src/background/state/snapshot.ts';
import { askWhileListed } from '../../../../src/background/state/still-asked.ts';
import { HUGGING_FACE_SOURCE } from '../../../../src/settings/index.ts';
import { OWN_HUB, secretOf, settingsWith, snapshotWith } from '../snapshots.ts';

const withToken = { 'source:own': secretOf('hub-token', { origin: 'https://hub.example.org' }) };
const before = snapshotWith({ secrets: withToken });
const sources = (change: object) =>
  settingsWith({ sources: [{ ...OWN_HUB, ...change }, HUGGING_FACE_SOURCE] });

/** The second page of a listing, asked after something changed. */
async function secondPage(
  after: ReturnType<typeof snapshotWith> | undefined,
  url = `${OWN_HUB.url}/api/x?page=2`,
) {
  const sent: string[] = [];
  const fetch = async (asked: string) => {
    sent.push(asked);
    return new Response('[]');
  };
  const ask = askWhileListed(fetch, hubSources(before), () => after);
  const response = await ask(url, { headers: { Authorization: 'Bearer hub-token' } });
  return { sent: sent.length, status: response.status };
}

test.each([
  ['switched off', snapshotWith({ secrets: withToken, settings: sources({ enabled: false }) })],
  ['moved', snapshotWith({ secrets: withToken, settings: sources({ url: 'https://else.example' }) })],
  [
    'moved within its origin',
    snapshotWith({ secrets: withToken, settings: sources({ url: 'https://hub.example.org/b' }) }),
  ],
  [
    'removed',
    snapshotWith({ secrets: withToken, settings: settingsWith({ sources: [HUGGING_FACE_SOURCE] }) }),
  ],
  ['not allowed any more', snapshotWith({ secrets: withToken, allowed: { huggingface: true } })],
  ['without its token', snapshotWith()],
  [
    'with another token',
    snapshotWith({ secrets: { 'source:own': secretOf('new', { origin: 'https://hub.example.org' }) } }),
  ],
])('a hub that is %s gets no further request', async (_, after) => {
  expect(await secondPage(after)).toEqual({ sent: 0, status: 499 });
});

test.each([
  ['nothing changed', before],
  [
    'another was switched off',
    snapshotWith({ secrets: withToken, settings: settingsWith({ sources: [OWN_HUB] }) }),
  ],
  ['it was renamed', snapshotWith({ secrets: withToken, settings: sources({ name: 'Ours' }) })],
  ['nothing was read yet', undefined],
])('when %s, it is asked on', async (_, after) => {
  expect(await secondPage(after)).toEqual({ sent: 1, status: 200 });
});

test('what is no request to a source is none of its business', async () => {
  expect(await secondPage(snapshotWith({ allowed: {} }), 'https://avatars.example/a.png')).toMatchObject({
    sent: 1,
  });
});
