import { expect, test } from 'vitest';
import { pressOnce } from '../../../../src/ui/page/held-enter.ts';

/** Whether the browser may go on to press what has the focus. */
function presses(press: { key?: string; repeat: boolean; on: string }): boolean {
  const page = new EventTarget();
  pressOnce(page);
  const event = new Event('keydown', { cancelable: true });
  // The selector names the elements; which of them has the focus is all that counts.
  const target = { closest: (selector: string) => (selector.split(', ').includes(press.on) ? {} : null) };
  Object.defineProperties(event, {
    key: { value: press.key ?? 'Enter' },
    repeat: { value: press.repeat },
    target: { value: target },
  });
  return page.dispatchEvent(event);
}

test.each(['button', 'a', 'summary', 'input', '[role="button"]'])('a held Enter presses %s once', (on) => {
  expect(presses({ repeat: false, on })).toBe(true);
  expect(presses({ repeat: true, on })).toBe(false);
});

test('a held Enter goes on in a text area, and other keys everywhere', () => {
  expect(presses({ repeat: true, on: 'textarea' })).toBe(true);
  expect(presses({ key: 'ArrowDown', repeat: true, on: 'button' })).toBe(true);
});
