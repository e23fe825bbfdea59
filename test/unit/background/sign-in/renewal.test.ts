import { expect, test } from 'vitest';
import { HOUR_MS, oauthBench } from './oauth-bench.ts';

async function signedIn() {
  const bench = oauthBench();
  await bench.connect();
  const secret = async () => (await bench.secrets.all()).huggingface;
  const first = await secret();
  if (!first?.renewal) throw new Error('Not signed in');
  return { ...bench, secret, first: { ...first, renewal: first.renewal } };
}

test('a token is renewed before it runs out, and not sooner', async () => {
  const { account, pass, renewals, secret, first, server } = await signedIn();
  pass(7 * HOUR_MS);
  await account.fresh();
  expect(renewals()).toEqual([]);
  pass(0.75 * HOUR_MS);
  await account.fresh();
  expect(renewals()).toHaveLength(1);
  const now = await secret();
  expect(now?.token).not.toBe(first.token);
  expect(now).toMatchObject({ account: 'mira', verdict: 'valid', signedIn: true });
  expect(now?.renewal).toMatchObject({ grant: first.renewal.grant, refreshToken: server.live()[0] });
});

test('two at once are one: a second use of a refresh token would end the sign-in', async () => {
  const { account, pass, renewals, server, first } = await signedIn();
  pass(9 * HOUR_MS);
  await Promise.all([account.fresh(), account.rejected(first.token), account.fresh()]);
  // Comes back late with the token of before.
  expect(await account.rejected(first.token)).toBe(true);
  expect(renewals()).toHaveLength(1);
  expect(server.live()).toHaveLength(1);
});

test('the new token is stored over the old one in one write: at no moment is there none', async () => {
  const { account, pass, area, first } = await signedIn();
  const seen: string[] = [];
  const set = area.set.bind(area);
  area.set = async (items: Record<string, unknown>) => {
    seen.push(JSON.stringify(items));
    return set(items);
  };
  pass(9 * HOUR_MS);
  await account.fresh();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('hf_oauth_refresh');
  expect(seen[0]).not.toContain(first.renewal.refreshToken);
});

test('what could not be stored is kept and stored at the next occasion, without a second use', async () => {
  const { account, pass, area, renewals, server, secret } = await signedIn();
  const set = area.set.bind(area);
  area.set = () => Promise.reject(new Error('QUOTA_BYTES'));
  pass(9 * HOUR_MS);
  await account.fresh();
  area.set = set;
  await account.fresh();
  expect(renewals()).toHaveLength(1);
  expect((await secret())?.renewal?.refreshToken).toBe(server.live()[0]);
});

test.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a broken server', () => Response.json({ error: 'server_error' }, { status: 500 })],
  ['a limit', () => Response.json({ error: 'We had to rate limit you' }, { status: 429 })],
])('%s ends no sign-in', async (_, answer) => {
  const { account, pass, state, secret, first } = await signedIn();
  state.answer = answer;
  pass(9 * HOUR_MS);
  await account.fresh();
  expect(await secret()).toEqual(first);
  state.answer = undefined;
  await account.fresh();
  expect((await secret())?.token).not.toBe(first.token);
});

test('a sign-in that was withdrawn is said to have ended; signing in again mends it', async () => {
  const { account, server, secret, first, connect } = await signedIn();
  server.withdraw();
  expect(await account.rejected(first.token)).toBe(true);
  expect(await secret()).toMatchObject({ verdict: 'invalid', signedIn: true });
  await connect();
  expect(await secret()).toMatchObject({ verdict: 'valid', signedIn: true });
});

test('signed out while it is renewed: the new one is not kept, and withdrawn', async () => {
  const { account, pass, state, server, secrets } = await signedIn();
  server.revokes = true;
  pass(9 * HOUR_MS);
  state.arriving = async () => {
    state.arriving = undefined;
    await secrets.remove('huggingface');
  };
  await account.fresh();
  expect(await secrets.all()).toEqual({});
  expect(server.live()).toEqual([]);
});

test('signing out withdraws access where the service can, and says where it cannot', async () => {
  for (const can of [true, false]) {
    const { account, server, secrets } = await signedIn();
    server.revokes = can;
    expect(await account.signOut()).toBe(can);
    expect(await secrets.all()).toEqual({});
    expect(server.live()).toHaveLength(can ? 0 : 1);
  }
});

test('a token that the user pasted is never renewed', async () => {
  const { account, secrets, renewals } = await signedIn();
  await secrets.save('huggingface', { token: 'hf_pasted', verdict: 'valid' });
  await account.fresh();
  expect(await account.rejected('hf_pasted')).toBe(false);
  expect(renewals()).toEqual([]);
});

test('everything secret went to huggingface.co alone, and in no address', async () => {
  const { account, asked, pass } = await signedIn();
  pass(9 * HOUR_MS);
  await account.fresh();
  await account.signOut();
  expect(asked.map(({ path }) => path)).toEqual([
    '/oauth/device',
    '/oauth/token',
    '/oauth/token',
    '/oauth/revoke',
  ]);
  expect(asked.every(({ init }) => init.redirect === 'error')).toBe(true);
});

test('a build without a client id signs nobody in and asks nothing', async () => {
  const { build, asked, pass } = await signedIn();
  const account = build('');
  const before = asked.length;
  pass(9 * HOUR_MS);
  await account.fresh();
  expect(account.signIn).toBeUndefined();
  expect(await account.view()).toBeUndefined();
  expect(await account.signOut()).toBe(false);
  expect(asked).toHaveLength(before);
});
