import * as z from 'zod/mini';
import { lenient } from './lenient.ts';

const Text = lenient(z.string());

const ErrorBody = z.object({
  error: lenient(z.union([z.string(), z.array(z.string()), z.object({ message: z.string() })])),
  detail: lenient(z.union([z.string(), z.array(z.union([z.string(), z.object({ msg: z.string() })]))])),
  message: Text,
  title: Text,
});

/**
 * What a service says in an error body. Hugging Face passes its services' own shapes through: `error` (text, list, or
 * an object's message), `detail` (text, or a list with `msg`), `message`, `title`. Empty when it says nothing.
 */
export function serviceWords(body: unknown): string {
  if (typeof body === 'string') return body.trim().startsWith('<') ? '' : body.trim();
  const parsed = z.safeParse(ErrorBody, body);
  if (!parsed.success) return '';
  const { error, detail, message, title } = parsed.data;
  return [inError(error), inDetail(detail), message, title].find((words) => words?.trim())?.trim() ?? '';
}

function inError(error: z.infer<typeof ErrorBody>['error']): string | undefined {
  if (error === undefined || typeof error === 'string') return error;
  return Array.isArray(error) ? error.join(' ') : error.message;
}

function inDetail(detail: z.infer<typeof ErrorBody>['detail']): string | undefined {
  if (detail === undefined || typeof detail === 'string') return detail;
  return detail.map((item) => (typeof item === 'string' ? item : item.msg)).join(' ');
}
