import { abortError, throwIfAborted } from '../../web/wait.ts';

interface Flight<Result, Report> {
  promise: Promise<Result>;
  controller: AbortController;
  callers: number;
  reports: Report[];
  listeners: Set<(report: Report) => void>;
}

interface Passenger<Report> {
  signal?: AbortSignal | undefined;
  onReport?: ((report: Report) => void) | undefined;
}

type Start<Result, Report> = (signal: AbortSignal, report: (report: Report) => void) => Promise<Result>;

export type SingleFlight<Result, Report> = (
  key: string,
  start: Start<Result, Report>,
  passenger: Passenger<Report>,
) => Promise<Result>;

/**
 * Lets callers who ask the same thing at the same time share one piece of work. A caller that joins late is told at once
 * what was reported so far. A caller that aborts gets an AbortError, and the work goes on for the others; when the last
 * caller aborts, the work is aborted.
 */
export function createSingleFlight<Result, Report>(): SingleFlight<Result, Report> {
  const flights = new Map<string, Flight<Result, Report>>();

  function takeOff(key: string, start: Start<Result, Report>): Flight<Result, Report> {
    const controller = new AbortController();
    const reports: Report[] = [];
    const listeners = new Set<(report: Report) => void>();
    const report = (news: Report) => {
      reports.push(news);
      for (const listener of listeners) listener(news);
    };
    const promise = Promise.resolve().then(() => start(controller.signal, report));
    const flight: Flight<Result, Report> = { promise, controller, callers: 0, reports, listeners };
    flights.set(key, flight);
    const land = () => forget(key, flight);
    promise.then(land, land);
    return flight;
  }

  function forget(key: string, flight: Flight<Result, Report>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return async (key, start, { signal, onReport }) => {
    throwIfAborted(signal);
    const flight = flights.get(key) ?? takeOff(key, start);
    const listener = onReport && quietly(onReport);
    if (listener) {
      flight.reports.forEach(listener);
      flight.listeners.add(listener);
    }
    flight.callers += 1;
    return new Promise<Result>((resolve, reject) => {
      const leave = () => {
        flight.callers -= 1;
        if (flight.callers === 0) {
          forget(key, flight);
          flight.controller.abort();
        }
        getOff();
        reject(abortError());
      };
      const getOff = () => {
        signal?.removeEventListener('abort', leave);
        if (listener) flight.listeners.delete(listener);
      };
      signal?.addEventListener('abort', leave, { once: true });
      flight.promise.then(resolve, reject).finally(getOff);
    });
  };
}

/** Calls one caller's listener. If it throws, the work of the other callers goes on. */
function quietly<Report>(listener: (report: Report) => void): (report: Report) => void {
  return (report) => {
    try {
      listener(report);
    } catch {
      // The listener's error is the caller's own; it cannot be handled here.
    }
  };
}
