import { expect, test } from 'vitest';
import { safeFileName } from '../../../src/web/safe-file-name.ts';

test.each([
  ['deep/weights.bin', 'weights.bin'],
  ['weights\u202egnp.exe', 'weightsgnp.exe'],
  ['a/..\\..\\boot.ini', 'boot.ini'],
  ['../../etc/passwd', 'passwd'],
  ['.bashrc', 'bashrc'],
  ['a/..', 'file'],
  ['con.txt', '_con.txt'],
  ['COM¹.bin', '_COM¹.bin'],
  ['con .bin', '_con .bin'],
  ['a:b*c?.bin', 'a_b_c_.bin'],
  ['name. ', 'name'],
  ['\u200b', 'file'],
])('%j is saved as %j', (path, name) => {
  expect(safeFileName(path)).toBe(name);
});

test('a long name is cut before its ending, between characters', () => {
  const name = safeFileName(`${'é🦊'.repeat(200)}.safetensors`);
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
  expect(name.endsWith('.safetensors')).toBe(true);
  expect(name.isWellFormed()).toBe(true);
});
