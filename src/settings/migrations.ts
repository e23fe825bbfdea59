type Raw = Record<string, unknown>;

/** The version that is written. It is one more than there are steps. */
export const SETTINGS_VERSION = 2;

/** Version 1 called the provider that is asked first `first`. */
function toVersion2({ first, ...rest }: Raw): Raw {
  return first === undefined ? rest : { primary: first, ...rest };
}

/** Each step brings settings from one version to the next; values that it does not know stay as they are. */
const STEPS: readonly ((raw: Raw) => Raw)[] = [toVersion2];

/**
 * Stored settings in today's version. Settings without a readable version count as version 1. Settings of a
 * later version stay as they are, with their version: the values in them that are known can still be used.
 */
export function migrate(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const { version, ...values } = raw as Raw;
  const from = Number.isInteger(version) && (version as number) >= 1 ? (version as number) : 1;
  if (from > SETTINGS_VERSION) return raw;
  // An invalid version counts as unreadable.
  const kept = version === undefined || version === from ? { version: SETTINGS_VERSION } : { version };
  return { ...STEPS.slice(from - 1).reduce((older, step) => step(older), values), ...kept };
}
