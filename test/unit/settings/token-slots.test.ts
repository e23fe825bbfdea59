import { describe, expect, test } from 'vitest';
import { hubSources } from '../../../src/background/state/snapshot.ts';
import {
  endpointToken,
  HUGGING_FACE_SOURCE,
  type Secret,
  slotOfProvider,
  takesEndpointToken,
  tokenBoundTo,
} from '../../../src/settings/index.ts';
import { OWN_HUB, secretOf, settingsWith, snapshotWith } from '../background/snapshots.ts';

const bound = secretOf('secret-token', { origin: 'https://mine.example' });
const at = (apiUrl: string, endpoint: Secret = bound) =>
  [settingsWith({ huggingface: { apiUrl } }), { endpoint }] as const;

describe('the token for the user’s own API URL', () => {
  test.each(['https://mine.example', 'https://mine.example/models/x', 'https://MINE.example:443/?a'])(
    'goes to the origin it was saved for: %s',
    (apiUrl) => {
      expect(endpointToken(...at(apiUrl))).toBe('secret-token');
    },
  );

  test.each([
    'https://other.example',
    'https://mine.example.evil.example',
    'https://sub.mine.example',
    'https://mine.example:8443',
    'http://mine.example',
    'not a url',
    '',
  ])('and not to %j', (apiUrl) => {
    expect(endpointToken(...at(apiUrl))).toBeUndefined();
  });

  test('goes nowhere when it was saved for no origin', () => {
    expect(endpointToken(...at('', secretOf('secret-token')))).toBeUndefined();
    expect(endpointToken(...at('https://mine.example', secretOf('secret-token')))).toBeUndefined();
    expect(tokenBoundTo('https://mine.example', undefined)).toBeUndefined();
  });
});

describe('a hub’s token', () => {
  const sources = (url: string, origin: string) =>
    hubSources(
      snapshotWith({
        settings: settingsWith({ sources: [{ ...OWN_HUB, url }, HUGGING_FACE_SOURCE] }),
        secrets: { 'source:own': secretOf('hub-token', { origin }), huggingface: secretOf('hf_inference') },
      }),
    );

  test('goes with its source, and no other token does', () => {
    const [own, huggingFace] = sources('https://hub.example.org/kohaku', 'https://hub.example.org');
    expect(own?.token).toBe('hub-token');
    expect(huggingFace).not.toHaveProperty('token');
  });

  test('stays behind when its source moved to another origin', () => {
    expect(sources('https://moved.example.org', 'https://hub.example.org')[0]).not.toHaveProperty('token');
  });
});

test('place in the list is priority; what may not be asked counts as switched off and keeps its pins', () => {
  const off = hubSources(snapshotWith({ allowed: { huggingface: true } }));
  expect(off).toMatchObject([
    { id: 'own', priority: 0, enabled: false, namespaces: ['me'] },
    { id: 'huggingface', priority: 1, enabled: true },
  ]);
  const disabled = snapshotWith({ settings: settingsWith({ sources: [{ ...OWN_HUB, enabled: false }] }) });
  expect(hubSources(disabled)[0]?.enabled).toBe(false);
});

describe('which token an attempt was made with', () => {
  test.each([
    ['huggingface', '', 'huggingface'],
    ['puter', '', 'puter'],
    ['puter', 'https://mine.example', 'puter'],
    ['huggingface', 'https://mine.example', 'endpoint'],
    ['huggingface', 'https://other.example', undefined],
    ['huggingface', 'https://router.huggingface.co/nscale/v1', 'huggingface'],
  ] as const)('%s with the address %j: %s', (name, apiUrl, slot) => {
    expect(slotOfProvider(name, ...at(apiUrl))).toBe(slot);
    if (name === 'huggingface')
      expect(takesEndpointToken(settingsWith({ huggingface: { apiUrl } }))).toBe(slot !== 'huggingface');
  });
});
