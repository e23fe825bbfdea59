import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fittingLanguage } from '../../../src/language/fitting-language.ts';
import { tagOf } from '../../../src/language/languages.ts';

const OURS = readdirSync(new URL('../../../public/_locales', import.meta.url)).sort((one) =>
  one === 'en' ? -1 : 0,
);

describe("the language of ours that fits the browser's", () => {
  test.each(OURS)('%s is its own', (language) => {
    expect(fittingLanguage(tagOf(language), OURS)).toBe(language);
  });

  test.each([
    ['en-US', 'en'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['ar-EG', 'ar'],
    ['zh', 'zh_CN'],
    ['zh-SG', 'zh_CN'],
    ['zh-HK', 'zh_TW'],
    ['zh-Hant', 'zh_TW'],
    ['zh-Hans-TW', 'zh_CN'],
    // Without one of ours, and where a browser says nothing sensible: as the manifest's default_locale.
    ['pt-BR', 'en'],
    ['', 'en'],
    ['en_US.UTF-8', 'en'],
  ])('%s: %s', (tag, language) => {
    expect(fittingLanguage(tag, OURS)).toBe(language);
  });
});
