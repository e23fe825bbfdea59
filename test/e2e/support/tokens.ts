/** Tokens that the lab accepts; long and odd enough to be found again wherever they leak. */
export const HF_TOKEN = 'hf_LabPrimaryToken0123456789';
export const PUTER_TOKEN = 'puter-lab-token-0123456789';
/** What the tokens are locked with. */
export const PASSPHRASE = 'correct horse battery';
