import { expect, test } from 'vitest';
import { createManager } from '../../../../src/background/generating/create-manager.ts';
import type { AttemptLog } from '../../../../src/jobs/index.ts';
import { fakeServices } from '../fake-services.ts';
import { SILENT_LOG } from '../silent-log.ts';
import { secretOf } from '../snapshots.ts';

const OPTIONS = { style: 'none' as const, model: 'acme/fox' };

/** Both connected, Hugging Face with one route; `router` is called for each request that would be paid for. */
async function setUp(
  router: (changes: Changes) => Response | Promise<Response>,
  huggingFace = secretOf('hf_one'),
) {
  const started: string[] = [];
  const log: AttemptLog = { ...SILENT_LOG, started: async (name) => void started.push(name) };
  const fake = fakeServices((url) =>
    url.startsWith('https://router.huggingface.co/') ? router(changes) : new Response('', { status: 503 }),
  );
  const changes = {
    async switchOff(name: 'huggingface' | 'puter') {
      await fake.settings.store.update({ [name]: { enabled: false } });
      await fake.services.announceSettings();
    },
    async disconnect(name: 'huggingface' | 'puter') {
      await fake.secrets.remove(name);
      await fake.services.announceSettings();
    },
  };
  await fake.secrets.save('huggingface', huggingFace);
  await fake.secrets.save('puter', secretOf('puter-one'));
  const manager = await createManager(fake.services, log);
  const paid = () => fake.asked.filter(({ url }) => url.startsWith('https://router.huggingface.co/'));
  const puter = () => fake.asked.filter(({ url }) => url.includes('puter.com'));
  return { ...fake, changes, started, manager, paid, puter };
}
type Changes = {
  switchOff(name: 'huggingface' | 'puter'): Promise<void>;
  disconnect(name: 'huggingface' | 'puter'): Promise<void>;
};

const busy = () => new Response('{"error":"busy"}', { status: 503 });

test.each(['switchOff', 'disconnect'] as const)(
  'Puter is not asked when it was taken away while Hugging Face was being asked: %s',
  async (how) => {
    const { manager, started, puter, paid } = await setUp(async (changes) => {
      await changes[how]('puter');
      return busy();
    });
    const result = await manager?.generate('a fox', OPTIONS);
    expect(paid()).toHaveLength(1);
    expect(puter()).toEqual([]);
    expect(started).toEqual(['huggingface']);
    expect(result).toMatchObject({
      success: false,
      fallbackAttempted: false,
      error: { code: 'SERVICE_UNAVAILABLE', causes: [{ provider: 'huggingface' }] },
    });
  },
);

test('a provider that was taken away before its turn is passed over, and the next is asked', async () => {
  const { manager, changes, started, paid } = await setUp(busy);
  await changes.switchOff('huggingface');
  await manager?.generate('a fox', OPTIONS);
  expect(paid()).toEqual([]);
  expect(started).toEqual(['puter']);
});

test('when all were taken away, it is said that nobody is connected, and nobody was asked', async () => {
  const { manager, changes, started, asked } = await setUp(busy);
  await changes.switchOff('huggingface');
  await changes.disconnect('puter');
  expect(await manager?.generate('a fox', OPTIONS)).toMatchObject({
    success: false,
    error: { code: 'NOT_CONNECTED' },
  });
  expect(started).toEqual([]);
  expect(asked).toEqual([]);
});

test('a token that is removed between two requests is not sent any more', async () => {
  let changes: Changes | undefined;
  const { manager, paid, started } = await setUp(async (given) => {
    changes = given;
    await given.disconnect('huggingface');
    // Hugging Face's model is loading: the provider would ask again.
    return new Response('{"error":"loading","estimated_time":0}', { status: 503 });
  });
  await manager?.generate('a fox', OPTIONS);
  expect(changes).toBeDefined();
  expect(paid()).toHaveLength(1);
  expect(started).toEqual(['huggingface', 'puter']);
});

test('a token that was replaced before a provider’s turn: the new one is used', async () => {
  const { manager, secrets, asked } = await setUp(busy);
  await secrets.save('huggingface', secretOf('hf_two'));
  await manager?.generate('a fox', OPTIONS);
  expect(asked[0]?.authorization).toBe('Bearer hf_two');
});

test('a sign-in that is renewed in the middle of a picture ends nothing: it is paid for', async () => {
  const renewalOf = (refreshToken: string) => ({
    grant: 'g',
    refreshToken,
    expiresAt: Number.MAX_SAFE_INTEGER,
  });
  const { manager, secrets, paid, services } = await setUp(
    async () => {
      await secrets.renew('huggingface', 'hf_oauth_1', {
        token: 'hf_oauth_2',
        verdict: 'valid',
        renewal: renewalOf('r2'),
      });
      await services.announceSettings();
      return busy();
    },
    secretOf('hf_oauth_1', { signedIn: true, renewal: renewalOf('r1') }),
  );
  const result = await manager?.generate('a fox', OPTIONS);
  // The service's own answer, and not that the account was taken away.
  expect(result?.error?.causes?.[0]?.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(paid()).toHaveLength(1);
});

test('a sign-in whose token runs out is renewed before the picture is asked for, with the new one', async () => {
  const fake = fakeServices(
    (url) =>
      url.endsWith('/oauth/token')
        ? Response.json({ access_token: 'hf_oauth_2', refresh_token: 'r2', expires_in: 28_800 })
        : new Response('', { status: 503 }),
    { clientId: 'client-1' },
  );
  const renewal = { grant: 'g', refreshToken: 'r1', expiresAt: fake.services.clock.now() + 60_000 };
  await fake.secrets.save('huggingface', secretOf('hf_oauth_1', { signedIn: true, renewal }));
  const manager = await createManager(fake.services, SILENT_LOG);
  await manager?.generate('a fox', OPTIONS);
  const paid = fake.asked.filter(({ url }) => url.startsWith('https://router.huggingface.co/'));
  expect(paid.map(({ authorization }) => authorization)).toEqual(['Bearer hf_oauth_2']);
});
