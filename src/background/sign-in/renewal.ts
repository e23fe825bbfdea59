import { askToRenew } from '../../providers/huggingface/sign-in/ask-for-token.ts';
import type { OauthPorts } from '../../providers/huggingface/sign-in/ask-oauth.ts';
import { revoke } from '../../providers/huggingface/sign-in/revoke.ts';
import type { Secret, SecretStore } from '../../settings/index.ts';

export interface RenewalPorts {
  oauth: OauthPorts;
  clock: { now(): number };
  secrets: Pick<SecretStore, 'all' | 'renew' | 'note'>;
  keepAlive(): () => void;
  changed(): void;
}

export interface TokenRenewal {
  /** Renews the token of a sign-in when it runs out soon. Never rejects. */
  fresh(): Promise<void>;
  /** The service refused this token (401): renews it, where it came from a sign-in. False where it did not. */
  rejected(token: string): Promise<boolean>;
  /** Resolves when no renewal is under way: what comes back from one must find its place. */
  idle(): Promise<void>;
}

/** Longer than a picture may take, so that a token does not run out while one is made. */
const MARGIN_MS = 30 * 60_000;

type Next = Pick<Secret, 'token' | 'verdict' | 'renewal'>;

/**
 * Keeps the token of a sign-in in order. A refresh token may be good for one use: of two renewals at once the second would be
 * taken for a theft and end the sign-in, so there is one at a time, and the new token is stored over the old one in one write.
 */
export function createTokenRenewal({
  oauth,
  clock,
  secrets,
  keepAlive,
  changed,
}: RenewalPorts): TokenRenewal {
  let running: Promise<void> | undefined;
  /** What was given and could not be stored yet: the old one is used up. */
  let owed: { token: string; next: Next } | undefined;

  const current = async (): Promise<Secret | undefined> => (await secrets.all()).huggingface;

  function once(): Promise<void> {
    running ??= renew().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function renew(): Promise<void> {
    const release = keepAlive();
    try {
      const secret = await current();
      if (!secret?.renewal || (await paidBack(secret))) return;
      const answer = await askToRenew(secret.renewal.refreshToken, oauth);
      if (answer.kind === 'refused') await refused(secret);
      if (answer.kind !== 'token') return;
      const { grant, refreshToken } = secret.renewal;
      const renewal = {
        grant,
        // Without a new one the old one goes on (RFC 6749, section 6).
        refreshToken: answer.refreshToken ?? refreshToken,
        expiresAt: clock.now() + answer.lifeMs,
      };
      const verdict = !answer.mayInfer
        ? 'lacks-permission'
        : secret.verdict === 'invalid'
          ? 'unchecked'
          : secret.verdict;
      owed = { token: secret.token, next: { token: answer.token, verdict, renewal } };
      await store();
    } catch {
      // Storage failed. What is owed is stored at the next occasion.
    } finally {
      release();
    }
  }

  async function store(): Promise<void> {
    if (!owed) return;
    const { token, next } = owed;
    const isStored = await secrets.renew('huggingface', token, next);
    owed = undefined;
    if (isStored) return changed();
    // Disconnected, or signed in anew, meanwhile.
    if (next.renewal) await revoke(next.renewal.refreshToken, oauth);
  }

  async function paidBack(secret: Secret): Promise<boolean> {
    const isOwed = owed?.token === secret.token;
    await store();
    return isOwed;
  }

  /** Only the service's own refusal ends a sign-in, never a bad line; and only that of the token it was about. */
  async function refused({ token }: Secret): Promise<void> {
    if (await secrets.note('huggingface', token, { verdict: 'invalid' })) changed();
  }

  return {
    async fresh() {
      try {
        const renewal = (await current())?.renewal;
        if (renewal && renewal.expiresAt - clock.now() <= MARGIN_MS) await once();
      } catch {
        // The first answer of the service will tell.
      }
    },
    async rejected(token) {
      const secret = await current();
      if (!secret?.renewal) return false;
      // Another one lies there by now: it was renewed while this one was on its way.
      if (secret.token === token) await once();
      return true;
    },
    idle: async () => running,
  };
}
