import type { Config } from 'vega-lite';
import { ROOM } from '../../../lib/markdown/chart/chart-room';
import type { ChartLook } from './draw-chart';

/** How charts look: design section 8's quiet paper, thin horizontal lines, one accent. `width` in CSS pixels. */
export function vegaConfig({ colors, font, page }: ChartLook, width: number): Config {
  const [accent] = colors.categories;
  const label = { labelColor: colors.soft, labelFontSize: ROOM.fontSize, labelFontWeight: 'normal' } as const;
  const title = { titleColor: colors.soft, titleFontSize: ROOM.fontSize, titleFontWeight: 'normal' } as const;
  return {
    aria: false,
    customFormatTypes: true,
    background: page === undefined ? 'transparent' : colors.raised,
    font,
    padding: page === undefined ? { left: 1, top: 3, right: 1, bottom: 1 } : 16,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'bounds',
      color: colors.ink,
      fontSize: 13,
      subtitleColor: colors.soft,
      subtitleFontSize: ROOM.fontSize,
      offset: 10,
      limit: width,
    },
    axis: {
      ...label,
      ...title,
      labelLimit: 90,
      labelOverlap: 'greedy',
      labelSeparation: ROOM.gap,
      labelPadding: 6,
      titlePadding: 6,
      titleLimit: width,
      gridColor: colors.line,
      domainColor: colors.line,
      tickColor: colors.line,
      ticks: false,
    },
    axisX: { grid: false, labelFlush: true },
    axisXQuantitative: { grid: false },
    axisY: { domain: false },
    axisYBand: { grid: false },
    axisYPoint: { grid: true },
    legend: {
      ...label,
      ...title,
      orient: 'bottom',
      offset: 8,
      direction: 'horizontal',
      columnPadding: 10,
      rowPadding: 3,
      symbolSize: 60,
      symbolLimit: 40,
      labelOffset: 4,
      titlePadding: 4,
      gradientThickness: 10,
      ...STACKED,
    },
    header: { ...label, ...title, labelAnchor: 'start' },
    line: { color: accent, strokeWidth: 2.25, strokeCap: 'round', strokeJoin: 'round' },
    area: { color: accent, line: { color: accent, strokeWidth: 2 } },
    bar: { color: accent, cornerRadiusEnd: 2 },
    point: { color: accent, filled: true, size: 40 },
    circle: { color: accent, opacity: 1 },
    square: { color: accent, opacity: 1 },
    tick: { color: accent, thickness: 1.5 },
    rect: { color: accent },
    rule: { color: accent, strokeWidth: 1.5 },
    arc: { color: accent, stroke: colors.raised, strokeWidth: 1.5 },
    scale: {
      maxSize: 420,
      minSize: 12,
      bandPaddingInner: 0.25,
      bandPaddingOuter: 0.15,
      barBandPaddingInner: 0.25,
    },
    range: {
      category: [...colors.categories],
      ordinal: [colors.faint, accent],
      heatmap: [colors.faint, accent],
      ramp: [colors.faint, accent],
    },
  };
}

/** Several legends stand below each other; Vega knows this key, Vega-Lite's types do not. */
const STACKED: object = { layout: { bottom: { direction: 'vertical', anchor: 'start', margin: 6 } } };
