/** A page keeps this port open while it shows a running job: when the worker dies, the port drops and the page knows. */
export const LIFELINE_PORT = 'lifeline';
