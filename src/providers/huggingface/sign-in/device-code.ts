import * as z from 'zod/mini';
import { askOauth, type OauthPorts } from './ask-oauth.ts';

/** What begins a sign-in: the code that the user types, where they type it, and how the answer is asked for. */
export interface DeviceCode {
  deviceCode: string;
  userCode: string;
  /** The page at Hugging Face where the code is typed. */
  page: string;
  /** How long the code is good for, in milliseconds. */
  lifeMs: number;
  /** The shortest time between two questions, in milliseconds. */
  intervalMs: number;
}

const TIMEOUT_MS = 15_000;
/** Hugging Face names no interval: RFC 8628, section 3.2, has 5 s for that. */
const USUAL_INTERVAL_S = 5;
/** What Hugging Face was seen to answer. */
const USUAL_LIFE_S = 300;
const PAGE = 'https://hf.co/oauth/device';

const seconds = (least: number, most: number, usual: number) =>
  z.catch(z.number().check(z.gte(least), z.lte(most)), usual);

const answer = z.object({
  device_code: z.string().check(z.minLength(1), z.maxLength(4000)),
  user_code: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 -]{2,30}$/)),
  verification_uri: z.catch(z.string(), PAGE),
  expires_in: seconds(10, 3600, USUAL_LIFE_S),
  interval: seconds(USUAL_INTERVAL_S, 60, USUAL_INTERVAL_S),
});

/** `POST /oauth/device`, with the one scope that pictures need. Undefined when no code was given. */
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

/** People type their password on that page: it is Hugging Face's own, or the one that is known. */
function isOwnPage(url: string): boolean {
  const origin = URL.parse(url)?.origin;
  return origin === 'https://hf.co' || origin === 'https://huggingface.co';
}
