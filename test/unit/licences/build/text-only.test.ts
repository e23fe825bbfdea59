import { expect, test } from 'vitest';
import { textOnly } from '../../../../src/licences/build/text-only.ts';

const { transform } = textOnly() as unknown as {
  transform: { filter: { id: RegExp; code: RegExp }; handler(code: string): { code: string } };
};

test.each([
  ['a.innerHTML = b', 'a.textContent = b'],
  ['document.body.innerHTML+=c', 'document.body.textContent+=c'],
  ['if (a == b.innerHTML || a.innerHTML === c) x()', 'if (a == b.innerHTML || a.innerHTML === c) x()'],
  ['a.outerHTML=b;c.innerHTML=d', 'a.textContent=b;c.textContent=d'],
])('%s becomes %s', (code, wanted) => {
  expect(transform.handler(code).code).toBe(wanted);
});

test('looks at packages, never at code of ours', () => {
  expect(transform.filter.id.test('/x/node_modules/preact/dist/preact.mjs')).toBe(true);
  expect(transform.filter.id.test('/x/src/ui/popup/Popup.tsx')).toBe(false);
});
