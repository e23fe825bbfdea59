import type { BodyFacts } from './body-facts.ts';

const TROUBLE_CODE =
  /(?:^|_)(?:internal(?:_server)?_error|server_error|service_unavailable|overloaded(?:_error)?|out_of_memory|no_capacity|capacity_exceeded|provider_error|upstream_(?:failed|error|unavailable|provider_unavailable|auth_failed|timeout))(?:_|$)/;
const TROUBLE_WORDS =
  /\bcuda (?:error|out of memory)\b|\bout of memory\b|\binternal server error\b|\bno capacity\b/;
/** A vendor's statuses that mean that the request is wrong. */
const ABOUT_INPUT = new Set([400, 413, 415, 422]);

/** Whether a 400 is really a fault of the service, or of a vendor behind it. */
export function saysServiceTrouble({ codes, vendorStatus, words }: BodyFacts): boolean {
  if (codes.some((code) => TROUBLE_CODE.test(code))) return true;
  if (vendorStatus !== undefined) return !ABOUT_INPUT.has(vendorStatus);
  return TROUBLE_WORDS.test(words.toLowerCase());
}
