import type { LabRequest } from './exchange.ts';

/** One request that reached the lab. Times are milliseconds since the epoch, with fractions. */
export interface LogEntry {
  at: number;
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  bodyText: string;
  /** The connection that it came over, with the number of requests that came over it before. */
  connection: LabRequest['connection'];
  /** The client went away before the answer was finished (and the lab did not cut it off itself). */
  closedEarly: boolean;
  /** Set when an answer was begun, and when its last byte was handed over. */
  status?: number;
  answeredAt?: number;
}

export type RequestPredicate = (entry: LogEntry) => boolean;

export interface RequestLog {
  entries: LogEntry[];
  add(request: LabRequest): LogEntry;
  /** Call when an entry changed, so that waiting tests look again. */
  changed(): void;
  clear(): void;
  requestsTo(host: string, pathPart?: string): LogEntry[];
  waitForRequest(predicate: RequestPredicate, options?: { timeoutMs?: number }): Promise<LogEntry>;
}

/** Now, in milliseconds since the epoch, finer than Date.now(). */
export const preciseNow = () => performance.timeOrigin + performance.now();

/** Whether a request is a preflight, which a browser sends by itself before a request to another origin. */
const isPreflight = ({ method, headers }: LabRequest) =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** Keeps every request but preflights in order and lets tests wait for one (arrived, answered, or broken off). */
export function createRequestLog(): RequestLog {
  const entries: LogEntry[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const look of watchers) look();
  };

  function waitForRequest(predicate: RequestPredicate, { timeoutMs = 60_000 } = {}): Promise<LogEntry> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look);
        const seen = entries.map(
          ({ method, host, path, status }) => `  ${method} ${host}${path} ${status ?? '…'}`,
        );
        reject(new Error(`No such request within ${timeoutMs} ms. Seen:\n${seen.join('\n') || '  nothing'}`));
      }, timeoutMs);
      function look() {
        const match = entries.find(predicate);
        if (match === undefined) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(match);
      }
      watchers.add(look);
      look();
    });
  }

  return {
    entries,
    add(request) {
      const { method, host, url, headers, bodyText, connection } = request;
      const entry: LogEntry = {
        at: preciseNow(),
        host,
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        bodyText,
        connection,
        closedEarly: false,
      };
      if (!isPreflight(request)) entries.push(entry);
      changed();
      return entry;
    },
    changed,
    clear() {
      entries.length = 0;
    },
    requestsTo: (host, pathPart = '') =>
      entries.filter((entry) => entry.host === host && entry.path.includes(pathPart)),
    waitForRequest,
  };
}
