/** So many in a room at once; its turns come once a second, so more would only wait inside. */
const size = 30;

type Room = { inside: number; outside: Set<() => void> };

type WithinInput<Result> = {
  /** What it will wait for in Slack; undefined when that is no place where many wait. */
  room: string | undefined;
  run: () => Promise<Result>;
};

/**
 * Lets a few at a time prepare for the same place in Slack, in the order of coming. Behind them hundreds may wait, each with
 * nothing but a callback: a card on its way takes 4 kB.
 */
export function createRooms() {
  const rooms = new Map<string, Room>();

  const enter = async (name: string): Promise<Room> => {
    const room = rooms.get(name) ?? { inside: 0, outside: new Set() };
    rooms.set(name, room);
    if (room.inside < size) room.inside += 1;
    else await new Promise<void>(resolve => room.outside.add(resolve));
    return room;
  };
  /** Whoever goes gives the place to the first outside. */
  const leave = (name: string, room: Room) => {
    const [next] = room.outside;
    if (next !== undefined) {
      room.outside.delete(next);
      return next();
    }
    room.inside -= 1;
    if (room.inside === 0) rooms.delete(name);
  };

  return async <Result>({ room: name, run }: WithinInput<Result>): Promise<Result> => {
    if (name === undefined) return run();
    const room = await enter(name);
    return run().finally(() => leave(name, room));
  };
}
