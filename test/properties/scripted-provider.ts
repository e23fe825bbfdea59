import type {
  GenerationOptions,
  ImageProvider,
  ProviderName,
  ProviderResult,
} from '../../src/generation/index.ts';

export interface ScriptedProvider extends ImageProvider {
  calls: { prompt: string; options: GenerationOptions }[];
}

/** An ImageProvider that answers what it is told and remembers what it was asked. */
export function scriptedProvider(
  name: ProviderName,
  answer: ProviderResult | (() => ProviderResult),
): ScriptedProvider {
  const calls: ScriptedProvider['calls'] = [];
  return {
    name,
    calls,
    async generate(prompt, options) {
      calls.push({ prompt, options });
      return typeof answer === 'function' ? answer() : answer;
    },
  };
}
