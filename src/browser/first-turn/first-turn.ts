type Listener = (...told: never[]) => unknown;

/** An event of the browser, such as `runtime.onMessage`. */
export interface BrowserEvent<Told extends Listener = never> {
  addListener(listener: Told): void;
}

/**
 * The listeners of each event, shared by the worker's two scripts (`background.js` and `worker.js`): an event is the same object
 * in both.
 */
const shared = globalThis as { understudyListeners?: Map<object, Listener[]> };

/**
 * Listens to these events in the worker's first turn, on behalf of a script that is loaded when the first of them happens: a
 * browser delivers the event that started the worker only to listeners of the first turn. `load` runs the script at once, so that
 * the listeners that the script passes to `hear` get the same event in the same turn, in which a press of the user still counts.
 *
 * @param answersItself Returns true when it handles the event itself; the script is then not loaded. It may still pass the event
 *   to the script later, by calling `again`.
 */
export function listenInFirstTurn(
  events: readonly BrowserEvent[],
  load: () => void,
  answersItself: (event: BrowserEvent, told: unknown[], again: () => unknown) => boolean = () => false,
): void {
  const listeners = new Map<object, Listener[]>(events.map((event) => [event, []]));
  shared.understudyListeners = listeners;
  for (const event of events) {
    const tell = (told: unknown[]) => {
      load();
      // A listener of `onMessage` that returns true makes the browser wait for its answer.
      return (
        (listeners.get(event) ?? []).map((listener) => heard(listener, told)).includes(true) || undefined
      );
    };
    const listen: BrowserEvent<(...told: unknown[]) => unknown> = event as never;
    listen.addListener((...told) => answersItself(event, told, () => tell(told)) || tell(told));
  }
}

/** Listens to an event: through `listenInFirstTurn`, where that listens to it already, else directly. */
export function hear<Told extends Listener>(event: BrowserEvent<Told> | undefined, listener: Told): void {
  const listeners = event && shared.understudyListeners?.get(event);
  if (listeners) listeners.push(listener);
  else event?.addListener(listener);
}

/** Calls a listener. An exception is reported, so that the other listeners are called all the same. */
function heard(listener: Listener, told: unknown[]): unknown {
  try {
    return (listener as (...told: unknown[]) => unknown)(...told);
  } catch (thrown) {
    reportError(thrown);
    return undefined;
  }
}
