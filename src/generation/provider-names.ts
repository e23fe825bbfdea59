import { PROVIDER_FACTS } from './provider-facts.ts';

export type ProviderName = keyof typeof PROVIDER_FACTS;

/** The name of every provider. Schemas and tables derive from this list; the settings decide who is asked first. */
export const PROVIDER_NAMES = Object.keys(PROVIDER_FACTS) as [ProviderName, ...ProviderName[]];

/** Whether this version knows the provider; records and backups of a newer version may name others. */
export function isProviderName(name: string): name is ProviderName {
  return Object.hasOwn(PROVIDER_FACTS, name);
}
