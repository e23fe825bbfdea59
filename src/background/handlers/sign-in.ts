import type { Handlers } from '../../messages/index.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type SignInHandlers = Pick<Handlers, 'startSignIn' | 'cancelSignIn' | 'signOut'>;

/** The sign-in to Hugging Face by a code, and its end. */
export function signInHandlers(services: Services): SignInHandlers {
  const { huggingFaceAccount: account, secrets, keepAlive, announceSettings } = services;

  function awake<Value>(work: () => Promise<Value>): Promise<Value> {
    const release = keepAlive();
    return work().finally(release);
  }

  return {
    startSignIn: () =>
      storing(() =>
        awake(async () => {
          // Refused before the sign-in begins: its token could not be saved.
          if ((await secrets.read()).lock === 'locked') return refused('TOKENS_LOCKED');
          return (await account.signIn?.start()) ? done(null) : refused('SIGN_IN_NO_CODE');
        }),
      ),
    cancelSignIn: () =>
      storing(async () => {
        await account.signIn?.cancel();
        return done(null);
      }),
    signOut: () =>
      storing(() =>
        awake(async () => {
          const revoked = await account.signOut();
          await announceSettings();
          return done({ revoked });
        }),
      ),
  };
}
