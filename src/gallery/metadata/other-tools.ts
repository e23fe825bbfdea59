import { type MadeWith, madeWith } from './made-with.ts';

type Fields = Record<string, unknown>;

/**
 * Parses a JSON object; undefined when the text is not one. `NaN`, which ComfyUI writes although JSON does not have it, becomes
 * null.
 */
export function objectIn(text: string): Fields | undefined {
  for (const candidate of [text, text.replaceAll(/\bNaN\b/g, 'null')]) {
    try {
      const value: unknown = JSON.parse(candidate);
      return isFields(value) ? value : undefined;
    } catch {
      // The next candidate is tried.
    }
  }
  return undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads SwarmUI's JSON, which is stored under the same name (`parameters`) as A1111's text. */
export function fromSwarmUi(json: Fields): MadeWith | undefined {
  const { sui_image_params: made } = json;
  if (!isFields(made)) return undefined;
  return madeWith('swarmui', { ...made, negativePrompt: made.negativeprompt });
}

/** Reads InvokeAI's JSON: of version 3 and later (`invokeai_metadata`) or of earlier versions (`sd-metadata`). */
export function fromInvokeAi(json: Fields): MadeWith | undefined {
  const { image, model } = json;
  if (isFields(image)) {
    const [first] = Array.isArray(image.prompt) ? (image.prompt as unknown[]) : [image.prompt];
    const prompt = isFields(first) ? first.prompt : first;
    return madeWith('invokeai', { ...image, prompt, model: json.model_weights });
  }
  return madeWith('invokeai', {
    ...json,
    prompt: json.positive_prompt,
    negativePrompt: json.negative_prompt,
    style: undefined,
    model: isFields(model) ? (model.name ?? model.model_name ?? model.key) : model,
  });
}
