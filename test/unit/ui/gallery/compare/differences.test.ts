import { describe, expect, test } from 'vitest';
import { differencesOf } from '../../../../../src/ui/gallery/compare/differences.ts';

describe('what differs', () => {
  test('is listed, what is the same is only named', () => {
    const facts = [
      [
        { key: 'model', value: 'm' },
        { key: 'seed', value: '1' },
      ],
      [
        { key: 'model', value: 'm' },
        { key: 'style', value: 'photo' },
      ],
    ];
    expect(differencesOf(facts)).toEqual({
      differ: [
        { key: 'seed', values: ['1', undefined] },
        { key: 'style', values: [undefined, 'photo'] },
      ],
      same: ['model'],
    });
  });
});
