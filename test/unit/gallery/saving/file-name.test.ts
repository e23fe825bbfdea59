import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../../../src/gallery/saving/file-name.ts';
import { isDownloadFolder, isFileNamePattern, safeName } from '../../../../src/web/file-names.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const createdAt = new Date(2026, 10, 22, 15, 4, 5).getTime();
const named = (prompt: string, pattern = '{date} {prompt}', more: { seed?: number } = {}) =>
  fileName(
    pattern,
    samplePicture({ request: { prompt, style: 'watercolor', ...more }, createdAt, width: 512, height: 768 }),
    'image/png',
  );

describe('the file name of a picture', () => {
  test('sorts by time and says what is on it', () => {
    expect(named('a red fox in the snow')).toBe('2026-11-22 15.04.05 a red fox in the snow.png');
    expect(fileName('{prompt}', samplePicture(), 'image/jpeg')).toBe('a red fox.jpg');
  });

  test('holds what the pattern names; what is not known leaves nothing behind', () => {
    expect(named('a fox', '{prompt} {seed} {model} {style} {service} {width}x{height}', { seed: 7 })).toBe(
      'a fox 7 fox watercolor huggingface 512x768.png',
    );
    const ownStyle = { id: 'own-1', name: 'Film: noir', template: '{prompt}, noir' };
    const inOwn = samplePicture({ request: { prompt: 'a fox', style: 'none', ownStyle } });
    expect(fileName('{prompt} {style}', inOwn, 'image/png')).toBe('a fox Film noir.png');
    expect(named('a fox', '{seed} {prompt}')).toBe('a fox.png');
    expect(named('a fox', '{seed}')).toBe('2026-11-22 15.04.05.png');
  });

  test('has nothing in it that a file system refuses', () => {
    expect(named('a/b\\c:d*e?f"g<h>i|j\nk')).toBe('2026-11-22 15.04.05 a b c d e f g h i j k.png');
    expect(named('../../etc/passwd')).toBe('2026-11-22 15.04.05 etc passwd.png');
    expect(named('ends in dots...  ')).toBe('2026-11-22 15.04.05 ends in dots.png');
  });

  test('has nothing in it that turns the reading direction', () => {
    expect(named('fox\u202Egnp.exe')).toBe('2026-11-22 15.04.05 fox gnp.exe.png');
  });

  // Chromium refuses "~" in a download, both refuse a dot in front, Windows refuses its devices.
  test.each([
    ['~home', 'home'],
    ['.hidden', 'hidden'],
    ['con', '_con'],
    ['Aux.fox', '_Aux.fox'],
    ['console', 'console'],
    ['con .x', '_con .x'],
    ['CONIN$', '_CONIN$'],
    ['conout$.fox', '_conout$.fox'],
    ['lpt² .x', '_lpt² .x'],
    ['conin', 'conin'],
    ['con man', 'con man'],
    ['zero\u200Bwidth', 'zero width'],
  ])('%j is written as %j', (prompt, written) => {
    expect(named(prompt, '{prompt}')).toBe(`${written}.png`);
  });

  test('keeps other scripts and emoji', () => {
    expect(named('ثعلب 🦊')).toBe('2026-11-22 15.04.05 ثعلب 🦊.png');
    // Joined by a mark that nobody sees: a family, and a Persian word.
    expect(named('👩\u200D👧', '{prompt}')).toBe('👩\u200D👧.png');
    expect(named('می\u200Cخواهم', '{prompt}')).toBe('می\u200Cخواهم.png');
    expect(named('\u200Dfox \u200C owl\u200D', '{prompt}')).toBe('fox owl.png');
  });

  test('a prompt without a usable character leaves the time', () => {
    expect(named('///')).toBe('2026-11-22 15.04.05.png');
    expect(named('///', '{prompt}')).toBe('2026-11-22 15.04.05.png');
  });

  test('a long prompt is cut before what stands behind it', () => {
    expect(named('fox '.repeat(200), '{prompt} {seed}', { seed: 123456789 })).toMatch(/ 123456789\.png$/);
  });

  test('whatever prompt and pattern are, the name is one that every file system takes', () => {
    const patterns = fc.array(
      fc.oneof(fc.constantFrom('{date}', '{prompt}', '{seed}', '{model}', ' ', '.', '-'), fc.string()),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), patterns, (prompt, parts) => {
        const pattern = parts.join('');
        fc.pre(isFileNamePattern(pattern));
        const made = named(prompt, pattern);
        expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(210);
        expect(made).toMatch(/^[^. ].*\.png$/u);
        expect(made.replace(/[\u200C\u200D]/gu, '')).not.toMatch(/[\p{C}<>:"/\\|?*~%]/u);
        expect(made).not.toMatch(/(?:^|[ .])[\u200C\u200D]|[\u200C\u200D](?:[ .]|$)/u);
        expect(made).not.toMatch(/[. ]\.png$/u);
        expect(safeName(made)).toBe(made);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['{date} {prompt}', true],
  ['picture', true],
  ['{seed}', true],
  ['', false],
  ['...', false],
  ['{colour}', false],
  ['{prompt', false],
  ['x'.repeat(121), false],
])('%j as a pattern: %s', (pattern, expected) => {
  expect(isFileNamePattern(pattern)).toBe(expected);
});

test.each([
  ['', true],
  ['Understudy', true],
  ['Pictures/Understudy 2026', true],
  ['.hidden', false],
  ['a//b', false],
  ['../up', false],
  ['/root', false],
  ['C:/x', false],
  ['a\\b', false],
  ['nul', false],
  ['pictures/con .x', false],
  ['ends.', false],
])('%j as a folder: %s', (folder, expected) => {
  expect(isDownloadFolder(folder)).toBe(expected);
});
