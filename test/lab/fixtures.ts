import { readFileSync } from 'node:fs';
import { asRecord, type LabReply, type LabRequest } from './exchange.ts';

interface RecordedAnswer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  base64?: string;
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
const recorded = { ...read('hf-fixtures.json'), ...read('puter-fixtures.json') };

/** Finds a recorded answer. A name leaves out steps of the path that are in the file but say nothing to a reader. */
function find(name: string): RecordedAnswer {
  const [group = '', ...rest] = name.split('/');
  const room = asRecord(recorded[group]);
  const [inner = '', last] = rest;
  const candidates = [
    asRecord(room[inner]),
    asRecord(asRecord(room.responses)[inner]),
    asRecord(asRecord(asRecord(room[inner]).responses)[last ?? '']),
  ];
  const answer = candidates.map(({ response }) => response).find((response) => response !== undefined);
  if (answer === undefined) throw new Error(`There is no fixture named ${name}`);
  return answer as RecordedAnswer;
}

function fillIn(value: string, request?: LabRequest): string {
  return value
    .replace('{{base}}', request?.url.origin ?? 'https://huggingface.co')
    .replace('{{query}}', request?.url.search ?? '')
    .replace('{{acrh}}', request?.headers['access-control-request-headers'] ?? '')
    .replace(/\{\{origin\|(.*?)\}\}/, (_, otherwise) => request?.headers.origin ?? otherwise);
}

/**
 * A recorded answer by its name in the fixture files: `router_hf_inference/402.depleted`, `hub/repo.401.anon`,
 * `router_providers/nscale/200.b64`, `puter/401.token_missing`. Throws when there is none of that name.
 */
export function fixture(name: string, request?: LabRequest): LabReply {
  const { status, headers = {}, json, text, base64 } = find(name);
  const filled = Object.fromEntries(
    Object.entries(headers)
      .filter(([header]) => header !== 'content-length')
      .map(([header, value]) => [header, fillIn(value, request)]),
  );
  return {
    status,
    headers: filled,
    ...(json !== undefined && { json: JSON.parse(fillIn(JSON.stringify(json), request)) }),
    ...(text !== undefined && { text: fillIn(text, request) }),
    ...(base64 !== undefined && { body: Buffer.from(base64, 'base64') }),
  };
}
