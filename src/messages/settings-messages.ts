import * as z from 'zod/mini';
import type { Difference, StylesView, SyncStatus } from '../settings/index.ts';
import { styleFields } from '../settings/presets/style.ts';
import { LONGEST_STYLE_TEXT } from '../settings/presets/style-text.ts';
import { reply } from './reply-type.ts';
import { confirmed, id, nothing, one, settingsPatch, text, tokenSlot } from './shapes.ts';
import type { ImportPreview, SettingsView, TokenView } from './views.ts';

/** The messages about settings, tokens and styles, the settings file, and the browser's sync. */
export const SETTINGS_MESSAGES = {
  readSettings: { request: nothing, reply: reply<SettingsView>() },
  /** The user agreed that hubs are asked for what they look up. Saving any token says the same. */
  agreeToLookUps: { request: nothing, reply: reply<SettingsView>() },
  updateSettings: {
    request: z.lazy(() => z.strictObject({ patch: settingsPatch })),
    reply: reply<SettingsView>(),
  },
  /**
   * Saves and checks a token. `origin` is the origin that the page showed for the token, if the slot belongs to an address.
   * Refused when the slot's address has another origin by now.
   */
  saveToken: {
    request: z.lazy(() =>
      z.strictObject({ slot: tokenSlot, token: z.string(), origin: z.optional(z.string()) }),
    ),
    reply: reply<TokenView>(),
  },
  removeToken: { request: z.lazy(() => z.strictObject({ slot: tokenSlot })), reply: reply<null>() },
  connectPuter: { request: nothing, reply: reply<TokenView>() },
  /** Starts a sign-in to Hugging Face by a code; `SettingsView.signIn` then shows the code and the state. */
  startSignIn: { request: nothing, reply: reply<null>() },
  /** Ends the sign-in to Hugging Face, or forgets how the last one ended. */
  cancelSignIn: { request: nothing, reply: reply<null>() },
  /** Deletes the token that came from a sign-in. `revoked`: Hugging Face has confirmed that it revoked the token. */
  signOut: { request: nothing, reply: reply<{ revoked: boolean }>() },
  /** The user was told that Puter's token was forgotten. */
  toldForgotten: { request: nothing, reply: reply<null>() },
  /** Unlocks the tokens with their passphrase, until the browser closes. */
  unlockTokens: {
    request: z.lazy(() => z.strictObject({ passphrase: text(1000) })),
    reply: reply<SettingsView>(),
  },
  lockTokens: { request: nothing, reply: reply<SettingsView>() },
  /** Sets a passphrase, changes it (`current` and `next`), or removes it (`current` alone). */
  changePassphrase: {
    request: z.lazy(() => z.strictObject({ current: z.optional(text(1000)), next: z.optional(text(1000)) })),
    reply: reply<SettingsView>(),
  },
  /** Deletes the locked tokens, for a user who forgot the passphrase. */
  forgetLockedTokens: { request: confirmed, reply: reply<SettingsView>() },

  readStyles: { request: nothing, reply: reply<StylesView>() },
  addStyle: { request: z.lazy(() => z.strictObject({ style: styleFields })), reply: reply<{ id: string }>() },
  changeStyle: {
    request: z.lazy(() => z.strictObject({ id, style: styleFields })),
    reply: reply<{ id: string }>(),
  },
  /** Adds a copy of a style after it, under another name. */
  duplicateStyle: {
    request: z.lazy(() => z.strictObject({ id, name: z.string() })),
    reply: reply<{ id: string }>(),
  },
  removeStyle: { request: one, reply: reply<null>() },
  /** Undoes a removal. */
  restoreStyle: { request: one, reply: reply<null>() },
  orderStyles: { request: z.lazy(() => z.strictObject({ ids: z.array(id) })), reply: reply<null>() },
  /** Replaces all styles by the shipped ones. */
  resetStyles: { request: confirmed, reply: reply<null>() },
  /** Adds the style in a pasted text (see `styleToText`). */
  importStyle: {
    request: z.lazy(() => z.strictObject({ text: text(LONGEST_STYLE_TEXT) })),
    reply: reply<{ id: string }>(),
  },

  /** The text of a settings file. With a passphrase it contains the tokens, encrypted; without one no tokens. */
  exportSettings: {
    request: z.lazy(() => z.strictObject({ passphrase: z.optional(z.string()) })),
    reply: reply<{ text: string }>(),
  },
  /** Tells what a settings file would change. Changes nothing. */
  previewImport: {
    request: z.lazy(() => z.strictObject({ text: z.string() })),
    reply: reply<ImportPreview>(),
  },
  /** Imports the named parts of a settings file (`Difference.part`); nothing when the passphrase is wrong. */
  importSettings: {
    request: z.lazy(() =>
      z.strictObject({ text: z.string(), take: z.array(z.string()), passphrase: z.optional(z.string()) }),
    ),
    reply: reply<SettingsView>(),
  },
  /** Puts back the settings, hubs and styles that the last import, reset or *use what is there* replaced. */
  undoReplacing: { request: nothing, reply: reply<SettingsView>() },
  readSync: { request: nothing, reply: reply<SyncStatus>() },
  /** Tells what would change here if the values in the browser's sync were used. Changes nothing. */
  previewSync: { request: nothing, reply: reply<{ differences: Difference[] }>() },
  /** Switches sync on. `hold`: which values are used where they differ: those of this browser (`here`) or of the sync (`there`). */
  turnSyncOn: {
    request: z.lazy(() => z.strictObject({ hold: z.enum(['here', 'there']) })),
    reply: reply<SettingsView>(),
  },
  turnSyncOff: { request: nothing, reply: reply<null>() },
  /** Deletes the data in the browser's sync. Refused while sync is on. */
  clearSync: { request: confirmed, reply: reply<null>() },
  /** Resets all settings to their defaults; tokens and styles stay. */
  resetSettings: { request: confirmed, reply: reply<SettingsView>() },
};
