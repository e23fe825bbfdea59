import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSelection } from '../../../../src/background/selection/read-selection.ts';
import { MAX_SELECTION } from '../../../../src/generation/index.ts';

const sentence = 'The red fox sat in the snow and looked at the lights of the town. ';

describe('a selection', () => {
  test('that fits stays as it is, without the blanks around it', () => {
    expect(readSelection('  a red fox\n in the   snow ')).toEqual({
      text: 'a red fox\n in the snow',
      shortened: false,
    });
  });

  test('of two megabytes is cut at the end of a sentence, and says so', () => {
    const { text, shortened } = readSelection(sentence.repeat(32_000));
    expect(shortened).toBe(true);
    expect(text.length).toBeLessThanOrEqual(MAX_SELECTION);
    expect(text.length).toBeGreaterThan(MAX_SELECTION - sentence.length);
    expect(text).toMatch(/of the town\.$/);
  });

  test('behind a megabyte of blanks is found', () => {
    expect(readSelection(`${' '.repeat(1_000_000)}a red fox${' '.repeat(1_000_000)}`)).toEqual({
      text: 'a red fox',
      shortened: false,
    });
  });

  test('without sentences is cut between two words', () => {
    const { text } = readSelection('snowflake '.repeat(1_000));
    expect(text).toMatch(/^(?:snowflake )*snowflake$/);
    expect(text.length).toBeGreaterThan(MAX_SELECTION - 20);
  });

  test('in a language without spaces is cut at its own full stop', () => {
    const { text } = readSelection('赤い狐が雪の中に座っていました。'.repeat(400));
    expect(text).toMatch(/。$/);
    expect(text.length).toBeGreaterThan(MAX_SELECTION / 2);
  });

  test('of emoji alone is a prompt, and no emoji is cut in two', () => {
    const family = '👩‍👩‍👧‍👦';
    const { text, shortened } = readSelection(family.repeat(1_000));
    expect(shortened).toBe(true);
    expect(text.replaceAll(family, '')).toBe('');
    expect(readSelection('🦊❄️').text).toBe('🦊❄️');
  });

  test.each(['', '   ', '\n\t ', '\u00a0\u3000', '\u202e\u2066', '\ud83d'])(
    '%j holds no words',
    (nothing) => {
      expect(readSelection(nothing)).toEqual({ text: '', shortened: false });
    },
  );

  test('loses half signs and what turns the reading direction, and nothing else', () => {
    expect(readSelection('a\ud83d red\u202e fox\u2066 in \udc00snow').text).toBe('a red fox in snow');
    expect(readSelection('ثعلب أحمر').text).toBe('ثعلب أحمر');
  });

  test('of any signs whatever is whole text within the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 1, max: 100 }),
        (selected, max) => {
          const { text, shortened } = readSelection(selected, max);
          expect(text.length).toBeLessThanOrEqual(max);
          expect(text).toBe(text.trim());
          expect(text.isWellFormed()).toBe(true);
          if (!shortened) expect(readSelection(text, 1_000).text).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});
