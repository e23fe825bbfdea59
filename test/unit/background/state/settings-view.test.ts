import { expect, test } from 'vitest';
import { toSettingsView, toTokenView } from '../../../../src/background/state/settings-view.ts';
import { sourceViews } from '../../../../src/messages/index.ts';
import { HUGGING_FACE_SOURCE } from '../../../../src/settings/index.ts';
import { currentWith, OWN_HUB, secretOf, settingsWith } from '../snapshots.ts';

const TOKENS = [
  'hf_AAAAAAAAAAAAAA1111',
  'pt_BBBBBBBBBBBBBB2222',
  'ep_CCCCCCCCCCCCCC3333',
  'kh_DDDDDDDDDDDDDD4444',
  'short',
];
const [huggingface = '', puter = '', endpoint = '', own = '', short = ''] = TOKENS;
const full = currentWith({
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
  // Not even a large part of a token is shown.
  for (const token of TOKENS) expect(told).not.toContain(token.slice(0, 5));
});

test('tokens are told by their end and what is known of them', () => {
  expect(toSettingsView(full).tokens).toEqual({
    huggingface: { endsIn: '1111', verdict: 'valid', account: 'fox' },
    puter: { endsIn: '2222', verdict: 'unchecked' },
    endpoint: { endsIn: '3333', verdict: 'valid' },
    'source:own': { endsIn: '4444', verdict: 'invalid' },
    'source:huggingface': { endsIn: '····', verdict: 'valid' },
  });
});

test.each([
  ['elevenchars', '····'],
  ['twelve-chars', 'hars'],
])('of a short token nothing is shown: %s', (token, endsIn) => {
  expect(toTokenView(secretOf(token)).endsIn).toBe(endsIn);
});

test('sources say whether they may be asked and whether they may be changed', () => {
  expect(sourceViews(toSettingsView(full))).toMatchObject([
    { ...OWN_HUB, allowed: false, locked: false, token: { endsIn: '4444' } },
    { ...HUGGING_FACE_SOURCE, allowed: true, locked: false },
  ]);
  const locked = toSettingsView(currentWith({ locked: ['sources'], allowed: {} }));
  expect(sourceViews(locked).map((source) => [source.allowed, source.locked])).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(locked.locked).toEqual(['sources']);
});

test('a token that belongs to another origin is shown as none: it is sent nowhere', () => {
  const elsewhere = { origin: 'https://elsewhere.example' };
  const secrets = {
    endpoint: secretOf(endpoint, elsewhere),
    'source:own': secretOf(own, elsewhere),
    'source:gone': secretOf(own, elsewhere),
  };
  expect(toSettingsView({ ...full, secrets }).tokens).toEqual({});
});

test('without tokens there is none to show', () => {
  expect(toSettingsView(currentWith()).tokens).toEqual({});
});
