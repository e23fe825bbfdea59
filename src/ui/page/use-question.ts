import { useCallback, useRef, useState } from 'preact/hooks';

/** A question that a button opens. When it closes, the button has the focus again, even if the question had taken its place. */
export function useQuestion() {
  const [asking, setAsking] = useState(false);
  const element = useRef<HTMLButtonElement | null>(null);
  const closed = useRef(false);
  /** The `ref` of the button. */
  const button = useCallback((now: HTMLButtonElement | null) => {
    element.current = now;
    if (now && closed.current) now.focus();
    if (now) closed.current = false;
  }, []);
  const close = () => {
    closed.current = element.current === null;
    element.current?.focus();
    setAsking(false);
  };
  return { asking, open: () => setAsking(true), close, button };
}
