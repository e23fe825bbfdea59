import * as z from 'zod/mini';
import type { Attempt, Location } from '../hub/index.ts';
import type { Problem } from './problems.ts';
import { repository } from './shapes.ts';

export const CHAIN_PORT = 'ask-chain';

/** What a page sends through the port `ask-chain`; closing the port ends the asking. */
export const chainRequest = z.lazy(() => z.strictObject({ repository, fresh: z.boolean() }));

/** What the background posts on the port `ask-chain`: each source's answer as it arrives, then the result of all answers. */
export type ChainEvent =
  | { kind: 'attempt'; attempt: Attempt }
  | { kind: 'location'; location: Location }
  | { kind: 'problem'; problem: Problem };
