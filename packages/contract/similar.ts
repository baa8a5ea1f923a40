/** From this similarity on an unclosed ticket is offered to whoever reports something: of strangers nearly none are. */
export const offeredFrom = 0.4;

/** From this similarity on it is asked about before something is filed. */
export const sameFrom = 0.6;
