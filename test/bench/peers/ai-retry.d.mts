/** Asks the router through the AI SDK, and the fallback through `ai-retry`; resolves to the picture's bytes. */
export function createAiRetry(parts: {
  fetch: typeof fetch;
  token: string;
  baseURL: string;
  model: string;
  size: { width: number; height: number };
  askFallback(prompt: string): Promise<Uint8Array>;
}): (prompt: string) => Promise<Uint8Array>;
