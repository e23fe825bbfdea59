import { expect, test } from 'vitest';
import { LIMITS as STORED } from '../../../../../src/settings/limits.ts';
import { LIMITS } from '../../../../../src/ui/options/fields/limits.ts';

test('the page takes what can be stored, no more and no less', () => {
  const seconds = ({ min, max }: { min: number; max: number }) => ({ min: min / 1000, max: max / 1000 });
  expect(LIMITS).toEqual({
    providerTimeoutSeconds: seconds(STORED.providerTimeoutMs),
    hubTimeoutSeconds: seconds(STORED.hubTimeoutMs),
    cacheTtlSeconds: STORED.cacheTtlSeconds,
    maxConcurrent: STORED.maxConcurrent,
  });
});
