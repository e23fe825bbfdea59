import type { Services } from '../services.ts';

/**
 * Drops the tokens of sources whose removal can no longer be undone. None while the list cannot be read, and none of a
 * source that a deployer ships: it is gone whenever the browser cannot tell the policy, and comes back.
 */
export async function forgetRemovedSources({
  settings,
  secrets,
}: Pick<Services, 'settings' | 'secrets'>): Promise<void> {
  if ((await settings.read()).unreadable) return;
  const slots = Object.keys(await secrets.all()).filter(
    (slot) => slot.startsWith('source:') && !slot.startsWith('source:shipped:'),
  );
  // Read after the tokens: a source that is being added is there before its token is.
  const kept = await settings.rememberedSourceIds();
  for (const slot of slots) {
    if (!kept.has(slot.slice('source:'.length))) await secrets.remove(slot);
  }
}
