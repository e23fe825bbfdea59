export { type ImageType, sniffImageType } from '../web/image-type.ts';
export { redact } from '../web/redact.ts';
export { classifyStatus, fallsBack } from './classify-failure.ts';
export { cleanForeignText } from './clean-text.ts';
export { parseImageDataUrl, toDataUrl } from './data-url.ts';
export { DEFAULT_CONFIG, isOwnApiUrl } from './default-config.ts';
export { drawSeed } from './draw-seed.ts';
export { FAULTS } from './faults.ts';
export { toGenerateResponse } from './generate-response.ts';
export { MAX_IMAGE_BYTES } from './max-image-bytes.ts';
export { abilitiesOf, abilitiesOfAny, ignoredOptions, type ModelAbilities } from './model-abilities.ts';
export { normaliseModel } from './model-name.ts';
export { type OwnStyle, sentWords, styleUsed } from './own-style.ts';
export { pictureResult } from './picture-result.ts';
export type { ModelPrice } from './price.ts';
export { factsOf, PROVIDER_FACTS, type ProviderFacts, type ServicePage } from './provider-facts.ts';
export { type AttemptObserver, createProviderManager } from './provider-manager.ts';
export { isProviderName, PROVIDER_NAMES } from './provider-names.ts';
export { REASONS } from './reasons.ts';
export {
  cleanPrompt,
  findRequestProblem,
  type GenerationRequest,
  isModelId,
  MAX_DRAWN_SEED,
  MAX_PROMPT_LENGTH,
  MAX_SEED,
  MAX_SELECTION,
  normaliseRequest,
  type RequestProblem,
  SIZE_LIMITS,
  toGenerationOptions,
} from './request.ts';
export { generationRequest, storedOwnStyle } from './request-schema.ts';
export { parseRetryAfter } from './retry-after.ts';
export { applyStyle, PROMPT_SLOT, STYLE_PRESETS, STYLE_TEMPLATES } from './style-presets.ts';
export type * from './types.ts';
export { DUAL_FAILURE_MESSAGE, userMessage } from './user-message.ts';
