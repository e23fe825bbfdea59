/** One page, driven over a raw DevTools connection of its own; nothing else of the browser is attached to. */
export interface PageSession {
  /** Evaluates an expression (promises are awaited) and returns its value as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until a selector matches, polling every 50 ms. */
  waitFor(selector: string, timeoutMs?: number): Promise<void>;
  /** Focuses what the selector matches and types into it like a person. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Detaches from the page; it stays open. */
  detach(): Promise<void>;
}

interface Message {
  id?: number;
  result?: {
    result?: { value?: unknown };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
  error?: { message: string };
}

/** Attaches to the page whose DevTools address is given. */
export async function attachToPage(webSocketUrl: string): Promise<PageSession> {
  const socket = new WebSocket(webSocketUrl);
  const waiting = new Map<number, (message: Message) => void>();
  let lastId = 0;
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The page did not let us attach'));
  });

  async function send(method: string, params: Record<string, unknown>): Promise<Message['result']> {
    lastId += 1;
    const id = lastId;
    const reply = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await reply;
    waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  async function evaluate<T>(expression: string): Promise<T> {
    const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const outcome = await send('Runtime.evaluate', parameters);
    const failure = outcome?.exceptionDetails;
    if (failure !== undefined) throw new Error(failure.exception?.description ?? failure.text);
    return outcome?.result?.value as T;
  }

  async function waitFor(selector: string, timeoutMs = 60_000): Promise<void> {
    const isThere = `document.querySelector(${JSON.stringify(selector)}) !== null`;
    const until = Date.now() + timeoutMs;
    while (!(await evaluate<boolean>(isThere))) {
      if (Date.now() > until) throw new Error(`Nothing matches ${selector} after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    evaluate,
    waitFor,
    async type(selector, text) {
      await waitFor(selector);
      await evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
      await send('Input.insertText', { text });
    },
    async click(selector) {
      await waitFor(selector);
      await evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    },
    async detach() {
      const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
      socket.close();
      await closed;
    },
  };
}
