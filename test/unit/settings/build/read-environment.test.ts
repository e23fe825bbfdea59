import { expect, test } from 'vitest';
import { parseSourceUrl } from '../../../../src/hub/index.ts';
import { readEnvironment } from '../../../../src/settings/build/read-environment.ts';
import { parseDeployerDefaults } from '../../../../src/settings/index.ts';

const NAMES = ['ENABLED', 'CACHE_TTL', 'TIMEOUT', 'MAX_CONCURRENT', 'SOURCES'] as const;
const environment = (values: Partial<Record<(typeof NAMES)[number], string>>) =>
  readEnvironment(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`KOHAKU_HUB_FALLBACK_${name}`, value])),
    (url) => parseSourceUrl(url).problem,
  );

test('the five names of seed 000 become what managed policy would say', () => {
  const source = {
    url: 'https://hub.example.org',
    name: 'Ours',
    source_type: 'kohakuhub',
    priority: 1,
    namespaces: ['us'],
  };
  const read = environment({
    ENABLED: 'False',
    CACHE_TTL: '600',
    TIMEOUT: '20',
    MAX_CONCURRENT: '8',
    SOURCES: JSON.stringify([source]),
  });
  expect(read).toEqual({
    enabled: false,
    cacheTtlSeconds: 600,
    timeoutSeconds: 20,
    maxConcurrent: 8,
    sources: [source],
  });
  expect(parseDeployerDefaults(read)).toEqual({
    values: { hub: { enabled: false, cacheTtlSeconds: 600, timeoutMs: 20_000, maxConcurrent: 8 } },
    sources: [
      {
        id: 'shipped:https://hub.example.org',
        name: 'Ours',
        url: 'https://hub.example.org',
        type: 'kohakuhub',
        enabled: true,
        namespaces: ['us'],
      },
    ],
    locked: [],
  });
});

test('what is not set, or empty, says nothing; other names are none of ours', () => {
  const others = { PATH: '/bin', KOHAKU_HUB_FALLBACK_ENABLED: ' ', KOHAKU_HUB_FALLBACK_OTHER: '1' };
  expect(readEnvironment(others, () => undefined)).toEqual({});
});

test.each([
  [{ ENABLED: 'yes' }, /ENABLED must be "true" or "false"/],
  [{ CACHE_TTL: '5m' }, /CACHE_TTL must be a whole number; it is "5m"/],
  [{ TIMEOUT: '-1' }, /TIMEOUT must be a whole number/],
  [{ TIMEOUT: '3600' }, /TIMEOUT is out of range/],
  [{ MAX_CONCURRENT: '0' }, /MAX_CONCURRENT is out of range/],
  [{ SOURCES: 'https://hub.example.org' }, /SOURCES must be a JSON list/],
  [{ SOURCES: '{"url":"https://hub.example.org"}' }, /SOURCES must be a JSON list/],
  [{ SOURCES: '["https://hub.example.org"]' }, /needs a "url"/],
  [{ SOURCES: '[{"name":"Ours"}]' }, /needs a "url"/],
  [{ SOURCES: '[null]' }, /needs a "url"/],
  [{ SOURCES: '[{"url":"hub.example.org"}]' }, /no hub/],
  [{ SOURCES: '[{"url":"https://hub.example.org","source_type":"gitlab"}]' }, /no hub/],
  [{ SOURCES: '[{"url":"https://hub.example.org?a=1"}]' }, /no hub/],
  [{ SOURCES: '[{"url":7}]' }, /no hub/],
  [{ SOURCES: '[{"url":"http://hub.example.org"}]' }, /plain http .* use https:\/\//],
  [{ SOURCES: '[{"url":"https://a.example.org"},{"url":"http://8.8.8.8:80"}]' }, /plain http/],
])('%j stops the build with a sentence', (values, sentence) => {
  expect(() => environment(values)).toThrow(sentence);
});

test.each([
  '[{"url":"https://hub.example.org","token":"hf_secret"}]',
  '[{"url":"https://me:hf_secret@hub.example.org"}]',
])('a token is refused, and not repeated: %s', (SOURCES) => {
  let message = '';
  try {
    environment({ SOURCES });
  } catch (thrown) {
    message = String(thrown);
  }
  expect(message).toContain('holds a token');
  expect(message).not.toContain('hf_secret');
});

test.each(['http://localhost:28080', 'http://10.1.2.3', 'http://[::1]:1', 'http://nas.local'])(
  'plain http is for this machine and private networks: %s',
  (url) => {
    const entry = { url, source_type: 'kohakuhub' };
    expect(environment({ SOURCES: JSON.stringify([entry]) }).sources).toEqual([entry]);
  },
);

test('an empty token is none', () => {
  expect(environment({ SOURCES: '[{"url":"https://hub.example.org","token":""}]' }).sources).toHaveLength(1);
});
