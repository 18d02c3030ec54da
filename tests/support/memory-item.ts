/** A stored setting in memory, with the part of WXT's storage item that panels use. */
export function memoryItem<Value>(fallback: Value) {
  let stored = fallback;
  const listeners = new Set<(value: Value) => void>();
  return {
    fallback,
    /** How many watch it. */
    watchers: () => listeners.size,
    async getValue() {
      await Promise.resolve();
      return stored;
    },
    async setValue(value: Value) {
      await Promise.resolve();
      stored = value;
      for (const listener of listeners) listener(value);
    },
    watch(listener: (value: Value) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
