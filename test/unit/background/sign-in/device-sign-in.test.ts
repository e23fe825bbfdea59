import { expect, test } from 'vitest';
import { oauthBench } from './oauth-bench.ts';

const code = (bench: ReturnType<typeof oauthBench>) => bench.server.codes().at(-1) ?? '';

test('a code is asked for with the one scope, shown, and exchanged when it is allowed', async () => {
  const bench = oauthBench();
  expect(await bench.account.view()).toEqual({ step: 'none' });
  expect(await bench.signIn.start()).toBe(true);
  const { path, fields, init } = bench.asked[0] ?? {};
  expect([path, Object.fromEntries(fields ?? [])]).toEqual([
    '/oauth/device',
    { scope: 'inference-api', client_id: 'client-1' },
  ]);
  expect(init).toMatchObject({ method: 'POST', redirect: 'error', credentials: 'omit' });
  const shown = { step: 'waiting', userCode: code(bench), page: 'https://hf.co/oauth/device' };
  expect(await bench.account.view()).toEqual(shown);
  await bench.next();
  expect(await bench.account.view()).toEqual(shown);
  expect(bench.state.holds).toBe(1);
  bench.server.allow(code(bench));
  await bench.next();
  expect(await bench.account.view()).toEqual({ step: 'none' });
  expect((await bench.secrets.all()).huggingface).toMatchObject({
    token: expect.stringContaining('hf_oauth_access'),
    verdict: 'valid',
    account: 'mira',
    signedIn: true,
    renewal: { refreshToken: bench.server.live()[0], expiresAt: bench.clock.time + 28_800_000 },
  });
  expect(bench.state).toMatchObject({ alarm: undefined, holds: 0 });
});

test('no answer names an interval: 5 s lie between questions, however often the alarm rings', async () => {
  const bench = oauthBench();
  await bench.signIn.start();
  await bench.signIn.ask();
  expect(bench.polls()).toEqual([]);
  for (let round = 0; round < 3; round += 1) {
    // The alarm and the timer may both ring.
    bench.pass(bench.state.alarm ?? 0);
    await Promise.all([bench.signIn.ask(), bench.signIn.ask()]);
    bench.pass(1_000);
    await bench.signIn.ask();
    bench.pass(-1_000);
  }
  expect(bench.polls()).toHaveLength(3);
  expect(bench.state.alarm).toBe(5_000);
});

test('slow_down makes every later question 5 s slower, in the next worker too (cli/oauth#76)', async () => {
  const bench = oauthBench();
  await bench.signIn.start();
  await bench.next();
  bench.state.answer = () => Response.json({ error: 'slow_down' }, { status: 400 });
  await bench.next();
  expect(bench.state.alarm).toBe(10_000);
  await bench.next();
  expect(bench.state.alarm).toBe(15_000);
  bench.state.answer = undefined;
  const later = bench.build().signIn;
  await later?.ask();
  expect(bench.polls()).toHaveLength(3);
  expect(bench.state.alarm).toBe(15_000);
  await bench.next(later);
  await bench.next(later);
  const times = bench.polls().map(({ at }) => at);
  expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([
    5_000, 10_000, 15_000, 15_000,
  ]);
});

test.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a gateway’s page', () => new Response('<html>502</html>', { status: 502 })],
  ['a limit', () => Response.json({ error: 'too_many_requests' }, { status: 429 })],
  ['a page in between', () => new Response('<html>Log in to the hotel</html>')],
  ['an error that is no code', () => Response.json({ error: 'Something is odd.' }, { status: 400 })],
])('%s ends no sign-in: it is asked less often', async (_, answer) => {
  const bench = oauthBench();
  await bench.signIn.start();
  bench.state.answer = answer;
  await bench.next();
  expect(await bench.account.view()).toMatchObject({ step: 'waiting' });
  expect(bench.state.alarm).toBe(10_000);
  bench.state.answer = undefined;
  bench.server.allow(code(bench));
  await bench.next();
  expect((await bench.secrets.all()).huggingface?.signedIn).toBe(true);
});

