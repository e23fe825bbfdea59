/**
 * The question that the page gets through its port. The page answers with the address where the redirects end, with `left` when a
 * redirect leads to another origin, or with `failed` when there is no answer.
 */
export interface RedirectQuestion {
  url: string;
  headers: [string, string][];
}

/** Origins that can be written into a Content-Security-Policy. */
const PLAIN_ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/**
 * The code of redirects.html: sets a Content-Security-Policy that allows requests to one origin only, requests the given address,
 * and answers where the redirects end. The policy stops a redirect to another origin before anything is sent there.
 */
export function startRedirectPage(): void {
  const { parent } = globalThis.window;
  globalThis.addEventListener(
    'message',
    ({ source, ports }) => {
      const [port] = ports;
      if (source !== parent || !port) return;
      port.onmessage = async ({ data }) => {
        port.postMessage(await endOf(data as RedirectQuestion));
        parent.postMessage('done', '*');
      };
      port.addEventListener('close', () => parent.postMessage('done', '*'));
    },
    { once: true },
  );
  parent.postMessage('loaded', '*');
}

async function endOf({ url, headers }: RedirectQuestion): Promise<string> {
  const { origin } = new URL(url);
  if (!PLAIN_ORIGIN.test(origin)) return 'left';
  allowOnly(origin);
  let left = false;
  document.addEventListener('securitypolicyviolation', () => {
    left = true;
  });
  try {
    const response = await fetch(url, {
      headers,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    void response.body?.cancel().catch(() => undefined);
    return new URL(response.url).origin === origin ? response.url : 'left';
  } catch {
    // The browser reports the violation in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return left ? 'left' : 'failed';
  }
}

function allowOnly(origin: string): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${origin}`;
  document.head.append(policy);
}
