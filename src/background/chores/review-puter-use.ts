import type { Services } from '../services.ts';

/** How often it is looked whether Puter's token is to be forgotten, while the browser runs: 12 hours. */
export const REVIEW_MS = 12 * 3_600_000;

/** Forgets Puter's token where the user wants that and nobody used it for so long, and tells open pages. */
export async function reviewPuterUse({
  puterUse,
  announceSettings,
}: Pick<Services, 'puterUse' | 'announceSettings'>): Promise<void> {
  if (await puterUse.review()) await announceSettings();
}
