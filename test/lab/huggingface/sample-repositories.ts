import { createRepository, type Repository, type RepositoryOrder, type Route } from '../repository.ts';

const live = (providerId: string): Route => ({ status: 'live', providerId, task: 'text-to-image' });
const dead = (providerId: string): Route => ({ status: 'error', providerId, task: 'text-to-image' });

const modelIndex = { path: 'model_index.json', content: '{"_class_name":"FluxPipeline"}' };
const readme = (id: string) => ({
  path: 'README.md',
  content: `# ${id}\n\nA sample repository of the lab.\n`,
});
const weights = (path: string, listedSize?: number) => ({
  path,
  content: `sample weights for ${path}\n`.repeat(1000),
  lfs: true,
  ...(listedSize !== undefined && { listedSize }),
});

const textToImage = {
  pipelineTag: 'text-to-image',
  library: 'diffusers',
  tags: ['diffusers', 'text-to-image'],
};

/** What the lab's huggingface.co hosts from the start: for every kind of answer there is a repository that gives it. */
const ORDERS: RepositoryOrder[] = [
  {
    ...textToImage,
    id: 'black-forest-labs/FLUX.1-schnell',
    downloads: 800_000,
    likes: 4000,
    trendingScore: 20,
    createdAt: '2024-07-31T21:14:16.000Z',
    lastModified: '2024-08-16T14:37:56.000Z',
    files: [
      { path: '.gitattributes', content: '*.safetensors filter=lfs\n' },
      readme('black-forest-labs/FLUX.1-schnell'),
      modelIndex,
      weights('flux1-schnell.safetensors', 23_782_506_688),
      { path: 'transformer/config.json', content: '{"num_layers":19}' },
      weights('transformer/diffusion_pytorch_model.safetensors'),
    ],
    routes: {
      nscale: live('black-forest-labs/FLUX.1-schnell'),
      'fal-ai': live('fal-ai/flux/schnell'),
      wavespeed: live('wavespeed-ai/flux-schnell'),
      'hf-inference': dead('black-forest-labs/FLUX.1-schnell'),
    },
  },
  {
    ...textToImage,
    id: 'stabilityai/stable-diffusion-3-medium-diffusers',
    downloads: 60_000,
    likes: 450,
    trendingScore: 3,
    createdAt: '2024-06-12T18:12:40.000Z',
    routes: { 'hf-inference': live('stabilityai/stable-diffusion-3-medium-diffusers') },
  },
  {
    ...textToImage,
    id: 'stabilityai/stable-diffusion-xl-base-1.0',
    downloads: 2_000_000,
    likes: 6800,
    trendingScore: 8,
    createdAt: '2023-07-25T13:25:51.000Z',
    files: [
      readme('stabilityai/stable-diffusion-xl-base-1.0'),
      modelIndex,
      weights('sd_xl_base_1.0.safetensors'),
    ],
    routes: {
      nscale: live('stabilityai/stable-diffusion-xl-base-1.0'),
      'hf-inference': dead('stabilityai/stable-diffusion-xl-base-1.0'),
    },
  },
  {
    ...textToImage,
    id: 'black-forest-labs/FLUX.1-Krea-dev',
    downloads: 90_000,
    likes: 900,
    trendingScore: 12,
    createdAt: '2025-07-28T09:00:00.000Z',
    routes: { together: live('black-forest-labs/FLUX.1-krea-dev'), 'fal-ai': live('fal-ai/flux/krea') },
  },
  {
    ...textToImage,
    id: 'ByteDance/SDXL-Lightning',
    downloads: 120_000,
    likes: 2000,
    trendingScore: 2,
    createdAt: '2024-02-20T06:20:45.000Z',
    routes: { replicate: live('bytedance/sdxl-lightning-4step') },
  },
  {
    ...textToImage,
    id: 'Qwen/Qwen-Image',
    downloads: 200_000,
    likes: 2000,
    trendingScore: 15,
    createdAt: '2025-08-02T04:58:07.000Z',
    routes: { 'fal-ai': live('fal-ai/qwen-image'), wavespeed: live('wavespeed-ai/qwen-image/text-to-image') },
  },
  {
    ...textToImage,
    id: 'black-forest-labs/FLUX.1-dev',
    gated: 'auto',
    downloads: 1_500_000,
    likes: 11_000,
    trendingScore: 18,
    createdAt: '2024-07-31T21:13:44.000Z',
    routes: { nscale: live('black-forest-labs/FLUX.1-dev'), 'fal-ai': live('fal-ai/flux/dev') },
  },
  {
    ...textToImage,
    id: 'stable-diffusion-v1-5/stable-diffusion-v1-5',
    downloads: 1_800_000,
    likes: 700,
    createdAt: '2024-09-07T16:20:30.000Z',
  },
  { ...textToImage, id: 'lab/unserved', likes: 7, createdAt: '2026-01-05T00:00:00.000Z' },
  { ...textToImage, id: 'lab/disabled', disabled: true },
  { ...textToImage, id: 'someuser/private-model', private: true },
  {
    id: 'openai-community/gpt2',
    pipelineTag: 'text-generation',
    library: 'transformers',
    tags: ['transformers', 'text-generation'],
    downloads: 9_000_000,
    likes: 2600,
    createdAt: '2022-03-02T23:29:04.000Z',
  },
  {
    type: 'dataset',
    id: 'lab/prompts',
    likes: 12,
    files: [{ path: 'train.csv', content: 'prompt\na red fox\n' }],
  },
  { type: 'space', id: 'lab/draw', likes: 30, files: [{ path: 'app.py', content: 'print("sample")\n' }] },
];

/** Old names that huggingface.co answers with a redirect. */
export const RENAMES: Record<string, string> = {
  gpt2: 'openai-community/gpt2',
  'runwayml/stable-diffusion-v1-5': 'stable-diffusion-v1-5/stable-diffusion-v1-5',
};

export const sampleRepositories = (): Repository[] => ORDERS.map(createRepository);
