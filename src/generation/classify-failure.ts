import type { ErrorCode } from './types.ts';

interface Verdict {
  code: ErrorCode;
  shouldFallback: boolean;
}

const BY_STATUS: Record<number, Verdict> = {
  400: { code: 'VALIDATION_ERROR', shouldFallback: false },
  401: { code: 'UNAUTHORIZED', shouldFallback: false },
  402: { code: 'PAYMENT_REQUIRED', shouldFallback: true },
  403: { code: 'FORBIDDEN', shouldFallback: false },
  404: { code: 'MODEL_UNAVAILABLE', shouldFallback: true },
  408: { code: 'TIMEOUT', shouldFallback: true },
  410: { code: 'MODEL_UNAVAILABLE', shouldFallback: true },
  413: { code: 'VALIDATION_ERROR', shouldFallback: false },
  422: { code: 'VALIDATION_ERROR', shouldFallback: false },
  429: { code: 'RATE_LIMIT', shouldFallback: true },
  503: { code: 'SERVICE_UNAVAILABLE', shouldFallback: true },
  504: { code: 'TIMEOUT', shouldFallback: true },
};

/**
 * Classifies an HTTP failure, and tells whether the fallback is asked: by the matrix of seed 004 and the table "Fallback rules"
 * of DESIGN.md. Any other 4xx is the client's fault, and the fallback is not asked; any other status is the service's fault, and
 * it is.
 */
export function classifyStatus(status: number): Verdict {
  const known = BY_STATUS[status];
  if (known) return known;
  if (status >= 400 && status < 500) return { code: 'UNKNOWN', shouldFallback: false };
  return { code: 'SERVER_ERROR', shouldFallback: true };
}

const FALLS_BACK: Record<ErrorCode, boolean> = {
  RATE_LIMIT: true,
  TIMEOUT: true,
  SERVICE_UNAVAILABLE: true,
  SERVER_ERROR: true,
  UNAUTHORIZED: false,
  VALIDATION_ERROR: false,
  UNKNOWN: false,
  PAYMENT_REQUIRED: true,
  FORBIDDEN: false,
  MODEL_UNAVAILABLE: true,
  MODEL_ELSEWHERE: false,
  CONTENT_REFUSED: false,
  NETWORK_ERROR: true,
  PICTURE_UNREACHABLE: false,
  STILL_COMING: false,
  OFFLINE: false,
  CANCELLED: false,
  NOT_CONNECTED: true,
};

/** Whether the next provider is asked after a failure with this code (DESIGN.md, "Fallback rules"). */
export function fallsBack(code: ErrorCode): boolean {
  return FALLS_BACK[code];
}
