/** What the page is asked, and what it says: where the redirects end, or `left`, or `failed` without an answer. */
export interface RedirectQuestion {
  url: string;
  headers: [string, string][];
}

/** Of an origin that a policy can name. */
const PLAIN_ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/**
 * redirects.html: gives itself a policy that lets it talk to one origin, asks the address it is told, and says where the
 * redirects end. One that leads to another origin is stopped by the policy before anything is sent there.
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
    // The browser tells of the violation in a turn of its own.
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
