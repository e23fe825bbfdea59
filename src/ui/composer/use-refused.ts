import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProblemCode } from '../../messages/index.ts';
import { usePopup } from '../stage/context.ts';

/**
 * For a field: which of these problems a request was refused for. Each refusal leads to the field.
 */
export function useRefused<Field extends HTMLElement>(...codes: ProblemCode[]) {
  const refusal = usePopup().problem.value;
  const field = useRef<Field>(null);
  const code = codes.find((one) => one === refusal?.code);
  // With the sentence, and not after it: the next key belongs to the field.
  useLayoutEffect(() => {
    if (!code || !refusal) return;
    field.current?.focus();
  }, [code, refusal]);
  return { field, code };
}
