import type { Handlers } from '../../messages/index.ts';
import { SHORTEST_PASSPHRASE } from '../../settings/index.ts';
import { forgetRemovedSources } from '../chores/forget-removed-sources.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type PassphraseHandlers = Pick<
  Handlers,
  'unlockTokens' | 'lockTokens' | 'changePassphrase' | 'forgetLockedTokens'
>;

/** What pages can do with the passphrase of the tokens. None of them is ever told a key or a token. */
export function passphraseHandlers(services: Services): PassphraseHandlers {
  const { secrets, huggingFaceAccount, runner, keepAlive, announceSettings } = services;

  /** Making a key takes its time, on purpose. */
  function changing(work: () => Promise<boolean>) {
    return storing(async () => {
      const release = keepAlive();
      try {
        if (!(await work())) return refused('TOKENS_PASSPHRASE_WRONG');
        const view = await announceSettings();
        // What waited for this goes on; it is not what the page waits for.
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
        // A token that is renewed just now could not be kept any more.
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
