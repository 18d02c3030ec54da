/**
 * Joins several activities to one: `onActivity` hears true when the first of them begins and false when the last has
 * ended. Each call of the result makes the switch of one more activity.
 */
export function createAnyActive(onActivity: (active: boolean) => void): () => (active: boolean) => void {
  const active = new Set<symbol>();
  return () => {
    const own = Symbol('activity');
    return (now) => {
      const was = active.size > 0;
      if (now) active.add(own);
      else active.delete(own);
      if (was !== active.size > 0) onActivity(now);
    };
  };
}
