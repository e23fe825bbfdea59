/** How a failure's button looks: the button that helps most is the main one. */
export interface Looks {
  variant: 'primary' | 'quiet';
}
