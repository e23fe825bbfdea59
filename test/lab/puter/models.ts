/** The vendor that runs a model for Puter, which decides the form of the answer. */
export type Vendor = 'together' | 'replicate' | 'openai' | 'cloudflare';

const MODELS: Record<Vendor, string[]> = {
  together: [
    'black-forest-labs/FLUX.1-schnell',
    'FLUX.1-schnell',
    'togetherai:black-forest-labs/FLUX.1-schnell',
  ],
  replicate: [
    'flux-schnell',
    'flux-1-schnell',
    'black-forest-labs/flux-schnell',
    'replicate:black-forest-labs/flux-schnell',
  ],
  openai: ['gpt-image-1-mini', 'gpt-image-1'],
  cloudflare: ['@cf/black-forest-labs/flux-1-schnell', 'workers-ai:black-forest-labs/flux.1-schnell'],
};

/** The vendor of a model id or alias, compared without case; undefined means "Model not found". */
export function vendorOf(model: string): Vendor | undefined {
  const wanted = model.toLowerCase();
  const vendors = Object.keys(MODELS) as Vendor[];
  return vendors.find((vendor) => MODELS[vendor].some((id) => id.toLowerCase() === wanted));
}

/** What `/puterai/image/models/details` lists, to anybody. Prices are US cents under the keys of each vendor. */
export const MODEL_LIST = [
  {
    id: 'togetherai:black-forest-labs/flux.1-schnell',
    provider: 'together-image-generation',
    aliases: ['black-forest-labs/FLUX.1-schnell', 'FLUX.1-schnell'],
    name: 'black-forest-labs/FLUX.1-schnell',
    costs_currency: 'usd-cents',
    index_cost_key: '1MP',
    pricing_unit: 'per-MP',
    costs: { '1MP': 0.27 },
  },
  {
    id: 'black-forest-labs/flux-schnell',
    puterId: 'replicate:black-forest-labs/flux-schnell',
    provider: 'replicate-image-generation',
    aliases: ['flux-schnell', 'flux-1-schnell'],
    name: 'FLUX.1 Schnell',
    costs_currency: 'usd-cents',
    index_cost_key: 'output',
    billingScheme: 'per-image',
    costs: { output: 0.3 },
  },
  {
    id: 'gpt-image-1-mini',
    puterId: 'openai:openai/gpt-image-1-mini',
    provider: 'openai-image-generation',
    aliases: ['openai/gpt-image-1-mini'],
    name: 'GPT Image 1 Mini',
    costs_currency: 'usd-cents',
    index_cost_key: 'low:1024x1024',
    costs: { text_input: 200, image_input: 250, image_output: 800, 'low:1024x1024': 0.5 },
  },
];
