import type { BodyFacts } from './body-facts.ts';

const GONE_CODE =
  /(?:^|_)(?:model_(?:not_(?:available|found|supported|exist\w*|served|deployed|enabled|accessible)|unavailable|unsupported|deprecated|decommissioned|removed|retired|does_not_exist)|unsupported_model|unknown_model|no_such_model|invalid_model|deprecated_model|non_serverless\w*)(?:_|$)/;

const GONE_WORDS: readonly RegExp[] = [
  /\bnot supported by provider\b|\bno longer (?:supported|available|served|offered)\b/,
  /\b(?:model|repository|endpoint|deployment|version)\b[^\n]{0,120}\b(?:does not exist|not found|(?:is not|isn't) (?:available|supported|served|enabled|deployed)|could not be found|is unavailable|not currently available|has been (?:deprecated|decommissioned|removed|retired)|is deprecated|not deployed)/,
  /\bdoes not exist\b/,
  /\bnon-serverless\b|\bnot (?:a )?serverless\b|\bexcluded by data policy\b/,
  /\b(?:model not found|unknown model|no such model|unsupported model)\b/,
];

const PAUSED_CODE =
  /(?:^|_)(?:(?:endpoint|space|deployment)_(?:paused|not_running|stopped|sleeping|scaled_to_zero)|paused|sleeping|invalid_state|scaled_to_zero)(?:_|$)/;
const PAUSED_WORDS: readonly RegExp[] = [
  /\bbad request: invalid state\b|^\s*invalid state\b/m,
  /\b(?:endpoint|space|deployment|inference server)\b[^.\n]{0,40}\b(?:paused|stopped|not running|scaled to zero|suspended|sleeping)\b/,
  /\b(?:paused|stopped|sleeping) (?:endpoint|space|deployment)\b/,
];

/** Words about the request's own fields: "not found" then means a value in the request, not the model. */
const ABOUT_INPUT =
  /\b(?:prompt|image|file|url|lora|scheduler|parameter|field|negative[\s_]prompt)\b[^.\n]{0,30}\b(?:does not exist|not found)\b/;

/** Whether an answer says that this service does not run this model. Codes first, then the vendor's status, then words. */
export function saysModelGone({ codes, vendorStatus, words }: BodyFacts): boolean {
  if (codes.some((code) => GONE_CODE.test(code))) return true;
  if (vendorStatus !== undefined) return vendorStatus === 404 || vendorStatus === 410;
  const text = words.toLowerCase();
  return !ABOUT_INPUT.test(text) && GONE_WORDS.some((gone) => gone.test(text));
}

/** Whether an answer says that the model's own endpoint is paused: its owner can start it again. */
export function saysEndpointPaused({ codes, words }: Pick<BodyFacts, 'codes' | 'words'>): boolean {
  const text = words.toLowerCase();
  return codes.some((code) => PAUSED_CODE.test(code)) || PAUSED_WORDS.some((paused) => paused.test(text));
}
