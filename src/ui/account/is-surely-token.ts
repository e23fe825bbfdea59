/** Whether a pasted text is exactly one Hugging Face token, so that it can be saved without another key. */
export function isSurelyToken(pasted: string): boolean {
  return /^\s*(?:Bearer )?hf_[A-Za-z0-9]{20,100}\s*$/.test(pasted);
}
