import * as z from 'zod/mini';
import { checkStyle, type StyleFields, type StyleProblem, styleFields, tidyStyle } from './style.ts';

const TEXT_VERSION = 1;
/** The most characters of a style as text: more than a style can have. */
export const LONGEST_STYLE_TEXT = 20_000;

const envelope = z.object({ understudy: z.literal('style'), version: z.number() });

/** A style as text that can be pasted into a message. `name` is the one people see. */
export function styleToText(
  { template, negativePrompt, width, height, model }: StyleFields,
  name: string,
): string {
  const fields = { name, template, negativePrompt, width, height, model };
  return JSON.stringify({ understudy: 'style', version: TEXT_VERSION, ...fields }, null, 2);
}

/** The style in a pasted text, which may have words or a code fence around it. Runs nothing of it. */
export function styleFromText(text: string): StyleFields | { problem: StyleProblem } {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const raw = text.length > LONGEST_STYLE_TEXT ? undefined : parseJson(json);
  const head = envelope.safeParse(raw);
  if (!head.success) return { problem: { code: 'STYLE_TEXT_INVALID' } };
  if (head.data.version > TEXT_VERSION) return { problem: { code: 'STYLE_TEXT_NEWER' } };
  const { understudy: _kind, version: _version, ...fields } = raw as Record<string, unknown>;
  const parsed = styleFields.safeParse(fields);
  if (!parsed.success) return { problem: { code: 'STYLE_TEXT_INVALID' } };
  const style = tidyStyle(parsed.data as StyleFields);
  const problem = checkStyle({ ...style, name: style.name ?? '' });
  return problem ? { problem } : style;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
