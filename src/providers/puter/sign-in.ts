interface Identity {
  launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
  /** `identity.getRedirectURL`: an https address that leads back to this extension. */
  getRedirectUrl(path: string): string;
  randomUuid(): string;
}

export type SignedIn =
  | { ok: true; token: string }
  | { ok: false; reason: 'cancelled' | 'failed' | 'state-mismatch' | 'no-token' };

const AUTHORIZE = 'https://puter.com/';
/** The browsers' error messages when the user closed the window or denied access. */
const CLOSED_BY_USER = /did not approve|cancel|denied|closed/i;
/** A usable token: visible ASCII, under 8 kB, not the words `null` or `undefined`. */
const TOKEN = /^(?!null$|undefined$)[\x21-\x7e]{1,8191}$/;

/**
 * Signs in to a Puter account on Puter's AuthMe page, which shows the user where the token goes, and sends the token to the
 * extension's own redirect address. Opens a window: call it from a click. Never rejects.
 */
export async function signInWithPuter(identity: Identity): Promise<SignedIn> {
  const state = identity.randomUuid();
  const redirect = new URL(identity.getRedirectUrl('puter'));
  redirect.searchParams.set('state', state);
  const url = new URL(AUTHORIZE);
  url.searchParams.set('action', 'authme');
  url.searchParams.set('redirectURL', redirect.href);

  let back: string | undefined;
  try {
    back = await identity.launchWebAuthFlow({ url: url.href, interactive: true });
  } catch (thrown) {
    const words = thrown instanceof Error ? thrown.message : '';
    return { ok: false, reason: CLOSED_BY_USER.test(words) ? 'cancelled' : 'failed' };
  }
  if (!back || !URL.canParse(back)) return { ok: false, reason: 'failed' };
  const answer = new URL(back).searchParams;
  if (answer.get('state') !== state) return { ok: false, reason: 'state-mismatch' };
  const token = answer.get('token') ?? '';
  return TOKEN.test(token) ? { ok: true, token } : { ok: false, reason: 'no-token' };
}
