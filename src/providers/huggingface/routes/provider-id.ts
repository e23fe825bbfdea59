/** Any name that is safe in a path: for services whose names have no other known form. */
export const SAFE_PATH = /^(?!\.+(?:\/|$))[\w.:@-]{1,96}(?:\/(?!\.+(?:\/|$))[\w.:@-]{1,96}){0,4}$/;

/** `owner/name`, or a legacy name without an owner. No part of it is dots alone. */
export const HUB_NAME = /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+$)[\w.-]{1,96})?$/;

/** An application and its variants: `fal-ai/flux/schnell`. No part of it is dots alone. */
export const APP_PATH = /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+(?:\/|$))[\w.-]{1,96}){1,4}$/;

/** `owner/name`, with the version that is meant: `owner/name:5599ed30703defd1d160a25a63321b4dec97101d98b4674bcc56e41f62f35637`. */
export const VERSIONED_NAME =
  /^(?!\.+(?:\/|$))[\w.-]{1,96}(?:\/(?!\.+(?::|$))[\w.-]{1,96})?(?::[\w.-]{1,96})?$/;

/** A file in a repository, as it can stand in an address: no part of it is dots alone, or has a sign that ends a path. */
export const REPOSITORY_FILE =
  /^(?!\.+(?:\/|$))[^\\/?#%\p{C}]{1,200}(?:\/(?!\.+(?:\/|$))[^\\/?#%\p{C}]{1,200}){0,8}$/u;
