import { type ErrorCode, fallsBack, type ProviderError } from '../generation/index.ts';

type Details = { [Key in keyof Omit<ProviderError, 'code' | 'message'>]?: ProviderError[Key] | undefined };

/**
 * Creates a provider's failure as data. Whether the next provider is asked follows from the code (DESIGN.md, "Fallback rules"),
 * unless `details` says otherwise; details that are undefined are left out.
 */
export function failure(code: ErrorCode, message: string, details: Details = {}): ProviderError {
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  return { shouldFallback: fallsBack(code), ...known, code, message };
}
