import { styleUsed } from '../../generation/index.ts';
import type { Picture } from '../picture.ts';
import { type MadeWith, madeWith } from './made-with.ts';
import { fieldsIn } from './settings-line.ts';

/** The least fields of a line of settings: a line with fewer is part of the prompt, as other tools read it. */
const LEAST_FIELDS = 3;
const NEGATIVE = 'Negative prompt:';
/** Our own fields for a prompt or negative prompt that cannot be read back from the text as other tools read it. */
const TYPED = { prompt: 'Prompt as typed', negative: 'Negative prompt as typed' };

/**
 * How a picture was made, in A1111's text format, which A1111's PNG Info reads: the prompt, a line `Negative prompt: …`, and a
 * line of fields. Without `withWords` only the line of fields. A prompt or negative prompt that would not be read back as the user
 * typed it is added as a field (see `TYPED`).
 */
export function parametersOf(picture: Picture, withWords: boolean): string {
  const { request, sent, warnings = [], provider, model, route, width, height, createdAt } = picture;
  const ignored = (code: string) => warnings.some((warning) => warning.code === code);
  const style = styleUsed(request);
  const isNegativeSent = !ignored('negative-prompt-ignored');
  const negative = isNegativeSent ? (sent?.negativePrompt ?? request.negativePrompt) : undefined;
  const words = [sent?.prompt ?? request.prompt, ...(negative ? [`${NEGATIVE} ${negative}`] : [])].join('\n');
  const read = wordsIn(linesOf(words));
  const typed = (was: string, wanted = '') =>
    withWords && was.trim() !== wanted.trim() ? wanted : undefined;
  const fields: [string, string | number | undefined][] = [
    ['Seed', ignored('seed-ignored') ? undefined : request.seed],
    ['Size', width && height ? `${width}x${height}` : undefined],
    ['Model', model],
    ['Style', style?.name ?? style?.id],
    [TYPED.prompt, typed(read.prompt, request.prompt)],
    [TYPED.negative, typed(read.negative, isNegativeSent ? request.negativePrompt : undefined)],
    ['Service', route ? `${provider} ${route}` : provider],
    ['Date', new Date(createdAt).toISOString()],
    ['Version', 'Understudy'],
  ];
  const line = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${quoted(String(value))}`)
    .join(', ');
  return withWords ? `${words}\n${line}` : line;
}

/** A field's value; written as a JSON string if it contains a character that separates fields. */
function quoted(value: string): string {
  return /[,:\n"]/.test(value) ? JSON.stringify(value) : value;
}

/** Parses a text in A1111's format, which Forge and other tools use, too. Undefined when it has nothing usable. */
export function parseParameters(text: string): MadeWith | undefined {
  const lines = inLines(linesOf(text.trim()));
  const at = settingsAt(lines);
  const fields = new Map(fieldsIn(lines[at] ?? ''));
  const words = wordsIn(lines.slice(0, at));
  const [width, height] = (fields.get('Size') ?? '').split('x');
  const ours = fields.get('Version') === 'Understudy';
  const typed = (name: string) => (ours ? fields.get(name) : undefined);
  const isTyped = typed(TYPED.prompt) !== undefined || typed(TYPED.negative) !== undefined;
  const [prompt, negativePrompt] = [words.prompt.trim(), words.negative.trim()];
  const sent = { prompt, ...(negativePrompt && { negativePrompt }) };
  const made = madeWith(ours ? 'understudy' : 'a1111', {
    prompt: typed(TYPED.prompt) ?? prompt,
    negativePrompt: typed(TYPED.negative) ?? negativePrompt,
    style: typed('Style'),
    seed: fields.get('Seed'),
    width,
    height,
    // The pages of AI Horde write the second.
    model: fields.get('Model') ?? fields.get('model'),
  });
  return made && { ...made, ...(isTyped && prompt !== '' && { sent }) };
}

const linesOf = (text: string) => text.replaceAll('\r\n', '\n').split('\n');

/**
 * The index of the line of settings; the number of lines if there is none. It is the last line, as A1111 reads it. If extensions
 * wrote their own lines after it, it is the last line that begins with `Steps:`, as A1111's do.
 */
function settingsAt(lines: string[]): number {
  const isSettings = (line: string) => fieldsIn(line).length >= LEAST_FIELDS;
  if (isSettings(lines.at(-1) ?? '')) return lines.length - 1;
  const at = lines.findLastIndex((line) => /^\s*Steps: \d/.test(line) && isSettings(line));
  return at < 0 ? lines.length : at;
}

function wordsIn(lines: string[]): { prompt: string; negative: string } {
  const at = lines.findIndex((line) => line.trimStart().startsWith(NEGATIVE));
  if (at < 0) return { prompt: lines.join('\n'), negative: '' };
  const negative = lines.slice(at).join('\n').trimStart().slice(NEGATIVE.length);
  return { prompt: lines.slice(0, at).join('\n'), negative };
}

/** The lines of a text. Some tools write a text in one line, with a space, dot or comma in place of a line break: it is split. */
function inLines(lines: string[]): string[] {
  const [text = '', ...more] = lines;
  if (more.length > 0) return lines;
  const negative = Math.max(0, text.indexOf(NEGATIVE));
  const steps = text.slice(negative).search(/[.,\s]Steps: \d/);
  const settings = text.slice(negative + steps + 1);
  if (steps < 0 || fieldsIn(settings).length < LEAST_FIELDS) return lines;
  return [...new Set([0, negative])]
    .map((from, place, all) => withoutEnd(text.slice(from, all[place + 1] ?? negative + steps)))
    .concat(settings);
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[.,\s]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
