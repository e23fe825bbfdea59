import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProblemCode } from '../../messages/index.ts';
import { usePopup } from '../stage/context.ts';

/**
 * Which of these problems the last request was refused for. The field that uses this gets the focus on each refusal.
 */
export function useRefused<Field extends HTMLElement>(...codes: ProblemCode[]) {
  const refusal = usePopup().problem.value;
  const field = useRef<Field>(null);
  const code = codes.find((one) => one === refusal?.code);
  // Before the next paint, so that the next key goes to the field.
  useLayoutEffect(() => {
    if (!code || !refusal) return;
    field.current?.focus();
  }, [code, refusal]);
  return { field, code };
}
