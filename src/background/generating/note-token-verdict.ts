import type { ProviderName, ProviderResult } from '../../generation/index.ts';
import type { Secret } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import type { Snapshot } from '../state/snapshot.ts';

/** Stores what a result shows about the token it was requested with (valid or invalid), for the options page. */
export async function noteTokenVerdict(
  {
    secrets,
    huggingFaceAccount,
    announceSettings,
  }: Pick<Services, 'secrets'> & {
    huggingFaceAccount?: Pick<Services['huggingFaceAccount'], 'rejected'>;
    announceSettings(): unknown;
  },
  slot: ProviderName | 'endpoint' | undefined,
  asked: Pick<Snapshot, 'secrets'>,
  result: ProviderResult,
): Promise<void> {
  const used = slot && asked.secrets[slot];
  const verdict = result.success ? 'valid' : REFUSALS[result.error?.code ?? ''];
  if (!slot || !used || !verdict || verdict === used.verdict) return;
  try {
    // Renewing the token shows whether the sign-in has ended. The request is not sent again by itself: the user decides.
    const isSignIn = slot === 'huggingface' && verdict === 'invalid' && used.renewal !== undefined;
    if (isSignIn && (await huggingFaceAccount?.rejected(used.token))) return;
    if (await secrets.note(slot, used.token, { verdict })) await announceSettings();
  } catch {
    // Only a note: a failure to store it is ignored.
  }
}

const REFUSALS: Record<string, Secret['verdict']> = { UNAUTHORIZED: 'invalid' };
