import { readFileSync } from 'node:fs';

interface Recorded {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  base64?: string;
}
type Fixtures = Record<string, Record<string, { response: Recorded }>>;

const file = new URL('../../../lab/fixtures/hf-fixtures.json', import.meta.url);
const all = JSON.parse(readFileSync(file, 'utf8').replaceAll('{{base}}', 'https://cdn.example.com'));
const groups: Fixtures = {
  'hf-inference': all.router_hf_inference.responses,
  hub: all.hub,
  ...Object.fromEntries(
    Object.entries<{ responses: Fixtures[string] }>(all.router_providers).map(([name, { responses }]) => [
      name,
      responses,
    ]),
  ),
};

/** A recorded answer of the real services, by route and name. */
export function recorded(group: string, name: string): Response {
  const response = groups[group]?.[name]?.response;
  if (!response) throw new Error(`No fixture ${group} ${name}`);
  const { status, headers = {}, json, text, base64 } = response;
  const body =
    base64 !== undefined ? Buffer.from(base64, 'base64') : json !== undefined ? JSON.stringify(json) : text;
  return new Response(status === 204 ? null : (body ?? null), { status, headers });
}

/** The body of a recorded answer's JSON. */
export function recordedJson(group: string, name: string): Record<string, unknown> {
  return groups[group]?.[name]?.response.json as Record<string, unknown>;
}

/** The request that a route was seen to be asked with. */
export function recordedRequest(name: string): { url: string; json: Record<string, unknown> } {
  return name === 'hf-inference' ? all.router_hf_inference.request : all.router_providers[name].request;
}
