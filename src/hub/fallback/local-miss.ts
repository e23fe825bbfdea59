import { isObject } from '../protocol/shapes.ts';
import type { JsonObject } from '../types.ts';

/** A local 404: returned as a response, or thrown as an error with that status. */
export interface LocalMiss {
  code: string | undefined;
  /** Returns the local 404 if it was returned, or throws it if it was thrown. */
  stand: () => never | Response;
}

/** Calls the local function. Resolves with its value, or with its 404; other errors pass through. */
export async function callLocal<Args extends unknown[], Value>(
  local: (...args: Args) => Value | Promise<Value>,
  args: Args,
): Promise<{ value: Value; miss?: undefined } | { miss: LocalMiss }> {
  try {
    const value = await local(...args);
    if (!(value instanceof Response) || value.status !== 404) return { value };
    return { miss: { code: codeOf(value), stand: () => value } };
  } catch (error) {
    if (!isObject(error) || error.status !== 404) throw error;
    const stand = () => {
      throw error;
    };
    return { miss: { code: codeOf(error), stand } };
  }
}

/** Some frameworks throw the response itself. */
function codeOf(said: Response | JsonObject): string | undefined {
  if (said instanceof Response) return said.headers.get('x-error-code') ?? undefined;
  return typeof said.code === 'string' ? said.code : undefined;
}

/** Whether the caller wants only the local answer: `{ fallback: false }` as the last argument. */
export function isLocalOnly(args: readonly unknown[]): boolean {
  const last = args.at(-1);
  return isObject(last) && last.fallback === false;
}
