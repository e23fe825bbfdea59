import { expect, test } from 'vitest';
import { nextVersion } from '../../release/next-version.ts';

test.each([
  ['patch', '1.2.4'],
  ['minor', '1.3.0'],
  ['major', '2.0.0'],
  ['1.2.10', '1.2.10'],
  ['3.0.0', '3.0.0'],
])('%s after 1.2.3 is %s', (wish, version) => {
  expect(nextVersion('1.2.3', wish)).toBe(version);
});

test.each([
  [undefined, 'Say major, minor, patch'],
  ['next', 'Say major, minor, patch'],
  ['1.2.4-beta', 'Say major, minor, patch'],
  ['1.2.3', 'does not come after 1.2.3'],
  ['1.1.9', 'does not come after 1.2.3'],
])('%s is refused: %s', (wish, sentence) => {
  expect(() => nextVersion('1.2.3', wish)).toThrow(sentence);
});
