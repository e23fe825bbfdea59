import {
  type ErrorCode,
  type GenerationOptions,
  type ProviderResult,
  type ProviderWarning,
  pictureResult,
} from '../../generation/index.ts';
import type { Deadline } from '../../web/deadline.ts';
import { abortable, delay } from '../../web/wait.ts';
import { failure } from '../failure.ts';
import { type Answer, createAnswerReader } from './answer.ts';
import type { DeadRoutes } from './dead-routes.ts';
import { createExchange } from './exchange.ts';
import { modelIdOf } from './model-id.ts';
import { modelInUrl } from './own-url.ts';
import type { HuggingFaceParts, RouteObserver } from './parts.ts';
import { askForBytes } from './routes/hf-inference.ts';
import type { LiveRoute } from './routes/route.ts';
import { ROUTES } from './routes/route-table.ts';
import { ROUTER_ORIGIN } from './routes/router-url.ts';
import { sentence } from './sentences.ts';
import { warningsOf } from './warnings.ts';

interface Asked {
  prompt: string;
  options: GenerationOptions;
  budget: Deadline;
  parts: HuggingFaceParts;
  now: () => number;
}

/** The user's own address, exactly as it stands, in the words of hf-inference. */
export async function askOwnUrl(url: URL, asked: Asked): Promise<ProviderResult> {
  const { options } = asked;
  const tools = toolsFor(asked, (to) => (to.href === url.href ? asked.parts.endpointToken : undefined));
  const name = 'own-url';
  const answer = await observed(name, asked, () => askForBytes({ ...asked, ...tools }, url));
  const model = modelInUrl(url);
  const warnings = warningsOf(options, answer.ok ? answer : {});
  if (options.model !== undefined && modelIdOf(options.model) !== model)
    warnings.push({ code: 'model-differs', detail: model ?? url.host });
  return resultOf(answer, name, model, warnings);
}

/**
 * The services that run the model, one after another. Only one that says it does not serve the model leads to the next:
 * nothing else proves that nothing was paid for.
 */
export async function askRoutes(
  model: string,
  routes: readonly LiveRoute[],
  deadRoutes: DeadRoutes,
  asked: Asked,
): Promise<ProviderResult> {
  const { options, parts, budget } = asked;
  const call = {
    ...asked,
    ...toolsFor(asked, () => undefined),
    delay: parts.delay ?? delay,
    signal: budget.signal,
  };
  let last = failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE'));
  // Dead by a 400, which stops if no route is left: remembered only when one is, or the same wish would go on next time.
  let doubted: LiveRoute | undefined;
  for (const route of routes) {
    const protocol = ROUTES.get(route.name);
    if (!protocol || (await deadRoutes.has(route, model))) continue;
    if (doubted) await deadRoutes.add(doubted, model);
    doubted = undefined;
    const answer = await observed(route.name, asked, () => protocol.ask({ ...call, model, route }));
    if (answer.ok || !answer.dead) {
      const negativePromptIgnored = protocol.withoutNegativePrompt?.(route.providerId);
      const warnings = warningsOf(options, { ...(answer.ok && answer), negativePromptIgnored });
      return resultOf(answer, route.name, model, warnings);
    }
    if (answer.error.shouldFallback) await deadRoutes.add(route, model);
    else doubted = route;
    last = answer.error;
  }
  return { success: false, error: last };
}

/** The token goes to router.huggingface.co alone; another address gets its own credential or none. */
function toolsFor({ parts, budget, now }: Asked, elsewhere: (url: URL) => string | undefined) {
  const { fetch, token, endpointToken } = parts;
  const secrets = [token, endpointToken]
    .map((secret) => secret?.trim() ?? '')
    .filter((secret) => secret !== '');
  const { signal } = budget;
  const bearerFor = (url: URL) =>
    (url.origin === ROUTER_ORIGIN ? token : elsewhere(url))?.trim() || undefined;
  return {
    exchange: createExchange({ fetch, bearerFor, secrets, now, signal }),
    answers: createAnswerReader({ fetch, secrets, signal }),
  };
}

async function observed(
  name: string,
  { parts: { observer }, budget }: Asked,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  budget.signal.throwIfAborted();
  await abortable(Promise.resolve(observer?.asking?.(name)), budget.signal);
  try {
    const answer = await ask();
    await tell(observer, name, answer.ok ? answer : answer.error);
    return answer;
  } catch (thrown) {
    await tell(observer, name, { code: budget.ended() ?? 'UNKNOWN' });
    throw thrown;
  }
}

/** An observer that fails after the answer must not cost the user the picture. */
async function tell(
  observer: RouteObserver | undefined,
  name: string,
  { status, code }: { status?: number; code?: ErrorCode },
): Promise<void> {
  try {
    await observer?.answered?.(name, { ...(status !== undefined && { status }), ...(code && { code }) });
  } catch {
    // Nothing was lost but the note.
  }
}

/** The picture and what made it. One that lies somewhere still knows that too, for when it is fetched later. */
function resultOf(
  answer: Answer,
  route: string,
  model: string | undefined,
  warnings: ProviderWarning[],
): ProviderResult {
  const made = {
    ...(warnings.length > 0 && { warnings }),
    ...(model !== undefined && { model }),
    route,
  };
  if (answer.ok) return pictureResult(answer.picture, made);
  const { error } = answer;
  return { success: false, error: error.pictureUrl === undefined ? error : { ...error, made } };
}
