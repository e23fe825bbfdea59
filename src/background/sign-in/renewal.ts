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
  /** Renews the token of a sign-in if it expires within `MARGIN_MS`. Never rejects. */
  fresh(): Promise<void>;
  /** Renews a token that the service refused (401). False where the saved token did not come from a sign-in. */
  rejected(token: string): Promise<boolean>;
  /** Resolves when no renewal is under way. */
  idle(): Promise<void>;
}

/** Longer than a picture may take, so that a token does not expire while a picture is made. */
const MARGIN_MS = 30 * 60_000;

type Next = Pick<Secret, 'token' | 'verdict' | 'renewal'>;

/**
 * Renews the token of a sign-in. A refresh token may work only once, and the service may take a second use for a theft and end
 * the sign-in. So there is one renewal at a time, and the new token replaces the old one in one write.
 */
export function createTokenRenewal({
  oauth,
  clock,
  secrets,
  keepAlive,
  changed,
}: RenewalPorts): TokenRenewal {
  let running: Promise<void> | undefined;
  /**
   * A new token that is not stored yet, with the old token that it replaces. It must not be lost: the old refresh token is used
   * up.
   */
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
        // Without a new refresh token the old one stays valid (RFC 6749, section 6).
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
      // Storage failed. The new token stays in `owed` and is stored at the next renewal.
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
    // The user has disconnected or signed in anew meanwhile: the new token is not wanted.
    if (next.renewal) await revoke(next.renewal.refreshToken, oauth);
  }

  /** Stores a new token that an earlier renewal could not store. True when it replaced the token of `secret`. */
  async function paidBack(secret: Secret): Promise<boolean> {
    const isOwed = owed?.token === secret.token;
    await store();
    return isOwed;
  }

  /** Marks the refused token as invalid, unless another token is saved by now. Called for a refusal, never for a network error. */
  async function refused({ token }: Secret): Promise<void> {
    if (await secrets.note('huggingface', token, { verdict: 'invalid' })) changed();
  }

  return {
    async fresh() {
      try {
        const renewal = (await current())?.renewal;
        if (renewal && renewal.expiresAt - clock.now() <= MARGIN_MS) await once();
      } catch {
        // Storage failed: the old token is used, and the service's answer shows whether it is still valid.
      }
    },
    async rejected(token) {
      const secret = await current();
      if (!secret?.renewal) return false;
      // A different saved token means that it was renewed while the request was under way.
      if (secret.token === token) await once();
      return true;
    },
    idle: async () => running,
  };
}
