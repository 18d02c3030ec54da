export interface DayGroup<Item> {
  readonly label: string;
  readonly items: readonly Item[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Groups items, in their order, by how long ago they were: today, yesterday, this week, then by month. */
export function groupByDay<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => number,
  now: Date,
): readonly DayGroup<Item>[] {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const label = labelOf(timeOf(item), today);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [item]);
    else group.push(item);
  }
  return [...groups].map(([label, grouped]) => ({ label, items: grouped }));
}

function labelOf(time: number, today: number): string {
  if (time >= today) return 'Today';
  if (time >= today - DAY_MS) return 'Yesterday';
  if (time >= today - 6 * DAY_MS) return 'This week';
  return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(time);
}
