import { ROOM, type ChartRoom } from '../../../lib/markdown/chart/chart-room';

/** The room that an element gives a chart: its width, and how wide texts are in its font. */
export function roomOf(element: Element): ChartRoom {
  const canvas = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(element);
  if (canvas !== null) canvas.font = `${ROOM.fontSize}px ${fontFamily}`;
  const widths = new Map<string, number>();
  return {
    width: Math.floor(element.clientWidth),
    measure(text) {
      const known = widths.get(text);
      if (known !== undefined) return known;
      const width = canvas === null ? text.length * 6 : canvas.measureText(text).width;
      widths.set(text, width);
      return width;
    },
  };
}
