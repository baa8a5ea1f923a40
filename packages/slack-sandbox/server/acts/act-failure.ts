/** An act that cannot be done, in words for the person who tried. */
export class ActFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ActFailure';
  }
}
