import type { House } from './house.ts';

/** Drops the tokens of sources whose removal can no longer be undone. None while the list cannot be read. */
export async function forgetRemovedSources({
  settings,
  secrets,
}: Pick<House, 'settings' | 'secrets'>): Promise<void> {
  if ((await settings.read()).repaired) return;
  const [kept, tokens] = await Promise.all([settings.rememberedSourceIds(), secrets.all()]);
  const slots = Object.keys(tokens).filter((slot) => slot.startsWith('source:'));
  for (const slot of slots) {
    if (!kept.has(slot.slice('source:'.length))) await secrets.remove(slot);
  }
}
