import type { Handlers } from '../../messages/index.ts';
import { SHORTEST_PASSPHRASE } from '../../settings/index.ts';
import { forgetRemovedSources } from '../chores/forget-removed-sources.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type PassphraseHandlers = Pick<
  Handlers,
  'unlockTokens' | 'lockTokens' | 'changePassphrase' | 'forgetLockedTokens'
>;

/** The handlers of messages about the tokens' passphrase. No reply contains a key or a token. */
export function passphraseHandlers(services: Services): PassphraseHandlers {
  const { secrets, huggingFaceAccount, runner, keepAlive, announceSettings } = services;

  /**
   * Runs work that needs the passphrase; false from `work` means that the passphrase is wrong. Keeps the worker alive, since
   * making a key from a passphrase is slow on purpose.
   */
  function changing(work: () => Promise<boolean>) {
    return storing(async () => {
      const release = keepAlive();
      try {
        if (!(await work())) return refused('TOKENS_PASSPHRASE_WRONG');
        const view = await announceSettings();
        // Jobs that waited for the tokens go on. Not awaited, so that the page gets its answer at once.
        void runner.wake().catch(() => undefined);
        void forgetRemovedSources(services).catch(() => undefined);
        return done(view);
      } finally {
        release();
      }
    });
  }

  return {
    unlockTokens: ({ passphrase }) => changing(() => secrets.unlock(passphrase)),
    lockTokens: () =>
      storing(async () => {
        // A renewal under way must finish first: its new token could not be stored while the tokens are locked.
        await huggingFaceAccount.idle();
        await secrets.lock();
        return done(await announceSettings());
      }),
    async changePassphrase({ current, next }) {
      if (next !== undefined && next.length < SHORTEST_PASSPHRASE)
        return refused('PASSPHRASE_TOO_SHORT', { subject: String(SHORTEST_PASSPHRASE) });
      return changing(() => secrets.changePassphrase({ current, next }));
    },
    forgetLockedTokens: () =>
      changing(async () => {
        await secrets.forgetSealed();
        return true;
      }),
  };
}
