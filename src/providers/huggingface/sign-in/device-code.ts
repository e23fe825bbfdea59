import * as z from 'zod/mini';
import { isHuggingFace } from '../../../web/hugging-face.ts';
import { askOauth, type OauthPorts } from './ask-oauth.ts';

/** The start of a sign-in by a code (RFC 8628, section 3.2). */
export interface DeviceCode {
  /** The secret code that is exchanged for a token. */
  deviceCode: string;
  /** The code that the user types on `page`. */
  userCode: string;
  /** The page at Hugging Face where the code is typed. */
  page: string;
  /** How long the code is valid, in milliseconds. */
  lifeMs: number;
  /** The shortest time between two requests for the token, in milliseconds. */
  intervalMs: number;
}

const TIMEOUT_MS = 15_000;
/** Hugging Face sends no interval: the default of RFC 8628, section 3.2, is 5 s. */
const USUAL_INTERVAL_S = 5;
/** How long a code is valid when the answer does not say: what Hugging Face usually answers. */
const USUAL_LIFE_S = 300;
const SHORT_ORIGIN = 'https://hf.co';
const PAGE = `${SHORT_ORIGIN}/oauth/device`;

const seconds = (least: number, most: number, usual: number) =>
  z.catch(z.number().check(z.gte(least), z.lte(most)), usual);

const answer = z.object({
  device_code: z.string().check(z.minLength(1), z.maxLength(4000)),
  user_code: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 -]{2,30}$/)),
  verification_uri: z.catch(z.string(), PAGE),
  expires_in: seconds(10, 3600, USUAL_LIFE_S),
  interval: seconds(USUAL_INTERVAL_S, 60, USUAL_INTERVAL_S),
});

/**
 * Asks for a code (`POST /oauth/device`) with the only scope that pictures need. Undefined when there is no code; never
 * rejects.
 */
export async function askForCode(ports: OauthPorts): Promise<DeviceCode | undefined> {
  const heard = await askOauth('/oauth/device', { scope: 'inference-api' }, ports, TIMEOUT_MS);
  const { data } = answer.safeParse(heard?.status === 200 ? heard.body : undefined);
  return (
    data && {
      deviceCode: data.device_code,
      userCode: data.user_code,
      page: isOwnPage(data.verification_uri) ? data.verification_uri : PAGE,
      lifeMs: data.expires_in * 1000,
      intervalMs: data.interval * 1000,
    }
  );
}

/**
 * Whether an address is on Hugging Face's own sites. Users type their password there, so any other address is replaced by
 * `PAGE`.
 */
function isOwnPage(url: string): boolean {
  return isHuggingFace(url) || URL.parse(url)?.origin === SHORT_ORIGIN;
}
