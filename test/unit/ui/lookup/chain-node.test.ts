import { describe, expect, test } from 'vitest';
import type { Location } from '../../../../src/hub/types.ts';
import type { SourceView } from '../../../../src/messages/index.ts';
import { chainNodes } from '../../../../src/ui/lookup/chain-node.ts';

function source(id: string, change: Partial<SourceView> = {}): SourceView {
  return {
    id,
    name: id.toUpperCase(),
    url: `https://${id}.example`,
    type: 'kohakuhub',
    enabled: true,
    namespaces: [],
    allowed: true,
    locked: false,
    ...change,
  };
}

const fox = { type: 'model', id: 'Acme/fox' } as const;
const sources = [source('lab'), source('off', { enabled: false }), source('hf')];
const found: Location = {
  outcome: 'found',
  source: 'hf',
  confidence: 'confirmed',
  alternatives: [],
  fromCache: false,
  attempts: [],
};

test('all enabled sources wait from the start, in order', () => {
  expect(chainNodes(sources, fox, []).map(({ name, tone }) => [name, tone])).toEqual([
    ['LAB', 'waiting'],
    ['HF', 'waiting'],
  ]);
});

test('answers fill in as they come, whatever their order', () => {
  const nodes = chainNodes(sources, fox, [{ source: 'hf', verdict: 'present', status: 200, ms: 80 }]);
  expect(nodes.map(({ tone }) => tone)).toEqual(['waiting', 'also']);
  expect(nodes[1]?.attempt?.status).toBe(200);
});

test('with the location, the winner stands out and the silent are no longer waited for', () => {
  const three = [...sources, source('far')];
  const attempts = [
    { source: 'lab', verdict: 'absent' },
    { source: 'hf', verdict: 'present' },
  ] as const;
  expect(chainNodes(three, fox, attempts, found).map(({ tone }) => tone)).toEqual(['no', 'has', 'apart']);
});

test.each([
  ['disabled', 'no'],
  ['unreachable', 'unclear'],
  ['token-rejected', 'unclear'],
  ['skipped', 'unclear'],
  ['cancelled', 'apart'],
  ['gated', 'also'],
] as const)('%s looks like "%s"', (verdict, tone) => {
  expect(chainNodes([source('lab')], fox, [{ source: 'lab', verdict }])[0]?.tone).toBe(tone);
});

test('a source without permission for its address is not waited for', () => {
  const nodes = chainNodes([source('lab', { allowed: false })], fox, []);
  expect(nodes[0]).toMatchObject({ tone: 'apart', words: { key: 'chain_not_allowed' } });
});

describe('pins', () => {
  test('a pinned owner is asked for at its own sources only, compared without case', () => {
    const nodes = chainNodes([source('lab', { namespaces: ['ACME'] }), source('hf')], fox, []);
    expect(nodes.map(({ tone }) => tone)).toEqual(['waiting', 'apart']);
    expect(nodes[1]?.words).toEqual({ key: 'chain_owner_pinned_elsewhere', values: [['LAB']] });
  });

  test('a pin holds while its source is switched off', () => {
    const nodes = chainNodes(
      [source('lab', { namespaces: ['acme'], enabled: false }), source('hf')],
      fox,
      [],
    );
    expect(nodes.map(({ tone }) => tone)).toEqual(['apart']);
  });

  test('a source pinned to others is not asked', () => {
    const nodes = chainNodes([source('lab', { namespaces: ['north'] }), source('hf')], fox, []);
    expect(nodes[0]?.words).toEqual({ key: 'chain_only_pinned', values: [['north']] });
  });

  test('an id without an owner matches no pin', () => {
    const nodes = chainNodes(
      [source('lab', { namespaces: ['gpt2'] }), source('hf')],
      { type: 'model', id: 'gpt2' },
      [],
    );
    expect(nodes.map(({ tone }) => tone)).toEqual(['apart', 'waiting']);
  });
});
