/**
 * The AI SDK with `ai-retry`. Plain JavaScript with its types beside it, because its packages are installed by
 * `npm run bench` alone and types are checked without them.
 */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateImage } from 'ai';
import { createRetryableModel } from 'ai-retry/image-model';

globalThis.AI_SDK_LOG_WARNINGS = false;

/** There is no Puter in the AI SDK: a model of its own, as the SDK's pages say to write one. */
const ownModel = (askFallback) => ({
  specificationVersion: 'v4',
  provider: 'puter',
  modelId: 'puter',
  maxImagesPerCall: 1,
  async doGenerate({ prompt }) {
    return {
      images: [await askFallback(prompt)],
      warnings: [],
      response: { timestamp: new Date(), modelId: 'puter', headers: {} },
    };
  },
});

export function createAiRetry({ fetch, token, baseURL, model, size, askFallback }) {
  const router = createOpenAICompatible({ name: 'router', baseURL, apiKey: token, fetch });
  return async (prompt) => {
    // One for each call: shared by calls at the same time, it hands some of them the primary's error.
    const retryable = createRetryableModel({
      model: router.imageModel(model),
      retries: [ownModel(askFallback)],
    });
    const { image } = await generateImage({
      model: retryable,
      prompt,
      size: `${size.width}x${size.height}`,
      maxRetries: 0,
    });
    return image.uint8Array;
  };
}
