import { cleanPrompt } from './clean-text.ts';
import { applyStyle, applyTemplate } from './style-presets.ts';
import type { StylePreset } from './types.ts';

/**
 * A style of the user's list as it was when it was used. A request carries all of it: the list may change, and *Again* sends
 * what was sent before.
 */
export interface OwnStyle {
  id: string;
  /** What the user called it; left out for a shipped style that kept its own name. */
  name?: string;
  /** What is sent, with `{prompt}` in the place of the prompt. */
  template: string;
  /** Added to what the user leaves out. */
  negativePrompt?: string;
}

/** The fields of a style that a request carries, and no others. */
export function ownStyleOf({ id, name, template, negativePrompt }: OwnStyle): OwnStyle {
  return {
    id,
    ...(name !== undefined && { name }),
    template,
    ...(negativePrompt !== undefined && { negativePrompt }),
  };
}

interface Styled {
  style: StylePreset;
  ownStyle?: OwnStyle;
}

interface Words extends Styled {
  prompt: string;
  negativePrompt?: string;
}

/** The prompt and negative prompt as providers get them: cleaned, and with the request's style applied. */
export function sentWords({ prompt, negativePrompt, style, ownStyle }: Words): {
  prompt: string;
  negativePrompt?: string;
} {
  const typed = cleanPrompt(prompt);
  const leftOut = [negativePrompt, ownStyle?.negativePrompt].map((words) => cleanPrompt(words ?? ''));
  const all = leftOut.filter(Boolean).join(', ');
  return {
    prompt: ownStyle ? applyTemplate(typed, ownStyle.template) : applyStyle(typed, style),
    ...(all && { negativePrompt: all }),
  };
}

/** The style of a request by id, with the name that the user had given it; undefined where it has none. */
export function styleUsed({ style, ownStyle }: Styled): Pick<OwnStyle, 'id' | 'name'> | undefined {
  if (ownStyle) return ownStyle;
  return style === 'none' ? undefined : { id: style };
}
