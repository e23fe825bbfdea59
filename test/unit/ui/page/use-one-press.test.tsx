// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useOnePress } from '../../../../src/ui/page/use-one-press.ts';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => act(() => render(null, root)));

test('the second press of a double click does nothing; one after it is done does, also after a failure', async () => {
  const begun: PromiseWithResolvers<void>[] = [];
  function Pressed() {
    const press = useOnePress(() => {
      const work = Promise.withResolvers<void>();
      begun.push(work);
      return work.promise;
    });
    return <button type="button" onClick={() => void press().catch(() => undefined)} />;
  }
  const show = () => act(() => render(<Pressed />, root));
  const press = () => root.querySelector('button')?.click();
  show();
  press();
  // What it says meanwhile may draw it anew.
  show();
  press();
  expect(begun).toHaveLength(1);
  await act(async () => begun[0]?.reject(new Error('refused')));
  press();
  await act(async () => begun[1]?.resolve());
  press();
  expect(begun).toHaveLength(3);
});
