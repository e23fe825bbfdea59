import type { SignInView } from '../../messages/index.ts';
import { revoke } from '../../providers/huggingface/sign-in/revoke.ts';
import type { Secret, SecretStore } from '../../settings/index.ts';
import { createDeviceSignIn, type DeviceSignIn, type DeviceSignInPorts } from './device-sign-in.ts';
import { createTokenRenewal, type TokenRenewal } from './renewal.ts';

export interface HuggingFaceAccountPorts
  extends Omit<DeviceSignInPorts, 'oauth' | 'secrets' | 'changed' | 'connected'> {
  fetch: DeviceSignInPorts['oauth']['fetch'];
  /** The id of the build's OAuth app; '' in a build without one. */
  clientId: string;
  secrets: SecretStore;
  changed(): Promise<unknown>;
  /** Asks the service whose token this is and what it may do. */
  check(secret: Secret): Promise<Pick<Secret, 'verdict' | 'account'>>;
}

export interface HuggingFaceAccount extends TokenRenewal {
  /** Where the sign-in stands; undefined in a build that cannot sign in. */
  view(): Promise<SignInView | undefined>;
  /** Undefined in a build that cannot sign in. */
  signIn: DeviceSignIn | undefined;
  /** Deletes the token and revokes it. False where the user must revoke it at Hugging Face. */
  signOut(): Promise<boolean>;
}

/** Creates the account at Hugging Face: the sign-in by a code, the renewal of its token, and the sign-out. */
export function createHuggingFaceAccount(ports: HuggingFaceAccountPorts): HuggingFaceAccount {
  const { clientId, secrets, keepAlive, clock } = ports;
  const oauth = { fetch: ports.fetch, clientId };
  const changed = () => void ports.changed().catch(() => undefined);

  async function connected(secret: Secret): Promise<void> {
    if (secret.verdict === 'lacks-permission') return;
    const { verdict, account } = await ports.check(secret);
    const said = { verdict, ...(account !== undefined && { account }) };
    if (await secrets.note('huggingface', secret.token, said)) changed();
  }

  async function signOut(): Promise<boolean> {
    const { renewal } = (await secrets.all()).huggingface ?? {};
    // Deleted before it is revoked, so that it is gone here whatever the service answers.
    await secrets.remove('huggingface');
    return renewal !== undefined && clientId !== '' && revoke(renewal.refreshToken, oauth);
  }

  if (clientId === '') {
    // A sign-in from an earlier build cannot be renewed without a client id: it lasts until its token expires.
    const renewal = {
      fresh: async () => undefined,
      rejected: async () => false,
      idle: async () => undefined,
    };
    return { ...renewal, view: async () => undefined, signIn: undefined, signOut };
  }
  const signIn = createDeviceSignIn({ ...ports, oauth, changed, connected });
  const renewal = createTokenRenewal({ oauth, clock, secrets, keepAlive, changed });
  return { ...renewal, view: signIn.view, signIn, signOut };
}
