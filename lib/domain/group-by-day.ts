export interface DayGroup<Item> {
  readonly label: string;
  readonly items: readonly Item[];
}

/** Groups items, in their order, by how long ago they were: today, yesterday, this week, then by month. */
export function groupByDay<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => number,
  now: Date,
): readonly DayGroup<Item>[] {
  // By the calendar: a day may have 23 or 25 hours.
  const daysAgo = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime();
  const starts = { today: daysAgo(0), yesterday: daysAgo(1), week: daysAgo(6) };
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const label = labelOf(timeOf(item), starts);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [item]);
    else group.push(item);
  }
  return [...groups].map(([label, grouped]) => ({ label, items: grouped }));
}

interface Starts {
  readonly today: number;
  readonly yesterday: number;
  readonly week: number;
}

function labelOf(time: number, starts: Starts): string {
  if (time >= starts.today) return 'Today';
  if (time >= starts.yesterday) return 'Yesterday';
  if (time >= starts.week) return 'This week';
  return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(time);
}
