export { createProviderManager } from '../../../src/generation/index.ts';
export { HuggingFaceProvider } from '../../../src/providers/huggingface/provider.ts';
