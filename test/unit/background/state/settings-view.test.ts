import { expect, test } from 'vitest';
import { toSettingsView, toTokenView } from '../../../../src/background/state/settings-view.ts';
import { HUGGING_FACE_SOURCE } from '../../../../src/settings/index.ts';
import { OWN_HUB, secretOf, settingsWith, snapshotWith } from '../snapshots.ts';

const TOKENS = [
  'hf_AAAAAAAAAAAAAA1111',
  'pt_BBBBBBBBBBBBBB2222',
  'ep_CCCCCCCCCCCCCC3333',
  'kh_DDDDDDDDDDDDDD4444',
  'short',
];
const [huggingface = '', puter = '', endpoint = '', own = '', short = ''] = TOKENS;
const full = snapshotWith({
  settings: settingsWith({
    huggingface: { apiUrl: 'https://mine.example/models/x' },
    sources: [OWN_HUB, HUGGING_FACE_SOURCE],
  }),
  secrets: {
    huggingface: secretOf(huggingface, { account: 'fox' }),
    puter: secretOf(puter, { verdict: 'unchecked' }),
    endpoint: secretOf(endpoint, { origin: 'https://mine.example' }),
    'source:own': secretOf(own, { verdict: 'invalid', origin: 'https://hub.example.org' }),
    'source:huggingface': secretOf(short, { origin: 'https://huggingface.co' }),
  },
  allowed: { own: false, huggingface: true },
  locked: ['hub.enabled'],
});

test('no token is anywhere in what pages are told', () => {
  const told = JSON.stringify(toSettingsView(full));
  for (const token of TOKENS) expect(told).not.toContain(token);
  // Not even most of one.
  for (const token of TOKENS) expect(told).not.toContain(token.slice(0, 5));
});

test('tokens are told by their end and what is known of them', () => {
  const view = toSettingsView(full);
  expect(view.huggingface.token).toEqual({ endsIn: '1111', verdict: 'valid', account: 'fox' });
  expect(view.puter.token).toEqual({ endsIn: '2222', verdict: 'unchecked' });
  expect(view.huggingface.endpointToken).toEqual({ endsIn: '3333', verdict: 'valid' });
  expect(view.sources.map(({ token }) => token)).toEqual([
    { endsIn: '4444', verdict: 'invalid' },
    { endsIn: '····', verdict: 'valid' },
  ]);
});

test.each([
  ['elevenchars', '····'],
  ['twelve-chars', 'hars'],
])('of a short token nothing is shown: %s', (token, endsIn) => {
  expect(toTokenView(secretOf(token)).endsIn).toBe(endsIn);
});

test('sources say whether they may be asked and whether they may be changed', () => {
  expect(toSettingsView(full).sources).toMatchObject([
    { ...OWN_HUB, allowed: false, locked: false },
    { ...HUGGING_FACE_SOURCE, allowed: true, locked: false },
  ]);
  const locked = toSettingsView(snapshotWith({ locked: ['sources'], allowed: {} }));
  expect(locked.sources.map((source) => [source.allowed, source.locked])).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(locked.locked).toEqual(['sources']);
});

test('a token that belongs to another origin is shown as none: it is sent nowhere', () => {
  const elsewhere = { origin: 'https://elsewhere.example' };
  const view = toSettingsView({
    ...full,
    secrets: { endpoint: secretOf(endpoint, elsewhere), 'source:own': secretOf(own, elsewhere) },
  });
  expect(view.huggingface).not.toHaveProperty('endpointToken');
  expect(view.sources[0]).not.toHaveProperty('token');
});

test('without tokens there is none to show', () => {
  const view = toSettingsView(snapshotWith());
  expect(view.huggingface).not.toHaveProperty('token');
  expect(view.huggingface).not.toHaveProperty('endpointToken');
  expect(view.puter).not.toHaveProperty('token');
  expect(view.sources[0]).not.toHaveProperty('token');
});