test.each([
  ['deny', 'denied'],
  ['expire', 'expired'],
] as const)(
  'when the user or the time says no, it is said and nothing more is asked: %s',
  async (how, step) => {
    const bench = oauthBench();
    await bench.signIn.start();
    bench.server[how](code(bench));
    await bench.next();
    expect(await bench.account.view()).toEqual({ step });
    expect(bench.state).toMatchObject({ alarm: undefined, holds: 0 });
    await bench.signIn.ask();
    expect(bench.polls()).toHaveLength(1);
    // A new code replaces the old one's end.
    await bench.signIn.start();
    expect(await bench.account.view()).toMatchObject({ step: 'waiting' });
  },
);

test('a clock that jumps an hour either way ends nothing early and stops nothing', async () => {
  const bench = oauthBench();
  await bench.signIn.start();
  await bench.next();
  bench.clock.time += 3_600_000;
  await bench.next();
  expect(await bench.account.view()).toMatchObject({ step: 'waiting' });
  bench.clock.time -= 7_200_000;
  await bench.next();
  expect(bench.polls()).toHaveLength(3);
  bench.server.allow(code(bench));
  await bench.next();
  expect((await bench.secrets.all()).huggingface?.signedIn).toBe(true);
});

test('without any answer it ends by itself after the life of the code', async () => {
  const bench = oauthBench();
  await bench.signIn.start();
  bench.state.answer = () => Response.json({ error: 'authorization_pending' }, { status: 400 });
  let rounds = 0;
  while (bench.state.alarm !== undefined && rounds < 200) {
    rounds += 1;
    await bench.next();
  }
  expect(await bench.account.view()).toEqual({ step: 'expired' });
  expect(bench.polls().length).toBeLessThanOrEqual(62);
});

test('cancelled while the token is on its way: it is not kept, and withdrawn', async () => {
  const bench = oauthBench();
  bench.server.revokes = true;
  await bench.signIn.start();
  bench.server.allow(code(bench));
  bench.state.arriving = async () => {
    bench.state.arriving = undefined;
    await bench.signIn.cancel();
  };
  await bench.next();
  expect(await bench.secrets.all()).toEqual({});
  expect(bench.server.live()).toEqual([]);
  expect(await bench.account.view()).toEqual({ step: 'none' });
});

test('pressed twice there is one code; a worker that begins anew goes on with it', async () => {
  const bench = oauthBench();
  await Promise.all([bench.signIn.start(), bench.signIn.start()]);
  await bench.signIn.start();
  expect(bench.server.codes()).toHaveLength(1);
  const later = bench.build().signIn;
  bench.server.allow(code(bench));
  await bench.next(later);
  expect((await bench.secrets.all()).huggingface?.signedIn).toBe(true);
});

test('no code: nothing is waited for', async () => {
  const bench = oauthBench();
  for (const body of ['<html>', '{}', '{"device_code":"x","user_code":"<b>"}']) {
    bench.state.answer = () => new Response(body);
    expect(await bench.signIn.start()).toBe(false);
  }
  expect(await bench.account.view()).toEqual({ step: 'none' });
  expect(bench.state.alarm).toBeUndefined();
});

test('a page to type the code on that is not Hugging Face’s is not shown', async () => {
  const bench = oauthBench();
  const given = { device_code: 'x', user_code: 'ABCD-1234', expires_in: 300 };
  bench.state.answer = () =>
    Response.json({ ...given, verification_uri: 'https://hf.co.evil.example/oauth' });
  await bench.signIn.start();
  expect(await bench.account.view()).toMatchObject({ page: 'https://hf.co/oauth/device' });
});

test('while the tokens are locked nothing is asked for that could not be kept', async () => {
  const bench = oauthBench();
  await bench.secrets.changePassphrase({ next: 'a long passphrase' });
  await bench.signIn.start();
  bench.server.allow(code(bench));
  await bench.secrets.lock();
  await bench.next();
  expect(bench.polls()).toEqual([]);
  await bench.secrets.unlock('a long passphrase');
  await bench.next();
  expect((await bench.secrets.all()).huggingface?.signedIn).toBe(true);
  // What renews it lies closed up with it.
  expect(JSON.stringify(await bench.area.get(null as never))).not.toContain('hf_oauth');
  expect(JSON.stringify(await bench.area.get('secrets'))).not.toContain('hf_oauth');
});
