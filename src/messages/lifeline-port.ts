/** A page keeps this port open while it shows a running job: when the worker dies, the port closes, which tells the page. */
export const LIFELINE_PORT = 'lifeline';
