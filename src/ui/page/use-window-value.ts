import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A value of the window that changes with some of its events, read at each of them. It is read again when the
 * listening begins: what happened since the first reading would be missed otherwise.
 * @param read a primitive, so that an equal value is no change
 * @param events names of events of the window; always the same names
 */
export function useWindowValue<Value extends string | number | boolean>(
  read: () => Value,
  ...events: string[]
): Value {
  const [value, setValue] = useState(read);
  // In the same task as the first rendering; a plain effect would wait for a frame.
  useLayoutEffect(() => {
    const readAgain = () => setValue(read());
    readAgain();
    for (const event of events) window.addEventListener(event, readAgain);
    return () => {
      for (const event of events) window.removeEventListener(event, readAgain);
    };
  }, []);
  return value;
}
