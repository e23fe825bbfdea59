// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { later } from '../../../../src/ui/components/later.tsx';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => render(null, root));

const Note = () => <p>here</p>;
const shows = () => expect.poll(() => root.textContent).toBe('here');

test('a part that is loaded after it was drawn is shown', async () => {
  const loading = Promise.withResolvers<typeof Note>();
  const { Part } = later(() => loading.promise);
  render(<Part />, root);
  expect(root.textContent).toBe('');
  setTimeout(() => loading.resolve(Note), 200);
  await shows();
});

test('so is one that is loaded between its drawing and what follows on that', async () => {
  const loading = Promise.withResolvers<typeof Note>();
  const { Part, fetch } = later(() => loading.promise);
  fetch();
  render(<Part />, root);
  expect(root.textContent).toBe('');
  // Effects run after the next frame, this at once.
  loading.resolve(Note);
  await shows();
});

test('one that is loaded already is drawn at once', async () => {
  const { Part, fetch } = later(async () => Note);
  fetch();
  await new Promise((loaded) => setTimeout(loaded));
  render(<Part />, root);
  expect(root.textContent).toBe('here');
});
