/** A name that is safe in a path, for services without a known form of names. */
export const SAFE_PATH = /^(?!\.+(?:\/|$))[\w.:@-]{1,96}(?:\/(?!\.+(?:\/|$))[\w.:@-]{1,96}){0,4}$/;

/** `owner/name`, or a legacy name without an owner. No part consists only of dots. */
export const HUB_NAME = /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+$)[\w.-]{1,96})?$/;

/** An application and its variants: `fal-ai/flux/schnell`. No part consists only of dots. */
export const APP_PATH = /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+(?:\/|$))[\w.-]{1,96}){1,4}$/;

/** `owner/name`, possibly with a version: `owner/name:5599ed30703defd1d160a25a63321b4dec97101d98b4674bcc56e41f62f35637`. */
export const VERSIONED_NAME =
  /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+(?::|$))[\w.-]{1,96})?(?::[\w.-]{1,96})?$/;

/**
 * The path of a file in a repository that is safe in an address: no part consists only of dots, or contains `?`, `#`, `%` or
 * `\`.
 */
export const REPOSITORY_FILE =
  /^(?!\.+(?:\/|$))[^\\/?#%\p{C}]{1,200}(?:\/(?!\.+(?:\/|$))[^\\/?#%\p{C}]{1,200}){0,8}$/u;
