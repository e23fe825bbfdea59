import { expect, test } from 'vitest';
import { spelledAs } from '../../../../../src/ui/lookup/finder/spelled-as.ts';

test.each([
  ['acme/fox', 'Acme/Fox', 'Acme/Fox'],
  ['acme/fox', undefined, 'acme/fox'],
  ['acme/fox', 'acme/very-expensive-fox', 'acme/fox'],
  ['acme/fox', 'acme/fox\u200b', 'acme/fox'],
  ['acme/fox', '', 'acme/fox'],
])('%s, of which a hub says %j, is used as %s', (id, said, used) => expect(spelledAs(id, said)).toBe(used));
