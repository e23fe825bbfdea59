import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of a page that its first frame does not need. */
export interface LaterPart<Props> {
  /** Draws it, as soon as it is there. */
  Part: ComponentType<Props>;
  /** Begins to fetch it; from then on it is there at once. */
  fetch(): void;
}

/** Splits a part off the first load. `load` imports it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<unknown> | undefined;
  const fetch = () => {
    loading ??= load().then((component) => {
      Loaded = component;
    });
    return loading;
  };
  return {
    fetch: () => void fetch(),
    Part(props) {
      const [, draw] = useState(Loaded !== undefined);
      useEffect(() => {
        if (!Loaded) void fetch().then(() => draw(true));
      }, []);
      return Loaded ? <Loaded {...props} /> : null;
    },
  };
}
