import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that is loaded after the first frame. */
export interface LaterPart<Props> {
  /** Renders the component once it is loaded. */
  Part: ComponentType<Props>;
  /** Starts loading the component. */
  fetch(): void;
}

/** Splits a component off the first load. `load` imports it. */
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
        // Draws again even where the component was loaded between the drawing and this effect: else it would
        // stay away until something else is drawn.
        void fetch().then(() => draw(true));
      }, []);
      return Loaded ? <Loaded {...props} /> : null;
    },
  };
}

/** A module that is loaded after the first frame; undefined until it is there. `load` must be the same function each time. */
export function useLater<Module>(load: () => Promise<Module>): Module | undefined {
  const [module, setModule] = useState<Module>();
  useEffect(() => {
    void load().then((loaded) => setModule(() => loaded));
  }, [load]);
  return module;
}
