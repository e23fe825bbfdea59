import { describe, expect, test } from 'vitest';
import { withLab } from './with-lab.ts';

describe("the lab's Puter", () => {
  const lab = withLab();

  async function call(
    args: Record<string, unknown>,
    token: string | null = 'sample',
    type = 'text/plain;actually=json',
  ) {
    const body = {
      interface: 'puter-image-generation',
      driver: 'ai-image',
      method: 'generate',
      args,
      auth_token: token,
    };
    const headers = { 'content-type': type, origin: 'chrome-extension://abc' };
    const answer = await lab().fetch('https://api.puter.com/drivers/call', {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { answer, json: (await answer.json()) as Record<string, unknown> };
  }
  const together = { model: 'black-forest-labs/FLUX.1-schnell', prompt: 'a red fox', width: 64, height: 64 };

  test('answers with a data URI when base64 is asked for, and reflects the origin', async () => {
    const { answer, json } = await call({ ...together, response_format: 'base64' });
    expect(json).toMatchObject({
      success: true,
      result: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('chrome-extension://abc');
  });

  test.each([
    [together, /^https:\/\/api\.together\.ai\/shrt\//],
    [{ ...together, model: 'flux-schnell' }, /^https:\/\/replicate\.delivery\//],
  ])('answers with a link that leads to the picture: %j', async (args, link) => {
    const { json } = await call(args);
    expect(json.result).toMatch(link);
    const picture = await lab().fetch(String(json.result));
    expect(Buffer.from(await picture.arrayBuffer()).readUInt32BE(16)).toBe(64);
  });

  test.each([
    [null, 401, 'token_missing'],
    ['invalid', 401, 'token_auth_failed'],
    ['reauth', 401, 'reauth_required'],
    ['depleted', 402, 'insufficient_funds'],
    ['unconfirmed', 403, 'email_confirmation_required'],
    ['suspended', 403, 'account_suspended'],
  ])('refuses the token %s with %i %s', async (token, status, code) => {
    const { answer, json } = await call(together, token);
    expect([answer.status, json.code]).toEqual([status, code]);
  });

  test.each([
    [{ prompt: 'p' }, 'Missing `model`'],
    [{ model: 'dall-e-3', prompt: 'p' }, 'Model not found: dall-e-3'],
    [{ model: 'flux-schnell', prompt: '' }, 'Missing prompt'],
  ])('refuses %j', async (args, message) => {
    const { answer, json } = await call(args);
    expect([answer.status, json.message]).toEqual([400, message]);
  });

  test('reads a body of another content type as nothing', async () => {
    expect((await call(together, 'sample', 'text/plain')).answer.status).toBe(401);
  });

  const back = 'https://abc.chromiumapp.org/puter?state=s1';
  const signIn = (redirect: string) =>
    lab().fetch(`https://puter.com/?action=authme&redirectURL=${encodeURIComponent(redirect)}`, {
      redirect: 'manual',
    });

  test('sends a user back from the sign-in with a token, keeping the state', async () => {
    expect((await signIn(back)).headers.get('location')).toBe(`${back}&token=puter-sample-token`);
  });

  test('sends them back without a token when they refuse, or asks them', async () => {
    lab().puter.signIn = 'refuse';
    expect((await signIn(back)).headers.get('location')).not.toContain('token=');
    lab().puter.signIn = 'ask';
    expect(await (await signIn(back)).text()).toContain('Authorization Required');
  });

  test('refuses to lead anywhere but to the web', async () => {
    expect((await signIn('chrome-extension://abc/options.html')).status).toBe(400);
  });
});
