/** What an answer's body says in fields with well-known names, at any depth. */
export interface BodyFacts {
  /** The values of `code`, `type`, `status` and similar fields, all spelled like `content_policy_violation`. */
  codes: string[];
  /** The HTTP status with which a vendor answered the service that we asked. */
  vendorStatus?: number;
  /** Whether a field says that the content was flagged: `has_nsfw_concepts: [true]`. */
  flagged: boolean;
  /** Seconds to wait, where a field says so. */
  waitSeconds?: number;
  /** The time until which to wait, where a field says so, in milliseconds since 1970. */
  waitUntilMs?: number;
  /** The texts of all fields that hold words, at most `MOST_WORDS` characters. */
  words: string;
}

const CODE_KEYS = new Set(
  'code,type,errortype,errorcode,errcode,status,state,reason,legacycode,finishreason,blockreason,category,kind'.split(
    ',',
  ),
);
const WORD_KEYS = new Set(
  'error,errors,detail,details,message,msg,title,description,reason,status,statustext,errormessage,errormsg,errordescription,failurereason,failreason,statusmessage,statusreason'.split(
    ',',
  ),
);
const VENDOR_STATUS_KEYS = new Set(
  'upstreamstatus,vendorstatus,providerstatus,upstreamstatuscode'.split(','),
);
const FLAG =
  /^(?:has|is)?nsfw(?:concepts?|contents?|contentdetected|detected)?$|^(?:is)?(?:moderated|flagged|filtered|censored|unsafe|sensitive)$|^policyviolation$/;
/** Fields that say with `false` that the content was flagged: `is_image_safe: false`. */
const CLEARED = /^is(?:image|prompt|content|output)?safe$/;
/** Names of fields with a time to wait. The value is the unit, in seconds, of a number that has no unit of its own. */
const WAIT_KEYS: Record<string, number> = {
  retryafters: 1,
  retryinseconds: 1,
  retrydelayseconds: 1,
  waitseconds: 1,
  waittime: 1,
  waitfor: 1,
  cooldown: 1,
  resetin: 1,
  resetafter: 1,
  retryaftermillis: 1 / 1000,
  retrydelayms: 1 / 1000,
  retryinms: 1 / 1000,
  waitms: 1 / 1000,
  retryat: 1,
  resetat: 1,
  retrytime: 1,
  retryafter: 1,
  retryafterseconds: 1,
  retryaftersec: 1,
  retryin: 1,
  retrydelay: 1,
  estimatedtime: 1,
  retryafterms: 1 / 1000,
  retryaftermilliseconds: 1 / 1000,
};
/** Fields in which a service repeats the request or describes its result: their text is not the service's own statement. */
const ECHOES = new Set(
  'input,inputs,prompt,negativeprompt,parameters,args,request,logs,loc,ctx,url,urls,images,output,outputs'.split(
    ',',
  ),
);

const MOST_NODES = 400;
const DEEPEST = 8;
const MOST_WORDS = 4_000;

/** Reads the facts out of a parsed body. Bounded in depth, number and length, since the body is untrusted. */
export function factsInBody(body: unknown): BodyFacts {
  const facts: BodyFacts = { codes: [], flagged: false, words: '' };
  let nodes = 0;

  function say(text: string): void {
    const room = MOST_WORDS - facts.words.length;
    if (room > 0 && !text.trim().startsWith('<')) facts.words += `${text.slice(0, room)}\n`;
  }

  function note(key: string, value: string | number | boolean): void {
    if (isYes(value) && FLAG.test(key)) facts.flagged = true;
    if (value === false && CLEARED.test(key)) facts.flagged = true;
    const unit = WAIT_KEYS[key];
    if (unit !== undefined) noteWait(value, unit);
    if (VENDOR_STATUS_KEYS.has(key) && isStatus(Number(value))) facts.vendorStatus = Number(value);
    if (typeof value !== 'string') return;
    if (CODE_KEYS.has(key) && value.length <= 100) facts.codes.push(spelled(value));
    if (WORD_KEYS.has(key)) say(value);
  }

  function noteWait(value: string | number | boolean, unit: number): void {
    const until = momentIn(value);
    if (until !== undefined) facts.waitUntilMs = Math.max(facts.waitUntilMs ?? 0, until);
    else facts.waitSeconds = Math.max(facts.waitSeconds ?? 0, secondsIn(value, unit));
  }

  function visit(value: unknown, key: string, depth: number): void {
    nodes += 1;
    if (nodes > MOST_NODES || depth > DEEPEST || value === null || value === undefined) return;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      note(key, value);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) visit(item, key, depth + 1);
      return;
    }
    for (const [name, item] of Object.entries(value)) {
      const folded = name.toLowerCase().replace(/[^a-z0-9]/g, '');
      if (!ECHOES.has(folded)) visit(item, folded, depth + 1);
    }
  }

  if (typeof body === 'string') say(body);
  else visit(body, '', 0);
  return facts;
}

/** `ContentPolicyViolation`, `content-policy-violation` and `CONTENT_POLICY_VIOLATION` as `content_policy_violation`. */
function spelled(code: string): string {
  return code
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

const IN_SECONDS: Record<string, number> = { ms: 1 / 1000, s: 1, m: 60, h: 3600, d: 86_400 };
const PIECE =
  /^(\d{1,9}(?:\.\d{1,9})?) ?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?: |$|(?=\d))/i;

/** `30` in the unit of its key, `"30s"`, `"500ms"`, `"1m30s"`, `"2 minutes"`, `"PT1M30S"`; 0 for what is no time. */
function secondsIn(value: string | number | boolean, unit: number): number {
  let text = String(value).trim();
  if (/^\d{1,12}(?:\.\d{1,9})?$/.test(text)) return Number(text) * unit;
  text = text.replace(/^PT?(?=\d)/i, '');
  let seconds = 0;
  for (let piece = PIECE.exec(text); text !== ''; piece = PIECE.exec(text)) {
    if (!piece) return 0;
    const [whole, digits = '', name = ''] = piece;
    seconds += Number(digits) * (IN_SECONDS[unitOf(name.toLowerCase())] ?? 0);
    text = text.slice(whole.length).trim();
  }
  return seconds;
}

function unitOf(name: string): string {
  return name === 'ms' || name.startsWith('milli') ? 'ms' : name.charAt(0);
}

/** `2026-11-26T10:00:00Z`, `Thu, 26 Nov 2026 10:00:00 GMT`, or seconds or milliseconds since 1970. */
function momentIn(value: string | number | boolean): number | undefined {
  const text = String(value).trim();
  if (/^\d{4}-\d\d-\d\d[T ]\d|^[a-z]{3,9}, \d/i.test(text)) {
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? undefined : moment;
  }
  if (!/^\d{10}(?:\.\d{1,9})?$|^\d{13}$/.test(text)) return undefined;
  return text.length === 13 ? Number(text) : Number(text) * 1000;
}

/** `true`, also as text or number. */
function isYes(value: string | number | boolean): boolean {
  return value === true || value === 1 || value === 'true';
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 400 && status <= 599;
}
