import type { LabReply, LabRequest } from '../exchange.ts';

/** A sign-in by a code, as the service sees it. */
interface Device {
  userCode: string;
  decision: 'open' | 'allowed' | 'denied' | 'used';
  expiresAt: number;
  intervalMs: number;
  askedAt: number | undefined;
}

/** Refresh tokens of one sign-in: each is good once, and the use of an old one ends the sign-in. */
interface Grant {
  newest: string;
  ended: boolean;
}

export interface LabOauth {
  /** The user's answer on the page where the code is typed. */
  allow(userCode: string): void;
  deny(userCode: string): void;
  /** Makes the code expire now. */
  expire(userCode: string): void;
  /** The codes that were given, in order. */
  codes(): string[];
  /** Ends every sign-in, as the user does in the settings of their account: the refresh tokens are no longer accepted. */
  withdraw(): void;
  /** The refresh tokens that are still accepted. */
  live(): string[];
  /** Whether `/oauth/revoke` is there: it is not documented. */
  revokes: boolean;
  /** Answers a request to `/oauth/…`; undefined for other paths. */
  handle(request: LabRequest): LabReply | undefined;
  reset(): void;
}

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const LIFE_S = 300;
/**
 * Milliseconds between two requests for the token. The answer names no interval, so that of RFC 8628 (5 s)
 * holds; a little less here, for timers that are early.
 */
const INTERVAL_MS = 4_900;

const refuse = (error: string, status = 400): LabReply => ({ status, json: { error } });

/** huggingface.co's `/oauth`: device codes, tokens, refresh tokens that are good once, and revocation. */
export function createLabOauth(now: () => number = Date.now): LabOauth {
  let devices = new Map<string, Device>();
  let grants: Grant[] = [];
  let refreshTokens = new Map<string, Grant>();
  let count = 0;

  const find = (userCode: string) => {
    const device = [...devices.values()].find((one) => one.userCode === userCode);
    if (!device) throw new Error(`No code ${userCode} was given`);
    return device;
  };

  function issue(grant: Grant): LabReply {
    count += 1;
    grant.newest = `hf_oauth_refresh_${count}`;
    refreshTokens.set(grant.newest, grant);
    const json = {
      access_token: `hf_oauth_access_${count}`,
      token_type: 'bearer',
      expires_in: 28_800,
      refresh_token: grant.newest,
      scope: 'inference-api',
    };
    return { status: 200, json };
  }

  function giveCode(fields: URLSearchParams): LabReply {
    if (!fields.get('client_id')) return refuse('invalid_client', 401);
    count += 1;
    const userCode = `WXYZ-${String(count).padStart(4, '0')}`;
    const device_code = `device-${count}-of-the-lab`;
    const expiresAt = now() + LIFE_S * 1000;
    devices.set(device_code, {
      userCode,
      decision: 'open',
      expiresAt,
      intervalMs: INTERVAL_MS,
      askedAt: undefined,
    });
    const verification_uri = 'https://hf.co/oauth/device';
    return { status: 200, json: { device_code, user_code: userCode, verification_uri, expires_in: LIFE_S } };
  }

  function exchange(device: Device | undefined): LabReply {
    if (!device || device.decision === 'used') return refuse('invalid_grant');
    if (now() >= device.expiresAt) return refuse('expired_token');
    const isTooSoon = device.askedAt !== undefined && now() - device.askedAt < device.intervalMs;
    device.askedAt = now();
    if (isTooSoon) {
      device.intervalMs += 5_000;
      return refuse('slow_down');
    }
    if (device.decision === 'denied') return refuse('access_denied');
    if (device.decision === 'open') return refuse('authorization_pending');
    device.decision = 'used';
    const grant: Grant = { newest: '', ended: false };
    grants.push(grant);
    return issue(grant);
  }

  function renew(refreshToken: string): LabReply {
    const grant = refreshTokens.get(refreshToken);
    if (!grant || grant.ended) return refuse('invalid_grant');
    if (grant.newest === refreshToken) return issue(grant);
    // A refresh token that is used twice: somebody else may have it.
    grant.ended = true;
    return refuse('invalid_grant');
  }

  const oauth: LabOauth = {
    revokes: false,
    allow(userCode) {
      find(userCode).decision = 'allowed';
    },
    deny(userCode) {
      find(userCode).decision = 'denied';
    },
    expire(userCode) {
      find(userCode).expiresAt = 0;
    },
    codes: () => [...devices.values()].map(({ userCode }) => userCode),
    withdraw: () => {
      for (const grant of grants) grant.ended = true;
    },
    live: () => grants.filter(({ ended }) => !ended).map(({ newest }) => newest),
    handle({ method, url, bodyText }) {
      if (method !== 'POST') return undefined;
      const fields = new URLSearchParams(bodyText);
      if (url.pathname === '/oauth/device') return giveCode(fields);
      if (url.pathname === '/oauth/token') {
        if (!fields.get('client_id')) return refuse('invalid_client', 401);
        if (fields.get('grant_type') === DEVICE_GRANT)
          return exchange(devices.get(fields.get('device_code') ?? ''));
        if (fields.get('grant_type') === 'refresh_token') return renew(fields.get('refresh_token') ?? '');
        return refuse('unsupported_grant_type');
      }
      if (url.pathname === '/oauth/revoke' && oauth.revokes) {
        const grant = refreshTokens.get(fields.get('token') ?? '');
        if (grant) grant.ended = true;
        return { status: 200, text: '' };
      }
      return undefined;
    },
    reset() {
      devices = new Map();
      grants = [];
      refreshTokens = new Map();
      oauth.revokes = false;
    },
  };
  return oauth;
}
