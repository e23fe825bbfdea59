// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../../src/generation/index.ts';
import { useModelCheck } from '../../../../../src/ui/options/pictures/use-model-check.ts';
import { OptionsContext } from '../../../../../src/ui/page/settings-context.ts';
import type { OptionsState } from '../../../../../src/ui/page/settings-state.ts';
import { settingsView } from '../../settings-view.ts';

const root = document.body.appendChild(document.createElement('div'));
afterEach(() => render(null, root));

test.each([
  ['', 1],
  [DEFAULT_CONFIG.huggingface.apiUrl, 1],
  ['https://mine.example/models/x', 0],
])('with the API URL %j the hubs are asked %i times for a model that is typed', async (apiUrl, times) => {
  const ask = vi.fn(async () => ({ ok: true, value: { answer: 'absent' } }));
  const settings = signal(settingsView({ huggingface: { apiUrl } }));
  const parts: { check?: ReturnType<typeof useModelCheck>['check'] } = {};
  function Field() {
    parts.check = useModelCheck('huggingface').check;
    return null;
  }
  render(
    <OptionsContext.Provider value={{ ask, settings } as unknown as OptionsState}>
      <Field />
    </OptionsContext.Provider>,
    root,
  );
  const problem = await parts.check?.('acme/fox');
  expect(ask).toHaveBeenCalledTimes(times);
  expect(problem?.code).toBe(times === 1 ? 'MODEL_UNKNOWN' : undefined);
});
