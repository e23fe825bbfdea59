import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureFileName } from '../../../../src/ui/picture/file-name.ts';

const at = new Date(2026, 10, 22, 15, 4, 5);
const name = (prompt: string) => pictureFileName(prompt, at, 'image/png');

describe('the file name of a picture', () => {
  test('sorts by time and says what is on it', () => {
    expect(name('a red fox in the snow')).toBe('2026-11-22 15.04.05 a red fox in the snow.png');
    expect(pictureFileName('x', at, 'image/jpeg')).toBe('2026-11-22 15.04.05 x.jpg');
  });

  test('has nothing in it that a file system refuses', () => {
    expect(name('a/b\\c:d*e?f"g<h>i|j\nk')).toBe('2026-11-22 15.04.05 a b c d e f g h i j k.png');
    expect(name('../../etc/passwd')).toBe('2026-11-22 15.04.05 etc passwd.png');
    expect(name('ends in dots...  ')).toBe('2026-11-22 15.04.05 ends in dots.png');
  });

  test('has nothing in it that turns the reading direction', () => {
    expect(name('fox\u202Egnp.exe')).toBe('2026-11-22 15.04.05 fox gnp.exe.png');
  });

  test('keeps other scripts and emoji', () => {
    expect(name('ثعلب 🦊')).toBe('2026-11-22 15.04.05 ثعلب 🦊.png');
  });

  test('a prompt without a usable character leaves the time', () => {
    expect(name('///')).toBe('2026-11-22 15.04.05.png');
  });

  test('whatever the prompt, the name is one that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (prompt) => {
        const made = name(prompt);
        expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(200);
        expect(made).toMatch(/^2026-11-22 15\.04\.05( .*)?\.png$/u);
        expect(made).not.toMatch(/[\p{C}<>:"/\\|?*]/u);
        expect(made).not.toMatch(/[. ]\.png$/u);
      }),
      { numRuns: 300 },
    );
  });
});
