import { browser } from 'wxt/browser';
import { checkHubToken, type TokenCheck } from '../../hub/index.ts';
import type { Handlers, TokenView } from '../../messages/index.ts';
import { signInWithPuter } from '../../providers/puter/sign-in.ts';
import {
  cleanToken,
  originOf,
  type Secret,
  slotUrl,
  type TokenSlot,
  tokenBoundTo,
} from '../../settings/index.ts';
import { HUGGING_FACE } from '../../web/hugging-face.ts';
import { done, refused, storing, storingTokens } from '../reply.ts';
import type { Services } from '../services.ts';
import { toTokenView } from '../state/settings-view.ts';

type TokenHandlers = Pick<Handlers, 'saveToken' | 'removeToken' | 'connectPuter' | 'toldForgotten'>;

/** The handlers of messages about tokens: pages can save, check and remove a token, but never read one. */
export function tokenHandlers(services: Services): TokenHandlers {
  const { secrets, puterUse, fetch, announceSettings, keepAlive } = services;

  /** Stores a token before it is checked, so that the pasted token is not lost when the check is slow or fails. */
  async function save(slot: TokenSlot, token: string, origin: string | undefined): Promise<TokenView> {
    const secret: Secret = { token, verdict: 'unchecked', ...(origin !== undefined && { origin }) };
    await secrets.save(slot, secret);
    if (slot === 'puter') await puterUse.note();
    const { verdict, account } = await check(slot, secret);
    const said = { verdict, ...(account !== undefined && { account }) };
    await secrets.note(slot, token, said);
    await announceSettings();
    return toTokenView({ ...secret, ...said });
  }

  async function check(slot: TokenSlot, secret: Secret): Promise<TokenCheck> {
    const { token } = secret;
    if (slot === 'huggingface') return checkHubToken(HUGGING_FACE, token, { fetch, inference: true });
    // Tokens of Puter and of the user's own API URL are not checked: their first picture shows whether they are valid.
    const url = await allowedUrl(slot);
    // The source may have moved since the token was given for it.
    const stays = url !== undefined && tokenBoundTo(url, secret) !== undefined;
    return stays ? checkHubToken(url, token, { fetch }) : { verdict: 'unchecked' };
  }

  /** The URL of a source, if its origin is allowed; otherwise its token is not checked. */
  async function allowedUrl(slot: TokenSlot): Promise<string | undefined> {
    const { settings, allowed } = await services.current();
    return settings.sources.find(({ id }) => slot === `source:${id}` && allowed[id])?.url;
  }

  return {
    saveToken: ({ slot: named, token: pasted, origin: shown }) =>
      storingTokens(async () => {
        const slot = named as TokenSlot;
        const cleaned = cleanToken(pasted);
        if ('problem' in cleaned) return refused(cleaned.problem);
        const url = slotUrl(slot, (await services.current()).settings);
        if (slot.startsWith('source:') && url === undefined) return refused('NO_SUCH_SOURCE');
        const origin = originOf(url);
        if (origin !== shown)
          return refused('TOKEN_PLACE_MOVED', { subject: origin ? new URL(origin).host : '' });
        const release = keepAlive();
        try {
          return done(await save(slot, cleaned.token, origin));
        } finally {
          release();
        }
      }),

    removeToken: ({ slot }) =>
      storing(async () => {
        await secrets.remove(slot);
        await announceSettings();
        return done(null);
      }),

    toldForgotten: () =>
      storing(async () => {
        await puterUse.markTold();
        await announceSettings();
        return done(null);
      }),

    async connectPuter() {
      // Refused before the sign-in begins: its token could not be saved.
      if ((await services.current()).lock === 'locked') return refused('TOKENS_LOCKED');
      const release = keepAlive();
      try {
        const signedIn = await signInWithPuter({
          launchWebAuthFlow: (details) => browser.identity.launchWebAuthFlow(details),
          getRedirectUrl: (path) => browser.identity.getRedirectURL(path),
          randomUuid: () => crypto.randomUUID(),
        });
        if (signedIn.ok)
          return await storingTokens(async () => done(await save('puter', signedIn.token, undefined)));
        return refused(signedIn.reason === 'cancelled' ? 'SIGN_IN_CANCELLED' : 'SIGN_IN_FAILED');
      } catch {
        return refused('STORAGE_FAILED');
      } finally {
        release();
      }
    },
  };
}
