/**
 * What a page can reach of the extension, of other origins and of its surroundings. Runs in that page, so it
 * uses nothing from outside of itself.
 */
export async function lookAround() {
  const tried = (work: () => unknown) =>
    Promise.resolve()
      .then(work)
      .then(
        () => 'let through',
        () => 'refused',
      );
  const scope = globalThis as unknown as {
    chrome?: { storage?: unknown; runtime?: unknown };
    browser?: object;
  };
  return {
    origin: globalThis.origin,
    storage: scope.chrome?.storage === undefined ? 'absent' : 'there',
    runtime: scope.chrome?.runtime === undefined ? 'absent' : 'there',
    huggingface: await tried(() => fetch('https://huggingface.co/api/whoami-v2')),
    stranger: await tried(() => fetch('https://stranger.example/', { method: 'POST', body: 'x' })),
    parent: await tried(() => globalThis.parent.document),
    database: await tried(() => indexedDB.open('understudy-gallery')),
    localStorage: await tried(() => globalThis.localStorage.length),
    frame: await tried(
      () =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', reject, { once: true });
          const inner = document.createElement('iframe');
          inner.addEventListener('load', resolve);
          inner.src = 'https://stranger.example/';
          document.body.append(inner);
        }),
    ),
  };
}

/** What `lookAround` is to find in puter.js's page. */
export const NOTHING_BUT_PUTER = {
  origin: 'null',
  storage: 'absent',
  runtime: 'absent',
  huggingface: 'refused',
  stranger: 'refused',
  parent: 'refused',
  database: 'refused',
  localStorage: 'refused',
  frame: 'refused',
};
