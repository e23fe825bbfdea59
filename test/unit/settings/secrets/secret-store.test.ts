import { expect, test } from 'vitest';
import type { Secret } from '../../../../src/settings/index.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { secretStore } from '../secret-bench.ts';

const secret = (token: string, change: Partial<Secret> = {}): Secret => ({
  token,
  verdict: 'unchecked',
  ...change,
});

test('saves, replaces and removes by slot', async () => {
  const store = secretStore(memoryArea());
  await store.save('puter', secret('one'));
  await store.save(
    'source:a',
    secret('two', { origin: 'https://a.example', account: 'me', verdict: 'valid' }),
  );
  await store.save('puter', secret('three'));
  expect(await store.all()).toEqual({
    puter: secret('three'),
    'source:a': secret('two', { origin: 'https://a.example', account: 'me', verdict: 'valid' }),
  });
  await store.remove('puter');
  await store.remove('nobody');
  expect(Object.keys(await store.all())).toEqual(['source:a']);
});

test('many saves at once lose nothing', async () => {
  const store = secretStore(memoryArea());
  const slots = Array.from({ length: 20 }, (_, index) => `source:${index}`);
  await Promise.all([...slots.map((slot) => store.save(slot, secret(slot))), store.remove('source:7')]);
  expect(Object.keys(await store.all()).toSorted()).toEqual(
    slots.filter((slot) => slot !== 'source:7').toSorted(),
  );
});

test('what is said of a token is noted of that token alone, as it is bound by then', async () => {
  const store = secretStore(memoryArea());
  await store.save('endpoint', secret('one', { origin: 'https://a.example' }));
  const again = store.save('endpoint', secret('one', { origin: 'https://b.example' }));
  expect(await store.note('endpoint', 'one', { verdict: 'valid', account: 'me' })).toBe(true);
  await again;
  const noted = secret('one', { origin: 'https://b.example', verdict: 'valid', account: 'me' });
  expect(await store.all()).toEqual({ endpoint: noted });

  const newer = store.save('endpoint', secret('two'));
  expect(await store.note('endpoint', 'one', { verdict: 'invalid' })).toBe(false);
  await newer;
  expect(await store.all()).toEqual({ endpoint: secret('two') });
  expect(await store.note('puter', 'one', { verdict: 'invalid' })).toBe(false);
});

test('a save that fails is told, and keeps nobody from saving after it', async () => {
  const area = memoryArea();
  const store = secretStore(area);
  area.beforeSet = () => {
    throw new Error('Disk full');
  };
  await expect(store.save('puter', secret('one'))).rejects.toThrow('Disk full');
  area.beforeSet = () => undefined;
  await store.save('huggingface', secret('two'));
  expect(await store.all()).toEqual({ huggingface: secret('two') });
});

test.each([null, 'text', 7, [], ['x'], { puter: 'raw-token' }, { puter: { token: 7 } }, { puter: null }])(
  '%j in storage holds no secret',
  async (secrets) => {
    expect(await secretStore(memoryArea({ secrets })).all()).toEqual({});
  },
);

test('what can be read beside the corrupt is kept, and doubtful parts fall back', async () => {
  const store = secretStore(
    memoryArea({ secrets: { puter: { token: 'kept', verdict: 'wonderful', account: 7 }, huggingface: 3 } }),
  );
  await store.save('endpoint', secret('new'));
  expect(await store.all()).toEqual({ puter: secret('kept'), endpoint: secret('new') });
});

test.each(['text', 7, ['x'], null])(
  '%j in its place is told, and set aside before something is saved over it',
  async (secrets) => {
    const area = memoryArea({ secrets });
    const store = secretStore(area);
    expect(await store.damaged()).toBe(true);
    await store.save('puter', secret('one'));
    expect(area.snapshot()).toEqual({ secrets: { puter: secret('one') }, 'secrets:rescued': secrets });
    expect(await store.damaged()).toBe(false);
  },
);

test('one that cannot be read beside others is told, and stays where it is; nothing at all is no damage', async () => {
  const area = memoryArea({ secrets: { puter: 'raw-token', huggingface: secret('one') } });
  const store = secretStore(area);
  expect(await store.damaged()).toBe(true);
  await store.save('endpoint', secret('two'));
  expect(area.snapshot()).toEqual({
    secrets: { puter: 'raw-token', huggingface: secret('one'), endpoint: secret('two') },
  });
  expect(await secretStore(memoryArea()).damaged()).toBe(false);
});
