const NAME = 'UNDERSTUDY_HF_CLIENT_ID';

/**
 * The id of the OAuth app at Hugging Face with which this build signs people in, from the build's
 * environment; '' when there is none. The id is public. A secret or a token in its place stops the build,
 * since everybody who installs it could read them. Throws with a sentence for the builder.
 */
export function readClientId(environment: Record<string, string | undefined>): string {
  const id = environment[NAME]?.trim() ?? '';
  if (/^(?:hf_|oauth_app_secret_)/i.test(id))
    throw new Error(
      `${NAME} holds a token or a secret. It takes the client id of an OAuth app without a secret.`,
    );
  if (id !== '' && !/^[\w.-]{4,200}$/.test(id))
    throw new Error(`${NAME} must be a client id: letters, digits, dots, hyphens and underscores.`);
  return id;
}
