/** What an answer's body says in fields whose names services agree on, wherever in it they stand. */
export interface BodyFacts {
  /** The values of `code`, `type`, `status` and their like, in one spelling: `content_policy_violation`. */
  codes: string[];
  /** The HTTP status of a vendor behind the service that answered. */
  vendorStatus?: number;
  /** A field that says that the content was flagged: `has_nsfw_concepts: [true]`. */
  flagged: boolean;
  /** Seconds to wait, where a field says so. */
  waitSeconds?: number;
  /** Everything that is said in words, bounded. */
  words: string;
}

const CODE_KEYS = new Set(
  'code,type,errortype,errorcode,errcode,status,state,reason,legacycode,finishreason,blockreason,category,kind'.split(
    ',',
  ),
);
const WORD_KEYS = new Set(
  'error,errors,detail,details,message,msg,title,description,reason,status,statustext'.split(','),
);
const VENDOR_STATUS_KEYS = new Set(
  'upstreamstatus,vendorstatus,providerstatus,upstreamstatuscode'.split(','),
);
const FLAG = /^(?:has|is)?nsfw(?:concepts|contents?|contentdetected|detected)?$|^(?:moderated|flagged)$/;
const WAIT_KEYS: Record<string, number> = {
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
export function factsOf(body: unknown): BodyFacts {
  const facts: BodyFacts = { codes: [], flagged: false, words: '' };
  let nodes = 0;

  function say(text: string): void {
    const room = MOST_WORDS - facts.words.length;
    if (room > 0 && !text.trim().startsWith('<')) facts.words += `${text.slice(0, room)}\n`;
  }

  function note(key: string, value: string | number | boolean): void {
    if (value === true && FLAG.test(key)) facts.flagged = true;
    const wait = WAIT_KEYS[key] && secondsIn(value) * WAIT_KEYS[key];
    if (wait) facts.waitSeconds = Math.max(facts.waitSeconds ?? 0, wait);
    if (VENDOR_STATUS_KEYS.has(key) && isStatus(Number(value))) facts.vendorStatus = Number(value);
    if (typeof value !== 'string') return;
    if (CODE_KEYS.has(key) && value.length <= 100) facts.codes.push(spelled(value));
    if (WORD_KEYS.has(key)) say(value);
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

/** `30`, `"30"`, `"30s"`; 0 for what is no number of seconds. */
function secondsIn(value: string | number | boolean): number {
  const text = String(value).trim();
  return /^\d{1,9}(?:\.\d{1,9})?s?$/.test(text) ? Number.parseFloat(text) : 0;
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 400 && status <= 599;
}
