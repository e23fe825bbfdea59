import * as z from 'zod/mini';
import { redact } from '../../web/redact.ts';
import type { Fetch } from '../types.ts';
import { askJson } from './ask-json.ts';

export interface TokenCheck {
  verdict: 'valid' | 'lacks-permission' | 'invalid' | 'unchecked';
  account?: string;
  /** HTTP status, when there was an answer. */
  status?: number;
}

const INFERENCE_PERMISSION = 'inference.serverless.write';
const TIMEOUT_MS = 15_000;

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
 * Asks a hub which account a token belongs to. `inference` also looks for the permission to call inference
 * providers: only fine-grained tokens list their permissions. Never rejects; `unchecked` when the hub cannot
 * say.
 */
export async function checkHubToken(
  hubUrl: string,
  token: string,
  { fetch, signal, inference = false }: { fetch: Fetch; signal?: AbortSignal; inference?: boolean },
): Promise<TokenCheck> {
  const { status, body } = await askJson(`${hubUrl}/api/whoami-v2`, {
    fetch,
    token,
    signal,
    timeoutMs: TIMEOUT_MS,
  });
  if (status === 401 || status === 403) return { verdict: 'invalid', status };
  const heard = status === undefined ? {} : { status };
  if (body === undefined) return { verdict: 'unchecked', ...heard };
  const account = hubAccount.safeParse(body);
  if (!account.success) return { verdict: 'unchecked', ...heard };
  const lacks = inference && !mayInfer(account.data.auth?.accessToken);
  // The name is untrusted text that will be stored and shown.
  const name = account.data.name && redact(account.data.name, [token]);
  return {
    ...heard,
    verdict: lacks ? 'lacks-permission' : 'valid',
    ...(name && { account: name }),
  };
}

type AccessToken = NonNullable<z.infer<typeof hubAccount>['auth']>['accessToken'];

function mayInfer(token: AccessToken | undefined): boolean {
  if (token?.role !== 'fineGrained') return true;
  const { global = [], scoped = [] } = token.fineGrained ?? {};
  return [global, ...scoped.map((scope) => scope.permissions)].some((list) =>
    list.includes(INFERENCE_PERMISSION),
  );
}
