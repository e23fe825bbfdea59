import { rewritePackages } from './rewrite-packages.ts';

/** An assignment of markup: `node.innerHTML = …` or `node.innerHTML += …`, but not a comparison. */
const ASSIGNED_MARKUP = /\.(?:innerHTML|outerHTML)(\s*\+?=)(?!=)/g;

/**
 * A Vite plugin that turns assignments to `innerHTML` in packages into assignments to `textContent`. Preact assigns markup for
 * `dangerouslySetInnerHTML`, and puter.js in `print`; Understudy uses neither. So no text from outside can become markup through
 * a package, and a store's reviewer finds no such assignment.
 */
export const textOnly = () => rewritePackages('understudy:text-only', ASSIGNED_MARKUP, '.textContent$1');
