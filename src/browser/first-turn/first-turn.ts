type Listener = (...told: never[]) => unknown;

/** An event of the browser. What it tells is known where it is listened to. */
export interface BrowserEvent<Told extends Listener = never> {
  addListener(listener: Told): void;
}

/** Who listens to what, for the two scripts of one worker: an event is the same object in both. */
const shared = globalThis as { understudyListeners?: Map<object, Listener[]> };

/**
 * Listens to these events in the worker's first turn, on behalf of a script that is loaded when the first of them happens: a
 * browser tells a worker that it starts of nothing that is listened to later. `load` runs the script at once, so that what it
 * hands to `hear` is told of the same event in the same turn, in which a press of the user still counts.
 *
 * @param answersItself Says whether the event needs nobody else; it may come again by the function that it is given.
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
      // A browser waits for an answer where one listener says so.
      return (
        (listeners.get(event) ?? []).map((listener) => heard(listener, told)).includes(true) || undefined
      );
    };
    const listen: BrowserEvent<(...told: unknown[]) => unknown> = event as never;
    listen.addListener((...told) => answersItself(event, told, () => tell(told)) || tell(told));
  }
}

/** Listens to an event, by way of the script that did so in the worker's first turn, where there is one. */
export function hear<Told extends Listener>(event: BrowserEvent<Told> | undefined, listener: Told): void {
  const listeners = event && shared.understudyListeners?.get(event);
  if (listeners) listeners.push(listener);
  else event?.addListener(listener);
}

/** One that throws keeps the others from nothing. */
function heard(listener: Listener, told: unknown[]): unknown {
  try {
    return (listener as (...told: unknown[]) => unknown)(...told);
  } catch (thrown) {
    reportError(thrown);
    return undefined;
  }
}
