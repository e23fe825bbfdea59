export { createAiRetry } from '../peers/ai-retry.mjs';
