/** Every provider there is. Schemas and tables derive from this list; the settings decide who is asked first. */
export const PROVIDER_NAMES = ['huggingface', 'puter'] as const;

export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** Whether this version knows the provider; records and backups of a newer one may name others. */
export function isProviderName(name: string): name is ProviderName {
  return (PROVIDER_NAMES as readonly string[]).includes(name);
}
