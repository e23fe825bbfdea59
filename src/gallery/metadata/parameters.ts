import type { Picture } from '../picture.ts';
import { type MadeWith, madeWith } from './made-with.ts';

/** With fewer fields than this, other tools read the last line as part of the prompt. */
const LEAST_FIELDS = 3;
const NEGATIVE = 'Negative prompt:';
const TYPED = 'Prompt as typed';

/**
 * How a picture was made, as A1111 writes it and its PNG Info reads it: the prompt, a line `Negative prompt: …`, and a line
 * of fields. Without words (`withWords` false) the fields alone.
 */
export function parametersOf(picture: Picture, withWords: boolean): string {
  const { request, sent, warnings = [], provider, model, route, width, height, createdAt } = picture;
  const ignored = (code: string) => warnings.some((warning) => warning.code === code);
  const prompt = sent?.prompt ?? request.prompt;
  const negative = ignored('negative-prompt-ignored')
    ? undefined
    : (sent?.negativePrompt ?? request.negativePrompt);
  const fields: [string, string | number | undefined][] = [
    ['Seed', ignored('seed-ignored') ? undefined : request.seed],
    ['Size', width && height ? `${width}x${height}` : undefined],
    ['Model', model],
    ['Style', request.style === 'none' ? undefined : request.style],
    [TYPED, withWords && prompt !== request.prompt ? request.prompt : undefined],
    ['Service', route ? `${provider} ${route}` : provider],
    ['Date', new Date(createdAt).toISOString()],
    ['Version', 'Understudy'],
  ];
  const line = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${quoted(String(value))}`)
    .join(', ');
  return [...(withWords ? [prompt, ...(negative ? [`${NEGATIVE} ${negative}`] : [])] : []), line].join('\n');
}

/** A value with a mark that the line itself uses is written as JSON. */
function quoted(value: string): string {
  return /[,:\n"]/.test(value) ? JSON.stringify(value) : value;
}

/** The text in lines; some tools write all of it in one, with a dot or a comma where a line would end. */
function inLines(text: string): string {
  if (text.includes('\n') || !/[.,]\s*Steps: \d/.test(text)) return text;
  return text.replace(/[.,\s]*(?=Negative prompt:)/, '\n').replace(/[.,\s]*(?=Steps: \d)/, '\n');
}

/** What such a text says; undefined when it says nothing. Forge and others write the same. */
export function parseParameters(text: string): MadeWith | undefined {
  const lines = inLines(text.replaceAll('\r\n', '\n').trim()).split('\n');
  let fields = parseFields(lines.at(-1) ?? '');
  if (fields.size < LEAST_FIELDS) fields = new Map();
  else lines.pop();
  const at = lines.findIndex((line) => line.trimStart().startsWith(NEGATIVE));
  const prompt = lines.slice(0, at < 0 ? undefined : at).join('\n');
  const negative = at < 0 ? '' : lines.slice(at).join('\n').trimStart().slice(NEGATIVE.length);
  const [width, height] = (fields.get('Size') ?? '').split('x');
  const ours = fields.get('Version') === 'Understudy';
  return madeWith(ours ? 'understudy' : 'a1111', {
    prompt: (ours ? fields.get(TYPED) : undefined) ?? prompt,
    negativePrompt: negative,
    style: ours ? fields.get('Style') : undefined,
    seed: fields.get('Seed'),
    width,
    height,
    model: fields.get('Model'),
  });
}

/** `Name: value, Name: "value, quoted", …`, read from its start to its end once. */
function parseFields(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < line.length; ) {
    const colon = line.indexOf(':', at);
    if (colon < 0) break;
    const name = line.slice(at, colon).trim();
    if (!/^\w[\w \-/]{0,60}$/.test(name)) return new Map();
    let from = colon + 1;
    while (line[from] === ' ') from += 1;
    const end = line[from] === '"' ? endOfQuote(line, from) : undefined;
    const comma = line.indexOf(',', end ?? from);
    const stop = comma < 0 ? line.length : comma;
    const value = line.slice(from, end ?? stop).trim();
    fields.set(name, end === undefined ? value : unquoted(value));
    at = stop + 1;
  }
  return fields;
}

/** Behind the closing mark of the quote that begins at `from`; undefined when it does not close. */
function endOfQuote(line: string, from: number): number | undefined {
  for (let at = from + 1; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') return at + 1;
  }
  return undefined;
}

function unquoted(value: string): string {
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
