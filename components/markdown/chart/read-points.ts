import type { View } from 'vega';

/** Something of a chart that can be pointed at, in CSS pixels of the drawing. */
export interface DrawnPoint {
  /** Where it is looked for. */
  readonly x: number;
  readonly y: number;
  /** What of the drawing it is; without extent for a place on a line. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Its fields in words, by the tooltip's titles. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** The part of Vega's scene that is read here. */
interface SceneItem {
  readonly items?: readonly SceneMark[];
  readonly x?: number;
  readonly y?: number;
  readonly defined?: boolean;
  readonly bounds?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly tooltip?: unknown;
  readonly startAngle?: number;
  readonly endAngle?: number;
  readonly innerRadius?: number;
  readonly outerRadius?: number;
}

interface SceneMark {
  readonly marktype: string;
  readonly role?: string;
  readonly items: readonly SceneItem[];
}

const ON_LINE: readonly string[] = ['line', 'area', 'trail'];

/** Reads from a drawn view what can be pointed at, each once, panel by panel. */
export function readPoints(view: View): readonly DrawnPoint[] {
  const points = new Map<string, DrawnPoint>();
  const [originX, originY] = view.origin();
  const padding = view.padding();
  const [left, top] = typeof padding === 'number' ? [padding, padding] : [padding.left ?? 0, padding.top ?? 0];

  function visit(mark: SceneMark, x: number, y: number): void {
    for (const item of mark.items) {
      if (mark.marktype === 'group') {
        for (const inner of item.items ?? []) visit(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      } else if (mark.role === 'mark') {
        const point = toPoint(mark, item, x, y);
        if (point !== null)
          points.set(`${Math.round(point.x)} ${Math.round(point.y)} ${JSON.stringify(point.told)}`, point);
      }
    }
  }

  visit((view.scenegraph() as unknown as { readonly root: SceneMark }).root, originX + left, originY + top);
  return [...points.values()];
}

function toPoint({ marktype }: SceneMark, item: SceneItem, x: number, y: number): DrawnPoint | null {
  const { tooltip, bounds } = item;
  if (typeof tooltip !== 'object' || tooltip === null || bounds === undefined || item.defined === false)
    return null;
  const told = tooltip as Readonly<Record<string, unknown>>;
  const [itemX, itemY] = [x + (item.x ?? 0), y + (item.y ?? 0)];
  if (!Number.isFinite(itemX) || !Number.isFinite(itemY)) return null;
  if (ON_LINE.includes(marktype))
    return { x: itemX, y: itemY, left: itemX, top: itemY, width: 0, height: 0, told };
  const box = {
    left: x + bounds.x1,
    top: y + bounds.y1,
    width: bounds.x2 - bounds.x1,
    height: bounds.y2 - bounds.y1,
  };
  if (!Number.isFinite(box.width) || !Number.isFinite(box.height)) return null;
  if (marktype === 'arc') {
    const angle = ((item.startAngle ?? 0) + (item.endAngle ?? 0)) / 2;
    const radius = ((item.innerRadius ?? 0) + (item.outerRadius ?? 0)) / 2;
    const at = { x: itemX + radius * Math.sin(angle), y: itemY - radius * Math.cos(angle) };
    return { ...at, left: at.x, top: at.y, width: 0, height: 0, told };
  }
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, ...box, told };
}
