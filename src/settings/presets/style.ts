import * as z from 'zod/mini';
import { cleanForeignText, cleanName } from '../../generation/clean-text.ts';
import { isModelId, isSize } from '../../generation/request.ts';
import { PROMPT_SLOT } from '../../generation/style-presets.ts';

/** A style for prompts. The user is shown all of its text. */
export interface Style {
  id: string;
  /** Left out for a shipped style that keeps its own name: `style_<id>` in the locale. */
  name?: string;
  /** What is sent, with `{prompt}` in the place of the prompt. */
  template: string;
  negativePrompt?: string;
  /** Pixels; both or neither. */
  width?: number;
  height?: number;
  /** `owner/name` on the hub. */
  model?: string;
}

export type StyleFields = Omit<Style, 'id'>;

export type StyleProblemCode =
  | 'NO_SUCH_STYLE'
  | 'STYLE_NAME_EMPTY'
  | 'STYLE_NAME_TOO_LONG'
  | 'STYLE_WITHOUT_PROMPT'
  | 'STYLE_TOO_LONG'
  | 'STYLE_SIZE_INVALID'
  | 'STYLE_MODEL_INVALID'
  | 'STYLES_TOO_MANY'
  | 'STYLE_TEXT_INVALID'
  | 'STYLE_TEXT_NEWER';

export interface StyleProblem {
  code: StyleProblemCode;
  subject?: string;
}

/** Characters; `styles`: how many styles a list may have. */
export const STYLE_LIMITS = { name: 60, text: 2_000, styles: 500 } as const;

/** The first thing wrong with a style; undefined when it can be kept. */
export function checkStyle(style: StyleFields): StyleProblem | undefined {
  const { name, template, negativePrompt = '', width, height, model } = style;
  if (name !== undefined && name.trim() === '') return { code: 'STYLE_NAME_EMPTY' };
  if ((name?.length ?? 0) > STYLE_LIMITS.name) {
    return { code: 'STYLE_NAME_TOO_LONG', subject: String(STYLE_LIMITS.name) };
  }
  if (!template.includes(PROMPT_SLOT)) return { code: 'STYLE_WITHOUT_PROMPT' };
  if (template.length > STYLE_LIMITS.text || negativePrompt.length > STYLE_LIMITS.text) {
    return { code: 'STYLE_TOO_LONG', subject: String(STYLE_LIMITS.text) };
  }
  if ((width === undefined) !== (height === undefined) || !isSize(width) || !isSize(height)) {
    return { code: 'STYLE_SIZE_INVALID' };
  }
  if (model !== undefined && !isModelId(model)) return { code: 'STYLE_MODEL_INVALID' };
  return undefined;
}

/** A style as it is stored: texts without characters that cannot be seen, empty fields left out. */
export function tidyStyle({
  name,
  template,
  negativePrompt,
  width,
  height,
  model,
}: StyleFields): StyleFields {
  const leftOut = cleanForeignText(negativePrompt ?? '');
  return {
    ...(name !== undefined && { name: cleanName(name) }),
    template: cleanForeignText(template),
    ...(leftOut && { negativePrompt: leftOut }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(model && { model }),
  };
}

const fields = {
  name: z.optional(z.string()),
  template: z.string(),
  negativePrompt: z.optional(z.string()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  model: z.optional(z.string()),
};

/** The fields of a style as a page sends them. */
export const styleFields = z.lazy(() => z.strictObject(fields));

const stored = z.object({ id: z.string().check(z.minLength(1), z.maxLength(100)), ...fields });

/** A stored style; undefined when it cannot be read or used. */
export function parseStyle(value: unknown): Style | undefined {
  const { data } = stored.safeParse(value);
  if (!data) return undefined;
  const style = { id: data.id, ...tidyStyle(data as StyleFields) };
  return checkStyle(style) ? undefined : style;
}

/** The styles of a list that can be read, one for each id: an id must stand for the same style wherever it is looked up. */
export function parseStyles(values: readonly unknown[]): Style[] {
  return oneAnId(values.map(parseStyle).filter((style) => style !== undefined));
}

/** Keeps the first of two styles with the same id. */
export function oneAnId(styles: readonly Style[]): Style[] {
  const byId = new Map<string, Style>();
  for (const style of styles) if (!byId.has(style.id)) byId.set(style.id, style);
  return [...byId.values()];
}
