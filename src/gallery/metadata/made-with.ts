/** What a file says of how it was made, whichever tool wrote it. */
export interface MadeWith {
  tool: 'understudy' | 'a1111' | 'invokeai' | 'swarmui' | 'comfyui';
  /** Missing where the words were left out of the file, or cannot be known. */
  prompt?: string;
  negativePrompt?: string;
  /** A style preset of ours, by name; `prompt` is then what was typed, without it. */
  style?: string;
  seed?: number;
  /** Pixels. */
  width?: number;
  height?: number;
  model?: string;
}

/** The fields of `made` that hold something usable; undefined where none does. */
export function madeWith(
  tool: MadeWith['tool'],
  made: { [Key in keyof Omit<MadeWith, 'tool'>]?: unknown },
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

/** Also from text; a seed of -1 means a random one, which nobody knows. */
function wholeIn(value: unknown, most: number): number | undefined {
  const number = typeof value === 'string' && /^\d{1,20}$/.test(value.trim()) ? Number(value) : value;
  const isWhole = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most;
  return isWhole ? number : undefined;
}
