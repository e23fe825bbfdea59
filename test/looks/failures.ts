/** A failed job as it lies in storage. `codes`: the failure of each service, where two were asked. */
export function aFailure(
  code: string,
  { codes = [code] }: { codes?: string[] } = {},
): Record<string, unknown> {
  const now = Date.now();
  const services = ['huggingface', 'puter'];
  const causes = codes.map((one, place) => ({
    provider: services[place],
    error: {
      code: one,
      message: one,
      shouldFallback: false,
      status: 429,
      detail: 'The words of the service.',
    },
  }));
  const own = code === 'OFFLINE';
  return {
    [`job:${now}`]: {
      id: String(now),
      request: { prompt: 'a red fox in the snow', style: 'none', width: 1024, height: 1024 },
      origin: 'popup',
      status: 'failed',
      createdAt: now,
      startedAt: now,
      endedAt: now + 900,
      attempts: own
        ? []
        : causes.map(({ provider, error }) => ({
            provider,
            startedAt: now,
            endedAt: now + 400,
            outcome: 'failed',
            error,
            routes: [],
            ...(code === 'STILL_COMING' && {
              queued: {
                route: 'fal-ai',
                model: 'a/b',
                statusUrl: 'https://queue.fal.run/a/b/requests/1/status',
              },
            }),
          })),
      error: { code, message: code, causes: own ? [] : causes },
    },
  };
}
