// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { Toast, type ToastWords } from '../../../../src/ui/components/Toast.tsx';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => render(null, root));

let say: (words: ToastWords | undefined) => void;
function Page(): ComponentChild {
  const [words, setWords] = useState<ToastWords>();
  say = setWords;
  return <Toast words={words} staysMs={60_000} onGone={() => setWords(undefined)} />;
}
const said = () => root.querySelector('[role="status"]')?.textContent;

test('goes with the press on its button: it stayed, and a second press undid what came since', async () => {
  render(<Page />, root);
  const run = vi.fn();
  say({ text: 'Deleted.', action: { label: 'Undo', run } });
  await expect.poll(said).toBe('Deleted.');
  root.querySelector('button')?.click();
  expect(run).toHaveBeenCalledTimes(1);
  await expect.poll(said).toBe('');
  expect(root.querySelector('button')).toBeNull();
});

test('what the press says itself takes its place', async () => {
  render(<Page />, root);
  say({ text: 'Deleted.', action: { label: 'Undo', run: () => say({ text: 'Back again.' }) } });
  await expect.poll(said).toBe('Deleted.');
  root.querySelector('button')?.click();
  await expect.poll(said).toBe('Back again.');
});
