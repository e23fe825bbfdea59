import * as z from 'zod/mini';
import { redact } from '../../generation/index.ts';
import { readBytes } from '../../web/read-body.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface TokenCheck {
  verdict: 'valid' | 'lacks-permission' | 'invalid' | 'unchecked';
  account?: string;
  /** HTTP status, when there was an answer. */
  status?: number;
}

const INFERENCE_PERMISSION = 'inference.serverless.write';
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 1_000_000;

const permissions = z.catch(z.array(z.string()), []);
const hubAccount = z.object({
  name: z.catch(z.optional(z.string()), undefined),
  auth: z.catch(
    z.optional(
      z.object({
        accessToken: z.object({
          role: z.string(),
          fineGrained: z.optional(
            z.object({
              global: permissions,
              scoped: z.catch(z.array(z.object({ permissions })), []),
            }),
          ),
        }),
      }),
    ),
    undefined,
  ),
});

/**
 * Asks a hub whose token this is. `inference` also looks for the permission to call inference providers: only
 * fine-grained tokens list theirs. Never rejects; `unchecked` when the hub cannot say.
 */
export async function checkHubToken(
  hubUrl: string,
  token: string,
  { fetch, signal, inference = false }: { fetch: Fetch; signal?: AbortSignal; inference?: boolean },
): Promise<TokenCheck> {
  const answer = await ask(`${hubUrl}/api/whoami-v2`, token, fetch, signal);
  if (answer.body === undefined) return answer.check;
  const account = hubAccount.safeParse(answer.body);
  if (!account.success) return { verdict: 'unchecked' };
  const lacks = inference && !mayInfer(account.data.auth?.accessToken);
  // A stranger's words, to be stored and shown.
  const name = account.data.name && redact(account.data.name, [token]);
  return {
    ...answer.check,
    verdict: lacks ? 'lacks-permission' : 'valid',
    ...(name && { account: name }),
  };
}

async function ask(
  url: string,
  token: string,
  fetch: Fetch,
  signal: AbortSignal | undefined,
): Promise<{ check: TokenCheck; body?: unknown }> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      credentials: 'omit',
      // The token must not travel to wherever a redirect points.
      redirect: 'error',
      cache: 'no-store',
      signal: either,
    });
    const { status } = response;
    if (status === 401 || status === 403) return { check: { verdict: 'invalid', status } };
    if (!response.ok) return { check: { verdict: 'unchecked', status } };
    const body = await readBytes(response, { maxBytes: MAX_ANSWER_BYTES, signal: either });
    if (!body.ok) return { check: { verdict: 'unchecked', status } };
    return {
      check: { verdict: 'unchecked', status },
      body: JSON.parse(new TextDecoder().decode(body.bytes)) as unknown,
    };
  } catch {
    return { check: { verdict: 'unchecked' } };
  }
}

type AccessToken = NonNullable<z.infer<typeof hubAccount>['auth']>['accessToken'];

function mayInfer(token: AccessToken | undefined): boolean {
  if (token?.role !== 'fineGrained') return true;
  const { global = [], scoped = [] } = token.fineGrained ?? {};
  return [global, ...scoped.map((scope) => scope.permissions)].some((list) =>
    list.includes(INFERENCE_PERMISSION),
  );
}
