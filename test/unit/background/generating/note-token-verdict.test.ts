import { expect, test } from 'vitest';
import { noteTokenVerdict } from '../../../../src/background/generating/note-token-verdict.ts';
import type { ProviderResult } from '../../../../src/generation/index.ts';
import type { Secret } from '../../../../src/settings/index.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { secretStore } from '../../settings/secret-bench.ts';
import { secretOf } from '../snapshots.ts';

const made: ProviderResult = { success: true, image: 'data:' };
const failed = (code: 'UNAUTHORIZED' | 'TIMEOUT'): ProviderResult => ({
  success: false,
  error: { code, message: '', shouldFallback: false },
});

async function noted(used: Secret, stored: Secret, result: ProviderResult, slot: 'puter' | 'none' = 'puter') {
  const area = memoryArea({ secrets: { puter: stored } });
  let announced = 0;
  const announceSettings = () => {
    announced += 1;
  };
  const secrets = secretStore(area);
  const sent = slot === 'none' ? undefined : slot;
  await noteTokenVerdict({ secrets, announceSettings }, sent, { secrets: { puter: used } }, result);
  return { verdict: (await secrets.all()).puter?.verdict, announced };
}

const unchecked = secretOf('a', { verdict: 'unchecked' });

test('a picture proves the token, a refusal disproves it', async () => {
  expect(await noted(unchecked, unchecked, made)).toEqual({ verdict: 'valid', announced: 1 });
  expect(await noted(unchecked, unchecked, failed('UNAUTHORIZED'))).toEqual({
    verdict: 'invalid',
    announced: 1,
  });
});

test('other failures say nothing of it, and what is known needs no noting', async () => {
  expect(await noted(unchecked, unchecked, failed('TIMEOUT'))).toEqual({
    verdict: 'unchecked',
    announced: 0,
  });
  expect((await noted(secretOf('a'), secretOf('a'), made)).announced).toBe(0);
});

test('another token that was saved meanwhile is not judged', async () => {
  const newer = secretOf('b', { verdict: 'unchecked' });
  expect(await noted(unchecked, newer, failed('UNAUTHORIZED'))).toEqual({
    verdict: 'unchecked',
    announced: 0,
  });
});

test('the same token, saved meanwhile for another address, stays bound to that one', async () => {
  const area = memoryArea({ secrets: { endpoint: secretOf('a', { origin: 'https://new.example' }) } });
  const secrets = secretStore(area);
  const used = secretOf('a', { origin: 'https://old.example' });
  const services = { secrets, announceSettings: () => undefined };
  await noteTokenVerdict(services, 'endpoint', { secrets: { endpoint: used } }, failed('UNAUTHORIZED'));
  expect((await secrets.all()).endpoint).toMatchObject({
    origin: 'https://new.example',
    verdict: 'invalid',
  });
});

test('nor is one that was not sent', async () => {
  expect((await noted(unchecked, unchecked, failed('UNAUTHORIZED'), 'none')).verdict).toBe('unchecked');
});

test('a note that cannot be stored is no failure', async () => {
  const area = memoryArea({ secrets: { puter: unchecked } });
  area.beforeSet = () => {
    throw new Error('Disk full');
  };
  const services = { secrets: secretStore(area), announceSettings: () => undefined };
  await expect(
    noteTokenVerdict(services, 'puter', { secrets: { puter: unchecked } }, made),
  ).resolves.toBeUndefined();
});
