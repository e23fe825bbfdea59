import { describe, expect, test } from 'vitest';
import type { Attempt, Location, Verdict } from '../../../../src/hub/types.ts';
import { chainVerdict } from '../../../../src/ui/lookup/chain-verdict.ts';

const names: Record<string, string> = { lab: 'Lab hub', hf: 'Hugging Face', mirror: 'Mirror' };
const nameOf = (id: string) => names[id] ?? id;
const attempt = (source: string, verdict: Verdict): Attempt => ({ source, verdict });

function say(location: Partial<Location>, isSwitchedOff = false) {
  const whole: Location = { outcome: 'found', alternatives: [], fromCache: false, attempts: [], ...location };
  return chainVerdict(whole, { id: 'acme/fox', nameOf, isSwitchedOff });
}

describe('found', () => {
  test('confirmed at the first source', () => {
    const verdict = say({ source: 'lab', confidence: 'confirmed', attempts: [attempt('lab', 'present')] });
    expect(verdict).toMatchObject({
      tone: 'confirmed',
      headline: { key: 'chain_confirmed_first', values: ['Lab hub'] },
      reasons: [],
    });
  });

  test('confirmed because everything above said no', () => {
    const attempts = [attempt('lab', 'absent'), attempt('hf', 'present')];
    const verdict = say({ source: 'hf', confidence: 'confirmed', attempts });
    expect(verdict.headline).toEqual({ key: 'chain_confirmed', values: ['Hugging Face'] });
  });

  test('provisional: names each unclear source above, and no other', () => {
    const attempts = [
      attempt('lab', 'unreachable'),
      attempt('mirror', 'absent'),
      attempt('hf', 'present'),
      attempt('far', 'rate-limited'),
    ];
    const verdict = say({ source: 'hf', confidence: 'provisional', attempts });
    expect(verdict.tone).toBe('provisional');
    expect(verdict.reasons).toEqual([{ key: 'chain_reason_unreachable', values: ['Lab hub'] }]);
  });

  test('notes say that it is gated, renamed, also elsewhere, or from the cache', () => {
    const verdict = say({
      source: 'lab',
      access: 'gated',
      confidence: 'confirmed',
      canonicalId: 'acme/vixen',
      alternatives: ['hf', 'mirror'],
      fromCache: true,
    });
    expect(verdict.advice?.key).toBe('chain_advice_gated');
    expect(verdict.notes).toEqual([
      { key: 'chain_note_renamed', values: ['acme/vixen'] },
      { key: 'chain_note_also', values: [['Hugging Face', 'Mirror']] },
      { key: 'chain_note_cached', values: [] },
    ]);
  });

  test('a stale answer says so instead of "remembered"; the same id is no rename', () => {
    const verdict = say({ source: 'lab', canonicalId: 'acme/fox', fromCache: true, stale: true });
    expect(verdict.notes.map(({ key }) => key)).toEqual(['chain_note_stale']);
  });
});

describe('not found', () => {
  test('every source said no: a clear answer, not a failure', () => {
    const said = say({ outcome: 'not-found', attempts: [attempt('lab', 'absent')] });
    expect(said).toMatchObject({ tone: 'absent', headline: { key: 'chain_not_found' } });
  });

  test('there is none to ask, and what to do: add one, or switch the looking up on', () => {
    expect(say({ outcome: 'not-found' })).toMatchObject({
      tone: 'failed',
      headline: { key: 'chain_no_sources' },
      advice: { key: 'chain_advice_no_sources' },
    });
    expect(say({ outcome: 'not-found' }, true).advice?.key).toBe('chain_advice_switched_off');
  });

  test.each([
    ['token-rejected', 'token-rejected', 'chain_token_rejected', 'chain_advice_token_rejected'],
    ['disabled', 'disabled', 'chain_disabled', 'chain_advice_disabled'],
    ['denied', 'denied', 'chain_denied', 'chain_advice_denied'],
    ['rate-limited', 'rate-limited', 'chain_rate_limited', 'chain_advice_rate_limited'],
  ] as const)('%s names the source that is the reason', (outcome, verdict, headline, advice) => {
    const said = say({ outcome, attempts: [attempt('hf', 'absent'), attempt('lab', verdict)] });
    expect(said).toMatchObject({
      tone: 'failed',
      headline: { key: headline, values: ['Lab hub'] },
      advice: { key: advice },
    });
  });

  test('a known wait is told in whole seconds', () => {
    const said = say({
      outcome: 'rate-limited',
      retryAfterSeconds: 41.2,
      attempts: [attempt('lab', 'rate-limited')],
    });
    expect(said.advice).toEqual({ key: 'chain_advice_rate_limited_seconds', count: 42 });
  });

  test('a source resting after 429 is named when none answered 429 now', () => {
    const said = say({
      outcome: 'rate-limited',
      attempts: [attempt('hf', 'absent'), attempt('lab', 'skipped')],
    });
    expect(said.headline.values).toEqual(['Lab hub']);
  });

  test('unavailable lists who said nothing to rely on', () => {
    const attempts = [attempt('lab', 'invalid'), attempt('mirror', 'absent'), attempt('hf', 'skipped')];
    expect(say({ outcome: 'unavailable', attempts }).reasons).toEqual([
      { key: 'chain_reason_invalid', values: ['Lab hub'] },
      { key: 'chain_reason_skipped', values: ['Hugging Face'] },
    ]);
  });
});
