/** A request as the hosts of the lab see it: parsed once, the same for TLS and for plain HTTP. */
export interface LabRequest {
  method: string;
  host: string;
  url: URL;
  headers: Record<string, string>;
  bodyText: string;
  /** The connection that it came over; `served` counts the requests that came over the same connection before. */
  connection: { protocol: 'h2' | 'http/1.1'; served: number };
}

/** An answer before it is written; `json`, `text` and `body` exclude each other. */
export interface LabReply {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  body?: Uint8Array;
}

/** One host name's behaviour, and the CORS headers that its answers (scripted ones too) carry. */
export interface LabHost {
  handle(request: LabRequest): LabReply | Promise<LabReply>;
  cors(request: LabRequest): Record<string, string>;
}

/** The token of `Authorization: Bearer …`, undefined without one. */
export function bearerToken(request: LabRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}

/** The body as JSON; undefined when it is no JSON. */
export function jsonBody(request: LabRequest): unknown {
  try {
    return JSON.parse(request.bodyText);
  } catch {
    return undefined;
  }
}

/** A value as a record, to read from bodies without believing their shape. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** CORS as an API does it that lets any origin in: preflights are allowed whatever they ask. */
export function openCors(request: LabRequest, allowOrigin = '*'): Record<string, string> {
  const asked = request.headers['access-control-request-headers'];
  return {
    'access-control-allow-origin': allowOrigin,
    'access-control-allow-methods': 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS',
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
    'access-control-max-age': '86400',
    vary: 'Origin',
  };
}
