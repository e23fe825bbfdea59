const startedAt = performance.now();

const seconds = (ms: number) => `${(ms / 1000).toFixed(2).padStart(6)} s`;

/** A line about a step of the set-up, with the time since the command began. */
export function say(line: string): void {
  console.log(`${seconds(performance.now() - startedAt)}  ${line}`);
}

/** A line about the job itself, with the time since Generate was pressed. */
export function sayAt(sinceMs: number, line: string): void {
  console.log(`    ${seconds(sinceMs)}  ${line}`);
}

/** Runs a step that can take long: says so at once, and again every ten seconds. */
export async function withProgress<T>(doing: string, work: () => Promise<T>): Promise<T> {
  say(`${doing} …`);
  const reminder = setInterval(() => say(`${doing} … still at it`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}
