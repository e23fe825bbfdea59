import { type ErrorCode, userMessage } from '../../generation/index.ts';

const SENTENCES: Record<ErrorCode, string> = {
  RATE_LIMIT: 'Rate limit exceeded on Hugging Face',
  TIMEOUT: 'Hugging Face took too long to answer',
  SERVICE_UNAVAILABLE: 'Hugging Face is unavailable right now',
  SERVER_ERROR: 'Hugging Face could not make the picture',
  UNAUTHORIZED: 'Hugging Face did not accept the token',
  VALIDATION_ERROR: 'Hugging Face did not accept the request',
  UNKNOWN: 'Something unexpected went wrong with Hugging Face',
  PAYMENT_REQUIRED: 'The Hugging Face account has no inference credit left',
  FORBIDDEN: 'Hugging Face does not allow this request',
  MODEL_UNAVAILABLE: 'No Hugging Face service offers this model now',
  MODEL_ELSEWHERE: 'Another hub hosts this model, so no Hugging Face service can run it',
  CONTENT_REFUSED: 'Hugging Face refused this content',
  NETWORK_ERROR: 'The connection to Hugging Face failed',
  PICTURE_UNREACHABLE: 'The picture was made, but its address cannot be read from here',
  STILL_COMING: 'Hugging Face took the job on and has not finished it yet',
  OFFLINE: 'This browser is offline',
  CANCELLED: 'Cancelled',
  NOT_CONNECTED: 'Hugging Face is not connected',
};

/** The sentence for a failure: seed 004's user message for VALIDATION_ERROR and UNAUTHORIZED, else our own. */
export function sentence(code: ErrorCode): string {
  const stops = code === 'VALIDATION_ERROR' || code === 'UNAUTHORIZED';
  return (stops ? userMessage(code) : undefined) ?? SENTENCES[code];
}
