/** A popup as small as Preact makes it: one text field, focused. */
import { h, render } from 'preact';

render(h('textarea', { ref: (field: HTMLTextAreaElement | null) => field?.focus() }), document.body);
