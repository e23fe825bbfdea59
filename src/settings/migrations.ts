type Raw = Record<string, unknown>;

/** The version that is written. It is one more than there are steps. */
export const SETTINGS_VERSION = 2;

/** Version 1 called the provider that is asked first `first`. */
function toVersion2({ first, ...rest }: Raw): Raw {
  return first === undefined ? rest : { primary: first, ...rest };
}

/** Each brings settings from the version before to the next; what it does not know stays as it is. */
const STEPS: readonly ((raw: Raw) => Raw)[] = [toVersion2];

/**
 * Stored settings in today's version. Settings without a version that can be read are taken for the first. Those of a
 * later version stay as they are, with their version: what of them is known can still be used.
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
