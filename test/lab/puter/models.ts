/** Who runs a model for Puter: it decides in which form the picture comes back. */
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
