import { browser } from 'wxt/browser';
import { createAlarm } from '../../browser/index.ts';
import { checkHubToken } from '../../hub/index.ts';
import { HUGGING_FACE } from '../../web/hugging-face.ts';
import { createHuggingFaceAccount, type HuggingFaceAccountPorts } from './hugging-face-account.ts';
import { createSignInStates } from './sign-in-state.ts';

/** The OAuth app that this build signs in with at Hugging Face (wxt.config.ts); '' without one. */
declare const __HF_CLIENT_ID__: string;

/** Builds the account at Hugging Face with the browser's storage and alarms. */
export function createAccount(
  ports: Omit<HuggingFaceAccountPorts, 'clientId' | 'states' | 'alarm' | 'check'>,
) {
  const signInAlarm = createAlarm('hugging-face-sign-in');
  const huggingFaceAccount = createHuggingFaceAccount({
    ...ports,
    clientId: __HF_CLIENT_ID__,
    states: createSignInStates(browser.storage.session),
    alarm: signInAlarm.set,
    check: ({ token }) => checkHubToken(HUGGING_FACE, token, { fetch: ports.fetch, inference: true }),
  });
  return { huggingFaceAccount, signInAlarm };
}
