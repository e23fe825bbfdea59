import type { Lab, LogEntry } from '../lab/lab.ts';
import { sayAt } from './report.ts';

/** The two services by the hosts they are asked at. */
const SERVICES: Record<string, string> = {
  'router.huggingface.co': 'Hugging Face',
  'api.puter.com': 'Puter',
};

/** Every paid request so far, in order. */
export const paidRequests = (lab: Lab) =>
  lab.log.filter(({ host, method }) => method === 'POST' && host in SERVICES);

function announce(entry: LogEntry, startedAt: number): () => boolean {
  const name = SERVICES[entry.host];
  sayAt(entry.at - startedAt, `${name} is asked   (POST ${entry.host}${entry.path})`);
  return () => {
    if (entry.answeredAt === undefined) return false;
    sayAt(entry.answeredAt - startedAt, `${name} answers ${entry.status}`);
    return true;
  };
}

/** Prints each attempt as the lab sees it: asked, answered. Returns what stops it. */
export function printAttempts(lab: Lab, startedAt: number): () => void {
  const seen = new Set<LogEntry>();
  let open: (() => boolean)[] = [];
  const look = () => {
    for (const entry of paidRequests(lab)) {
      if (seen.has(entry)) continue;
      open = open.filter((isDone) => !isDone());
      seen.add(entry);
      open.push(announce(entry, startedAt));
    }
    open = open.filter((isDone) => !isDone());
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    look();
  };
}
