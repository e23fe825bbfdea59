import { expect, test } from 'vitest';
import type { Location, Verdict } from '../../../../../src/hub/types.ts';
import { hostElsewhere } from '../../../../../src/ui/stage/this-page/host-elsewhere.ts';

const found = (here: Verdict, source = 'lab', outcome: Location['outcome'] = 'found'): Location => ({
  outcome,
  source,
  alternatives: [],
  fromCache: false,
  attempts: [
    { source: 'hf', verdict: here },
    { source: 'lab', verdict: 'present' },
  ],
});

test('another hub has what the page’s own says it has not', () => {
  expect(hostElsewhere(found('absent'), 'hf')).toBe('lab');
  expect(hostElsewhere(found('disabled'), 'hf')).toBe('lab');
});

test('nothing is said while the page’s own hub has it, or did not say', () => {
  expect(hostElsewhere(found('present', 'hf'), 'hf')).toBeUndefined();
  for (const verdict of ['unreachable', 'rate-limited', 'token-rejected', 'skipped', 'gated'] as const)
    expect(hostElsewhere(found(verdict), 'hf')).toBeUndefined();
  expect(hostElsewhere(found('absent', 'lab', 'not-found'), 'hf')).toBeUndefined();
  expect(hostElsewhere(found('absent'), 'nobody')).toBeUndefined();
});
