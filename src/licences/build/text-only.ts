import { rewritePackages } from './rewrite-packages.ts';

/** An assignment of markup: `node.innerHTML = …`, `node.innerHTML += …`. A comparison is none. */
const ASSIGNED_MARKUP = /\.(?:innerHTML|outerHTML)(\s*\+?=)(?!=)/g;

/**
 * A Vite plugin that lets packages write text into a page and never markup: what they assign to `innerHTML` becomes
 * `textContent`. Preact does that for `dangerouslySetInnerHTML` and puter.js in `print`, and Understudy uses neither. So no text
 * from outside can become markup by way of a package, and whoever reviews the package for a store finds no such assignment.
 */
export const textOnly = () => rewritePackages('understudy:text-only', ASSIGNED_MARKUP, '.textContent$1');
