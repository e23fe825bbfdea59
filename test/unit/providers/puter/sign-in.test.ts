import { describe, expect, test } from 'vitest';
import { signInWithPuter } from '../../../../src/providers/puter/sign-in.ts';
import { TOKEN } from './stand-in.ts';

const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/puter';
const STATE = '6c0f4e4e-1111-4222-8333-444455556666';

type Back = (authorize: URL) => string | undefined;

async function signIn(back: Back) {
  const opened: { url: string; interactive: boolean }[] = [];
  const result = await signInWithPuter({
    launchWebAuthFlow: async (details) => {
      opened.push(details);
      return back(new URL(details.url));
    },
    getRedirectUrl: (path) => REDIRECT.replace(/puter$/, path),
    randomUuid: () => STATE,
  });
  return { result, opened };
}

/** What Puter's page does on approval: the token joins the redirect address. */
function approve(authorize: URL, token = TOKEN): string {
  const redirect = new URL(authorize.searchParams.get('redirectURL') ?? '');
  redirect.searchParams.set('token', token);
  return redirect.href;
}

describe('connecting a Puter account', () => {
  test('opens the AuthMe page with the way back to this extension, and brings the token', async () => {
    const { result, opened } = await signIn((authorize) => approve(authorize));
    expect(result).toEqual({ ok: true, token: TOKEN });
    expect(opened).toHaveLength(1);
    const [{ url, interactive } = { url: '', interactive: false }] = opened;
    expect(interactive).toBe(true);
    expect(url).toMatch(/^https:\/\/puter\.com\/\?action=authme&redirectURL=https%3A%2F%2F/);
    expect(new URL(url).searchParams.get('redirectURL')).toBe(`${REDIRECT}?state=${STATE}`);
  });

  test.each<[string, Back, string]>([
    ['another state', () => `${REDIRECT}?state=other&token=${TOKEN}`, 'state-mismatch'],
    ['no state', () => `${REDIRECT}?token=${TOKEN}`, 'state-mismatch'],
    ['the token of another request', () => `${REDIRECT}?token=${TOKEN}&state=`, 'state-mismatch'],
    ['no token', () => `${REDIRECT}?state=${STATE}`, 'no-token'],
    ['an empty token', (authorize) => approve(authorize, ''), 'no-token'],
    ['a token with a space', (authorize) => approve(authorize, 'a b'), 'no-token'],
    ['a token with a line break', (authorize) => approve(authorize, 'a\nb'), 'no-token'],
    ['a token of 8 kB', (authorize) => approve(authorize, 'x'.repeat(8192)), 'no-token'],
    ['the word null', (authorize) => approve(authorize, 'null'), 'no-token'],
    ['nothing', () => undefined, 'failed'],
    ['no address', () => 'not an address', 'failed'],
  ])('takes nothing from %s', async (_, back, reason) => {
    expect((await signIn(back)).result).toEqual({ ok: false, reason });
  });

  test.each([
    ['The user did not approve access.', 'cancelled'],
    ['User cancelled or denied access.', 'cancelled'],
    ['Authorization page could not be loaded.', 'failed'],
    [`Could not load ${REDIRECT}?token=${TOKEN}`, 'failed'],
  ])('says what “%s” was', async (words, reason) => {
    const { result } = await signIn(() => {
      throw new Error(words);
    });
    expect(result).toEqual({ ok: false, reason });
  });
});
