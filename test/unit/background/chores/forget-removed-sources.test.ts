import { expect, test } from 'vitest';
import { forgetRemovedSources } from '../../../../src/background/chores/forget-removed-sources.ts';
import { secretStore } from '../../settings/secret-bench.ts';
import { storeBench } from '../../settings/store-bench.ts';
import { secretOf } from '../snapshots.ts';

async function bench() {
  const settings = storeBench();
  const secrets = secretStore(settings.area);
  const id = await settings.add('Mine');
  for (const slot of ['huggingface', 'puter', 'endpoint', `source:${id}`])
    await secrets.save(slot, secretOf(slot));
  return {
    ...settings,
    id,
    forget: () => forgetRemovedSources({ settings: settings.store, secrets }),
    slots: async () => Object.keys(await secrets.all()),
  };
}

test('the token of a removed source goes when the removal can no longer be undone, and no other', async () => {
  const { store, state, id, forget, slots } = await bench();
  await forget();
  await store.removeSource(id);
  await forget();
  expect(await slots()).toContain(`source:${id}`);
  state.now += 60 * 60_000;
  await forget();
  expect(await slots()).toEqual(['huggingface', 'puter', 'endpoint']);
});

test('nothing goes while the list cannot be read', async () => {
  const { area, id, forget, slots } = await bench();
  await area.set({ settings: 'corrupt' });
  await forget();
  expect(await slots()).toContain(`source:${id}`);
});

test('nothing goes while a deployer’s list lies over the user’s', async () => {
  const { state, id, forget, slots } = await bench();
  state.policy = { sources: [{ url: 'https://team.example' }], locked: ['sources'] };
  await forget();
  expect(await slots()).toContain(`source:${id}`);
});

test('a shipped source that is not there now keeps its token: the policy may only be late', async () => {
  const settings = storeBench();
  const secrets = secretStore(settings.area);
  await secrets.save('source:shipped:https://hub.example', secretOf('mine'));
  await forgetRemovedSources({ settings: settings.store, secrets });
  expect(Object.keys(await secrets.all())).toEqual(['source:shipped:https://hub.example']);
});
