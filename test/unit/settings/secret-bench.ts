import { createSecretStore, type SecretStore } from '../../../src/settings/index.ts';
import { memoryArea } from '../jobs/memory-area.ts';

type Area = ReturnType<typeof memoryArea>;

/** Few rounds, so that a test takes no time; what is stored says how many were used. */
export const ITERATIONS = 10;

/** A store of secrets over memory. `session` is what the browser forgets when it closes. */
export function secretStore(area: Area = memoryArea(), session: Area = memoryArea()): SecretStore {
  return createSecretStore({ area, session, iterations: ITERATIONS });
}
