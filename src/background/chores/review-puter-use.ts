import type { Services } from '../services.ts';

/** How often `reviewPuterUse` runs while the browser runs: every 12 hours. */
export const REVIEW_MS = 12 * 3_600_000;

/** Forgets Puter's token when it was not used for the time that the user set, and tells open pages. */
export async function reviewPuterUse({
  puterUse,
  announceSettings,
}: Pick<Services, 'puterUse' | 'announceSettings'>): Promise<void> {
  if (await puterUse.review()) await announceSettings();
}
