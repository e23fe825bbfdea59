import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../../../src/hub/types.ts';
import { answerOfAttempt, answerOfTest } from '../../../../../src/ui/options/hubs/last-answer.ts';

const attempt = (more: Partial<Attempt>): Attempt => ({ source: 'a', verdict: 'present', ...more });

describe('what an attempt says of its source', () => {
  test.each(['present', 'gated', 'absent', 'denied', 'disabled'] as const)('%s: it answers', (verdict) => {
    const { tone, words } = answerOfAttempt(attempt({ verdict, ms: 84 }), 'en') ?? {};
    expect([tone, words?.key]).toEqual(['good', 'source_answered_in']);
    expect(words?.values).toEqual(['84 ms']);
  });

  test.each([
    ['unreachable', undefined, 'chain_verdict_unreachable'],
    ['unreachable', 503, 'chain_verdict_out_of_order'],
    ['invalid', 200, 'chain_verdict_invalid'],
    ['token-rejected', 401, 'chain_verdict_token_rejected'],
    ['rate-limited', 429, 'chain_verdict_rate_limited'],
  ] as const)('%s %s: %s', (verdict, status, key) => {
    const said = attempt({ verdict, ...(status !== undefined && { status }) });
    expect(answerOfAttempt(said, 'en')).toEqual({ tone: 'bad', words: { key, values: [] } });
  });

  test('who was not asked said nothing', () => {
    for (const verdict of ['skipped', 'cancelled'] as const)
      expect(answerOfAttempt(attempt({ verdict }), 'en')).toBeUndefined();
    expect(answerOfAttempt(attempt({ cached: true }), 'en')).toBeUndefined();
  });
});

describe('what a test says of it', () => {
  test.each([
    [{ reachable: false, ms: 10 }, 'bad', 'chain_verdict_unreachable'],
    [{ reachable: true, status: 200, ms: 10 }, 'bad', 'chain_verdict_invalid'],
    [{ reachable: true, type: 'kohakuhub', token: 'invalid', ms: 10 }, 'bad', 'chain_verdict_token_rejected'],
    [{ reachable: true, type: 'kohakuhub', token: 'valid', ms: 10 }, 'good', 'source_answered_in'],
    [{ reachable: true, type: 'kohakuhub' }, 'good', 'source_answered'],
  ] as const)('%j: %s', (value, tone, key) => {
    const { tone: shown, words } = answerOfTest({ ok: true, value }, 'en') ?? {};
    expect([shown, words?.key]).toEqual([tone, key]);
  });

  test('a test that could not be made says nothing of the source', () => {
    expect(answerOfTest({ ok: false, problem: { code: 'INTERNAL' } }, 'en')).toBeUndefined();
  });
});
