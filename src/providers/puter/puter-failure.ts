import { type ErrorCode, type ProviderError, userMessage } from '../../generation/index.ts';
import { failure } from '../failure.ts';

const SENTENCES: Record<ErrorCode, string> = {
  RATE_LIMIT: 'Rate limit exceeded on Puter',
  TIMEOUT: 'Puter API timeout',
  SERVICE_UNAVAILABLE: 'Puter is unavailable',
  SERVER_ERROR: 'Puter server error',
  UNAUTHORIZED: 'Puter does not accept the token',
  VALIDATION_ERROR: 'Puter does not accept the request',
  UNKNOWN: 'Unexpected error on Puter',
  PAYMENT_REQUIRED: 'The Puter account has no credit left',
  FORBIDDEN: 'Puter refuses this account',
  MODEL_UNAVAILABLE: 'Puter does not offer this model',
  MODEL_ELSEWHERE: 'Puter does not have this model',
  CONTENT_REFUSED: 'Puter refused the content',
  NETWORK_ERROR: 'The connection to Puter failed',
  PICTURE_UNREACHABLE: 'The picture from Puter cannot be read from here',
  STILL_COMING: 'Puter has not finished the picture yet',
  OFFLINE: 'The browser is offline',
  CANCELLED: 'Cancelled',
  NOT_CONNECTED: 'Puter is not connected',
};

/** A failure of Puter with its sentence: for 400 and 401 seed 004's user message, word for word, else our own. */
export function puterFailure(
  code: ErrorCode,
  details: Omit<Partial<ProviderError>, 'code' | 'message'> = {},
) {
  const fromSeed = code === 'UNAUTHORIZED' || code === 'VALIDATION_ERROR' ? userMessage(code) : undefined;
  return failure(code, fromSeed ?? SENTENCES[code], details);
}

/** Whether a text is one of the codes a failure can have. */
export function isFailureCode(code: string): code is ErrorCode {
  return Object.hasOwn(SENTENCES, code);
}
