import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Location, Outcome, Verdict } from '../../../../src/hub/types.ts';
import type { TokenVerdict } from '../../../../src/messages/index.ts';
import { verdictWords } from '../../../../src/ui/account/token-verdict.ts';
import { chainNodes } from '../../../../src/ui/lookup/chain-node.ts';
import { chainVerdict } from '../../../../src/ui/lookup/chain-verdict.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

const VERDICTS: readonly Verdict[] = [
  'present',
  'gated',
  'absent',
  'disabled',
  'denied',
  'token-rejected',
  'rate-limited',
  'unreachable',
  'invalid',
  'skipped',
  'cancelled',
];
const OUTCOMES: readonly Outcome[] = [
  'not-found',
  'token-rejected',
  'disabled',
  'denied',
  'rate-limited',
  'unavailable',
];
const TOKEN_VERDICTS: readonly TokenVerdict[] = ['valid', 'lacks-permission', 'invalid', 'unchecked'];

const lab = {
  id: 'lab',
  name: 'Lab hub',
  url: 'https://lab.example',
  type: 'kohakuhub',
  enabled: true,
  namespaces: [],
  allowed: true,
  locked: false,
} as const;

const ASKED = { id: 'a/b', nameOf: (id: string) => id, isSwitchedOff: false };

function expectWords(keys: (string | undefined)[]) {
  for (const key of keys) if (key !== undefined) expect(messages).toHaveProperty(key);
}

test.each(VERDICTS)('there are words for a source that is %s', (verdict) => {
  const sources = [{ ...lab, namespaces: [] }];
  for (const status of [200, 503]) {
    const nodes = chainNodes(sources, { type: 'model', id: 'a/b' }, [{ source: 'lab', verdict, status }]);
    expectWords(nodes.map(({ words }) => words.key));
  }
});

test.each(VERDICTS)('there are words for an answer below a source that is %s', (verdict) => {
  const attempts = [
    { source: 'lab', verdict },
    { source: 'hf', verdict: 'present' as const },
  ];
  const whole: Location = {
    outcome: 'found',
    source: 'hf',
    confidence: 'provisional',
    access: 'gated',
    canonicalId: 'c/d',
    alternatives: ['far'],
    fromCache: true,
    attempts,
  };
  const said = chainVerdict(whole, ASKED);
  expectWords([said.headline, said.advice, ...said.reasons, ...said.notes].map((words) => words?.key));
});

test.each(OUTCOMES)('there are words for an asking that ends %s', (outcome) => {
  for (const attempts of [[], [{ source: 'lab', verdict: 'skipped' as const }]]) {
    const said = chainVerdict({ outcome, attempts, alternatives: [], fromCache: false }, ASKED);
    expectWords([said.headline, said.advice, ...said.reasons].map((words) => words?.key));
  }
});

test.each(TOKEN_VERDICTS)('there are words for a token that is %s', (verdict) => {
  expectWords([verdictWords(verdict, 'Hugging Face').words.key, verdictWords(verdict, 'x', 'fox').words.key]);
});
