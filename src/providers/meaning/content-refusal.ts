import type { BodyFacts } from './body-facts.ts';

/**
 * Whether a service refused the content. Then no other service may be asked: the fallback must not be a way around
 * moderation. Fields decide first, then words; in doubt it counts as refused.
 */
export function saysRefused({
  codes,
  flagged,
  words,
}: Pick<BodyFacts, 'codes' | 'flagged' | 'words'>): boolean {
  return flagged || codes.some(isRefusalCode) || speaksOfRefusal(words);
}

/** Codes that mean a refusal, of fal, OpenAI, Azure, Google, Stability, Volcengine, Alibaba and Puter. */
const REFUSAL_CODE =
  /(?:^|_)(?:nsfw|moderat(?:ed|ion)|flagged|content_(?:policy|filter|filtered|refused|blocked|violation)|policy_violation|responsible_ai\w*|sensitive_content\w*|sensitive_words?|unsafe_content|prohibited_content|inappropriate_content|image_safety|safety|blocklist|data_inspection_failed|risk_control|illegal_detected|new_sensitive)(?:_|$)/;
/**
 * Codes that contain the same words, but mean that a part of the service is out of order, or that a field of the request is
 * wrong.
 */
const BROKEN_PART =
  /(?:^|_)(?:unavailable|timeout|timed_out|internal|load|loading|missing|not_found|overloaded|rate_limit\w*|disabled|service_error|server_error|tolerance)(?:_|$)/;

/** Whether a code, spelled as in `BodyFacts`, says that the content was refused. */
export function isRefusalCode(code: string): boolean {
  return REFUSAL_CODE.test(code) && !BROKEN_PART.test(code);
}

/** Phrases that look like a refusal and are not. They are removed before the text is checked. */
const OTHER_SENSES: readonly RegExp[] = [
  /\b(?:case|time|order|space|whitespace|accent|price|cost)[\s-]*sensitiv\w*|\bsensitiv\w* to\b/g,
  /\bcontent[\s-]?(?:type|length|encoding|disposition|security|range)\b/g,
  /\b(?:disable|enable|use)[\s_]+safety[\s_]+checker\b|\b(?:disable|enable|use)_\w+|\bsafety[\s_]tolerance\b/g,
  /\b(?:fail(?:ed|s|ure)?|unable|could not|cannot|can't|error|trouble|timed? ?out)\b[^.\n]{0,30}\b(?:load|reach|contact|connect|start|initiali[sz]e|import|download|find|call|run|running|loading|starting|calling)\w*\b[^.\n]{0,30}\b(?:safety|moderation|nsfw|content)\b[^.\n]{0,30}/g,
  /\b(?:safety|moderation|nsfw|content)[\s_-]*(?:checker|filter|moderation|detector|classifier|service|system|model|api|endpoint)?\b[^.\n]{0,20}\b(?:is|was|are)? ?(?:unavailable|down|offline|overloaded|not (?:available|found|loaded|installed|reachable|configured|initiali[sz]ed)|timed? ?out|timeout|missing|crashed|disabled)\b/g,
  /\b(?:no|not|without|non|zero)[\s-]+(?:any )?(?:nsfw|sensitive|unsafe|inappropriate)\b(?: (?:content|words?|material))?(?: (?:was|were) (?:found|detected))?/g,
  /\bnsfw["']?\s*[:=]\s*["']?(?:false|0|no|none)\b/g,
  /\b(?:passed|passes)\b[^.\n]{0,20}\b(?:moderation|safety)\b[^.\n]{0,12}/g,
];

const THING =
  '(?:prompts?|inputs?|outputs?|images?|pictures?|contents?|texts?|requests?|words?|generations?)';
const GUARD =
  '(?:moderat\\w+|safety|content[\\s_-]?(?:filter|checker|polic(?:y|ies)|moderation)\\w*|guardrails?|guidelines)';
const BLOCKED =
  '(?:flagged|blocked|rejected|refused|filtered|moderated|denied|stopped|triggered|detected|declined)';
const BAD =
  '(?:nsfw|unsafe|inappropriate|prohibited|disallowed|harmful|explicit|offensive|sensitive|forbidden|banned|adult|sexual|violent|restricted)';

/** Phrases that mean a refusal. The quantifiers are bounded, since the text that is matched is untrusted. */
const REFUSALS: readonly RegExp[] = [
  /\bnsfw\b(?![\s_-]*(?:checker|filter|detector|classifier|model|pipeline))/,
  /\bcontent[\s_-]?polic(?:y|ies)\b|\bcontent[\s_-]moderation\b|\bresponsible ai\b|\brisk control\b/,
  new RegExp(`\\b${BLOCKED}\\b[^.\\n]{0,60}\\b${GUARD}`),
  new RegExp(`\\b${GUARD}\\b[^.\\n]{0,40}\\b${BLOCKED}\\b`),
  new RegExp(`\\b${THING}\\b[^.\\n]{0,30}\\b(?:flagged|moderated)\\b`),
  new RegExp(`\\b${BAD}\\b[\\s_-]{1,3}(?:or \\w+ )?${THING}\\b`),
  new RegExp(
    `\\b${THING}\\b[^.\\n]{0,30}\\b(?:as|is|are|be|contains?|being|deemed|considered)\\b[^.\\n]{0,20}\\b(?:nsfw|unsafe|inappropriate|sensitive|prohibited|harmful|explicit|offensive)\\b`,
  ),
  /\bviolat\w*\b[^.\n]{0,60}\b(?:polic(?:y|ies)|guidelines|terms|rules|standards)\b/,
  /\b(?:polic(?:y|ies)|guidelines|terms of (?:service|use))[\s_-]violations?\b/,
  /\bagainst (?:our|the|their)\b[^.\n]{0,30}\b(?:guidelines|polic(?:y|ies)|terms)\b/,
  /\bsafety[\s_-](?:system|filters?|settings|reasons?|concerns?|guidelines|violation)\b/,
  /\b(?:contains?|containing|detected|depicts?|depicting)\b[^.\n]{0,30}\b(?:nudity|sexual|violence|violent|gore|porn\w{0,10}|self-harm|hate)\b/,
  /\bcopyright(?:ed)?\b[^.\n]{0,20}\b(?:restrictions?|violations?|infring\w+)\b/,
  /\b(?:did not|didn't|does not|not) pass\b[^.\n]{0,30}\b(?:moderation|safety|review)\b/,
];

/** Phrases that mean a refusal in other languages of the services behind the routes. */
const ELSEWHERE =
  /敏感|违规|违禁|违反|色情|不当内容|不合规|内容安全|审核(?:不|未)通过|内容审核|不適切|ポリシー(?:に)?違反|利用規約(?:に)?違反|부적절|정책 위반|유해한|contenid\w{1,3} (?:inapropiad|sensible|prohibid|explícit)|políticas? de (?:contenido|conteúdo|uso)|conteúdo (?:impróprio|inadequado|sensível|proibido)|contenu (?:inapproprié|sensible|interdit|explicite)|politique de contenu|unangemessen|anstößig|inhaltsrichtlinie|недопустим\w{1,6} (?:контент|содержани)|запрещ[её]нн\w{1,4} (?:контент|содержани)|нарушает (?:правила|политику)/;

/** Whether words say that the content was refused. */
export function speaksOfRefusal(words: string): boolean {
  const text = OTHER_SENSES.reduce((left, sense) => left.replace(sense, ' '), words.toLowerCase());
  return REFUSALS.some((refusal) => refusal.test(text)) || ELSEWHERE.test(text);
}
