/** One default export, as a background has: with named ones the script would get an `exports`, which puter.js misreads. */
export { PuterProvider as default } from '../../../../src/providers/puter/provider.ts';
