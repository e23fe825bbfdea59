import { expect, test } from 'vitest';
import { SOURCE_URL_PROBLEMS } from '../../../../../../src/messages/index.ts';
import { fieldOf } from '../../../../../../src/ui/options/hubs/sources/source-error.ts';

test('a problem is shown at the field it is about', () => {
  expect(fieldOf('SOURCE_NAME_EMPTY')).toBe('name');
  expect(fieldOf('NAMESPACE_INVALID')).toBe('owners');
  expect(fieldOf('SOURCE_DUPLICATE')).toBe('url');
  for (const code of Object.values(SOURCE_URL_PROBLEMS)) expect(fieldOf(code)).toBe('url');
});

test('a problem of no field is shown below all fields', () => {
  expect(fieldOf('STORAGE_FAILED')).toBeUndefined();
  expect(fieldOf('SOURCE_UNREACHABLE')).toBeUndefined();
});
