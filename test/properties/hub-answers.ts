import fc from 'fast-check';
import type { Confidence, Outcome, Source } from '../../src/hub/index.ts';
import { json, notFound } from '../unit/hub/fake-network.ts';
import { source } from '../unit/hub/make-hub.ts';

/** What a source can say, and what the contract makes of it. `gated` and `present` bind; `no` is a definitive no. */
interface Kind {
  meaning: 'present' | 'gated' | 'no' | 'nothing';
  outcome: Outcome;
  hasToken?: boolean;
  respond: () => Response;
}

const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });

export const kinds = {
  present: { meaning: 'present', outcome: 'found', respond: () => json({ id: 'o/r' }) },
  gated: { meaning: 'gated', outcome: 'found', respond: () => status(403, { 'X-Error-Code': 'GatedRepo' }) },
  noEntry: {
    meaning: 'present',
    outcome: 'found',
    respond: () => status(404, { 'X-Error-Code': 'EntryNotFound' }),
  },
  absent: { meaning: 'no', outcome: 'not-found', respond: notFound },
  hidden: { meaning: 'no', outcome: 'not-found', respond: () => status(401) },
  proxied: { meaning: 'no', outcome: 'not-found', respond: () => json({ id: 'o/r', _source: 'HF' }) },
  disabled: { meaning: 'no', outcome: 'disabled', respond: () => json({ id: 'o/r', disabled: true }) },
  denied: { meaning: 'nothing', outcome: 'denied', respond: () => status(403) },
  refused: { meaning: 'nothing', outcome: 'token-rejected', hasToken: true, respond: () => status(401) },
  limited: { meaning: 'nothing', outcome: 'rate-limited', respond: () => status(429) },
  broken: { meaning: 'nothing', outcome: 'unavailable', respond: () => status(503) },
  page: { meaning: 'nothing', outcome: 'unavailable', respond: () => new Response('<html>sign in</html>') },
  elsewhere: {
    meaning: 'nothing',
    outcome: 'unavailable',
    respond: () => Object.defineProperty(json({ id: 'o/r' }), 'url', { value: 'https://evil.test/' }),
  },
} satisfies Record<string, Kind>;

export interface Link {
  kind: keyof typeof kinds;
  hub: Source['type'];
  /** Turns of the event loop until it answers. */
  delay: number;
}

export const link: fc.Arbitrary<Link> = fc.record({
  kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
  hub: fc.constantFrom('huggingface', 'kohakuhub'),
  delay: fc.nat({ max: 6 }),
});

/** Up to six sources, each with one of the answers, in any order of arrival. */
export const chain = fc.array(link, { maxLength: 6 });

export function kindOf({ kind }: Link): Kind {
  return kinds[kind];
}

/** The sources of a chain: a, b, c… in priority order. */
export function sourcesOf(links: readonly Link[]): Source[] {
  return links.map((one, index) =>
    source('abcdef'[index] ?? '', {
      type: one.hub,
      ...(kindOf(one).hasToken && { token: `secret-${index}` }),
    }),
  );
}

/** Answers as the chain says, each after its delay. */
export function replyOf(links: readonly Link[]) {
  return async ({ url }: { url: string }): Promise<Response> => {
    const one = links['abcdef'.indexOf(new URL(url).hostname[0] ?? '')];
    if (!one) throw new TypeError('no such host');
    for (let turn = 0; turn < one.delay; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return kindOf(one).respond();
  };
}

const TELLING: Outcome[] = ['token-rejected', 'disabled', 'denied', 'rate-limited'];

/** The expected result of a chain, in a simple implementation of the contract. */
export function expectation(links: readonly Link[]): {
  outcome: Outcome;
  source: string | undefined;
  confidence: Confidence | undefined;
} {
  const first = links.findIndex((one) => ['present', 'gated'].includes(kindOf(one).meaning));
  if (first >= 0) {
    const isConfirmed = links.slice(0, first).every((one) => kindOf(one).meaning === 'no');
    return {
      outcome: 'found',
      source: 'abcdef'[first],
      confidence: isConfirmed ? 'confirmed' : 'provisional',
    };
  }
  const outcomes = links.map((one) => kindOf(one).outcome);
  const telling = TELLING.find((outcome) => outcomes.includes(outcome));
  const outcome = telling ?? (outcomes.every((one) => one === 'not-found') ? 'not-found' : 'unavailable');
  return { outcome, source: undefined, confidence: undefined };
}
