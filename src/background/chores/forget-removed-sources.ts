import type { Services } from '../services.ts';

/**
 * Deletes the tokens of sources whose removal can no longer be undone. Deletes none while the list of sources cannot be
 * read. Keeps those of a deployer's sources, which are missing while the browser cannot read its policy, and come back.
 */
export async function forgetRemovedSources({
  settings,
  secrets,
}: Pick<Services, 'settings' | 'secrets'>): Promise<void> {
  if ((await settings.read()).unreadable) return;
  const slots = (await secrets.slots()).filter(
    (slot) => slot.startsWith('source:') && !slot.startsWith('source:shipped:'),
  );
  // Read after the tokens: a source that is being added is stored before its token.
  const kept = await settings.rememberedSourceIds();
  for (const slot of slots) {
    if (!kept.has(slot.slice('source:'.length))) await secrets.remove(slot);
  }
}
