/** Whether a pasted text is one of Hugging Face's tokens and nothing else, so that no key needs to be pressed after it. */
export function isSurelyToken(pasted: string): boolean {
  return /^\s*(?:Bearer )?hf_[A-Za-z0-9]{20,100}\s*$/.test(pasted);
}
