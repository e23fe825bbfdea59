/** How a picture was made, as read from its file, whichever tool wrote it. */
export interface MadeWith {
  tool: 'understudy' | 'a1111' | 'invokeai' | 'swarmui' | 'comfyui';
  /** Left out when the file has no prompt, or when the prompt cannot be found in it. */
  prompt?: string;
  negativePrompt?: string;
  /** A style of ours, by id, or by name where the user named it; `prompt` is then what the user typed, without the style. */
  style?: string;
  /** The words as they were sent, where the file tells both. */
  sent?: { prompt: string; negativePrompt?: string };
  seed?: number;
  /** Pixels. */
  width?: number;
  height?: number;
  model?: string;
}

/** A `MadeWith` with those fields of `made` that have a usable value; undefined when none has. */
export function madeWith(
  tool: MadeWith['tool'],
  made: { [Key in keyof Omit<MadeWith, 'tool' | 'sent'>]?: unknown },
): MadeWith | undefined {
  const fields = {
    prompt: textIn(made.prompt),
    negativePrompt: textIn(made.negativePrompt),
    style: textIn(made.style),
    seed: wholeIn(made.seed, Number.MAX_SAFE_INTEGER),
    width: wholeIn(made.width, 100_000),
    height: wholeIn(made.height, 100_000),
    model: textIn(made.model),
  };
  const usable = Object.entries(fields).filter(([, value]) => value !== undefined);
  return usable.length === 0 ? undefined : { tool, ...Object.fromEntries(usable) };
}

function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A whole number from 0 to `most`, also from a text; undefined for other values, such as -1, which means a random seed. */
function wholeIn(value: unknown, most: number): number | undefined {
  const number = typeof value === 'string' && /^\d{1,20}$/.test(value.trim()) ? Number(value) : value;
  const isWhole = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most;
  return isWhole ? number : undefined;
}
