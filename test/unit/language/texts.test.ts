import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createTexts,
  findIn,
  formattingTag,
  LANGUAGES,
  ownName,
  parseLanguageChoice,
} from '../../../src/language/index.ts';
import { loadMessages } from '../../../src/language/load-messages.ts';
import { parseMessages } from '../../../src/language/messages.ts';

const ARABIC = {
  common_language: 'ar',
  pictures_zero: 'لا صور',
  pictures_one: 'صورة واحدة',
  pictures_two: 'صورتان',
  pictures_few: '$1 صور',
  pictures_many: '$1 صورة',
  pictures_other: '$1 صورة',
};

describe('the text of a key', () => {
  const texts = createTexts(
    findIn({
      common_language: 'de',
      size: '$1 mal $2',
      price: '$$5',
      twice: '$1 und $1',
      oil_painting: 'Öl',
    }),
    [],
  );

  test.each([
    ['size', ['4', '5'], '4 mal 5'],
    ['size', ['4'], '4 mal '],
    ['size', ['$2', '5'], '$2 mal 5'],
    ['size', [4_000, 0.5], '4.000 mal 0,5'],
    ['price', ['4'], '$5'],
    ['twice', ['a'], 'a und a'],
    ['oil-painting', [], 'Öl'],
    ['unheard_of', [], 'unheard_of'],
    ['constructor', [], 'constructor'],
  ])('%s with %j is “%s”', (key, values, text) => expect(texts.say(key, ...values)).toBe(text));

  test('is undefined where there is none, for who has another', () => {
    expect(texts.find('unheard_of')).toBeUndefined();
  });

  test('holds whatever is put into it, as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(texts.say('size', one, other)).toBe(`${one} mal ${other}`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sentence with a number', () => {
  test.each([
    [0, 'لا صور'],
    [1, 'صورة واحدة'],
    [2, 'صورتان'],
    [3, '3 صور'],
    [11, '11 صورة'],
    [100, '100 صورة'],
    [1_234, '1,234 صورة'],
  ])('%d in Arabic is “%s”', (count, text) => {
    expect(createTexts(findIn(ARABIC), ['ar-EG']).count('pictures', count)).toBe(text);
  });

  test('falls back to the form for the rest', () => {
    const texts = createTexts(findIn({ common_language: 'fr', pictures_other: '$1 images' }), []);
    expect(texts.count('pictures', 1_000_000)).toBe('1\u202f000\u202f000 images');
    expect(texts.count('unheard_of', 2)).toBe('unheard_of');
  });

  test('takes other values in the form of the number', () => {
    const texts = createTexts(
      findIn({ common_language: 'en', of_one: '$1 of $2 source', of_other: '$1 of $2 sources' }),
      [],
    );
    expect(texts.count('of', 1, 0, 1)).toBe('0 of 1 source');
    expect(texts.count('of', 2, 1, 2)).toBe('1 of 2 sources');
  });
});

describe('the tag for numbers and dates', () => {
  test.each([
    ['en', ['en-GB', 'en-US'], 'en-GB'],
    ['en', ['it-IT', 'it'], 'en'],
    ['de', ['fr-FR', 'de-AT'], 'de-AT'],
    ['zh-CN', ['zh-TW', 'zh-SG'], 'zh-SG'],
    ['zh-TW', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['ar', ['ar-EG'], 'ar-EG-u-nu-latn'],
    ['en', ['not a tag!'], 'en'],
  ])('of %s for %j is %s', (texts, preferred, tag) => expect(formattingTag(texts, preferred)).toBe(tag));
});

describe('texts of a file', () => {
  const file = (body: unknown) => async (path: string) => {
    expect(path).toBe('/_locales/en/messages.json');
    return Response.json(body);
  };

  test('are read as the browser reads them', async () => {
    const messages = await loadMessages('en', file({ hello: { message: 'Hello', description: 'x' } }));
    expect(messages).toEqual({ hello: 'Hello' });
  });

  test.each([null, 'text', { hello: 'Hello' }, { hello: { message: 5 } }, { hello: null }])(
    '%j is no such file',
    (json) => expect(() => parseMessages(json)).toThrow(TypeError),
  );
});

test.each<[unknown, string | undefined]>([
  ['browser', 'browser'],
  ...LANGUAGES.map((name): [string, string] => [name, name]),
  ['tlh', undefined],
  ['toString', undefined],
  [null, undefined],
])('the choice %s is read as %s', (value, choice) => expect(parseLanguageChoice(value)).toBe(choice));

test.each([
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['ja', '日本語'],
  ['zh_CN', '简体中文'],
  ['zh_TW', '繁體中文'],
  ['ar', 'العربية'],
])('%s is called %s', (language, name) => expect(ownName(language)).toBe(name));

describe('a list', () => {
  test.each([
    ['en', 'A, B, C'],
    ['de', 'A, B und C'],
    ['ja', 'A、B、C'],
    ['zh-CN', 'A、B和C'],
    ['ar', 'A، وB، وC'],
  ])('is written as %s writes it, alone and as a value', (tag, text) => {
    const texts = createTexts(findIn({ common_language: tag, also: '<$1>' }), []);
    expect(texts.listOf(['A', 'B', 'C'])).toBe(text);
    expect(texts.say('also', ['A', 'B', 'C'])).toBe(`<${text}>`);
    expect(texts.say('also', [])).toBe('<>');
  });
});

describe('sentences together', () => {
  const together = (between: string, ...sentences: (string | false | undefined)[]) =>
    createTexts(findIn({ common_sentences: `$1${between}$2` }), []).together(...sentences);

  test('have between them what the language puts there, and none that is left out', () => {
    expect(together(' ', 'One.', false, 'Two $1.', undefined, 'Three.')).toBe('One. Two $1. Three.');
    expect(together('', '一。', '二。')).toBe('一。二。');
    expect([together(' '), together(' ', 'One.')]).toEqual(['', 'One.']);
  });
});
