import type { Fault, ProviderError, ProviderResult } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { billOfOne } from './bill.ts';
import type { DeadRoutes } from './dead-routes.ts';
import { outsideLimits } from './limits.ts';
import { modelIdOf } from './model-id.ts';
import { observed } from './observed.ts';
import { modelInUrl } from './own-url.ts';
import { resultOf } from './result.ts';
import { askForBytes } from './routes/hf-inference.ts';
import type { LiveRoute } from './routes/route.ts';
import { ROUTES } from './routes/route-table.ts';
import { sentence } from './sentences.ts';
import { type Asked, toolsFor } from './tools.ts';
import { warningsOf } from './warnings.ts';

/** Asks the user's own API address, exactly as it was entered, with the hf-inference protocol. */
export async function askOwnUrl(url: URL, asked: Asked): Promise<ProviderResult> {
  const { options, parts } = asked;
  const route = 'own-url';
  const model = modelInUrl(url);
  const names = model === undefined ? [] : [model];
  const made = { route, ...(model !== undefined && { model }) };
  const tools = toolsFor(asked, made, (to) => (to.href === url.href ? parts.endpointToken : undefined));
  const answer = await observed(route, asked, () => askForBytes({ ...asked, ...tools }, url));
  const warnings = warningsOf(options, { names, ...(answer.ok && answer) });
  if (options.model !== undefined && modelIdOf(options.model)?.id !== model)
    warnings.push({ code: 'model-differs', detail: model ?? url.host });
  return resultOf(answer, { route, model, warnings });
}

/**
 * Asks the services that run the model, one after another. The next is asked only after a service says that it does not
 * run the model, or that its own bill is unpaid: nothing else proves that nothing was paid for. A service whose limits the
 * request exceeds is skipped before anything is sent.
 */
export async function askRoutes(
  model: string,
  routes: readonly LiveRoute[],
  deadRoutes: DeadRoutes,
  asked: Asked,
): Promise<ProviderResult> {
  const { prompt, options } = asked;
  let last: ProviderError | undefined;
  let misfit: Fault | undefined;
  // A 400 is remembered as dead only once another route is tried. Otherwise the same request would find no route the
  // next time, and fall back, although a 400 must stop.
  let doubted: LiveRoute | undefined;
  for (const route of routes) {
    const protocol = ROUTES.get(route.name);
    if (!protocol || (await deadRoutes.has(route, model))) continue;
    const outside = outsideLimits(prompt, options, protocol.limits);
    misfit ??= outside;
    if (outside) continue;
    if (doubted) await deadRoutes.add(doubted, model);
    doubted = undefined;

    const names = [route.providerId, model];
    const expected = warningsOf(options, { names });
    const made = { route: route.name, model, ...(expected.length > 0 && { warnings: expected }) };
    const call = { ...asked, ...toolsFor(asked, made), model, route };
    const answer = await observed(route.name, asked, () => protocol.ask(call));
    const bill = answer.ok ? undefined : billOfOne(answer.error, route.name);
    if (answer.ok || !(answer.elsewhere || bill)) {
      const warnings = warningsOf(options, { names, ...(answer.ok && answer) });
      return resultOf(answer, { route: route.name, model, warnings });
    }
    if (answer.elsewhere === 'gone' && answer.error.shouldFallback) await deadRoutes.add(route, model);
    else if (answer.elsewhere === 'gone') doubted = route;
    last = bill ?? answer.error;
  }
  if (!last && misfit) last = failure('VALIDATION_ERROR', sentence('VALIDATION_ERROR'), { fault: misfit });
  return { success: false, error: last ?? failure('MODEL_UNAVAILABLE', sentence('MODEL_UNAVAILABLE')) };
}
