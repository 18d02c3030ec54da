import type { Config } from 'vega-lite';
import type { ChartColors } from './theme-colors';

/** How charts look: design section 8's quiet paper, thin horizontal lines, one accent. */
export function vegaConfig(colors: ChartColors, font: string): Config {
  const [accent] = colors.categories;
  return {
    background: 'transparent',
    font,
    padding: { left: 0, top: 5, right: 5, bottom: 3 },
    view: { stroke: null },
    axis: {
      labelColor: colors.soft,
      labelFontSize: 11,
      labelFontWeight: 'normal',
      labelLimit: 90,
      labelOverlap: true,
      labelSeparation: 8,
      titleColor: colors.soft,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      titlePadding: 6,
      gridColor: colors.line,
      domainColor: colors.line,
      tickColor: colors.line,
      ticks: false,
      labelPadding: 6,
    },
    axisX: { grid: false, labelFlush: true },
    axisXQuantitative: { tickCount: 6 },
    axisXTemporal: { tickCount: 5 },
    axisY: { domain: false, tickCount: 4 },
    legend: {
      orient: 'bottom',
      offset: 8,
      direction: 'horizontal',
      columns: 3,
      labelColor: colors.soft,
      labelFontSize: 11,
      labelLimit: 90,
      titleColor: colors.soft,
      titleFontSize: 11,
      titleFontWeight: 'normal',
      symbolSize: 60,
    },
    header: { labelColor: colors.soft, titleColor: colors.soft, labelFontSize: 11, titleFontSize: 11 },
    line: { color: accent, strokeWidth: 2.25, strokeCap: 'round', strokeJoin: 'round' },
    area: { color: accent, fillOpacity: 0.22, line: { color: accent, strokeWidth: 2 } },
    bar: { color: accent, cornerRadiusEnd: 2 },
    point: { color: accent, filled: true, size: 40 },
    circle: { color: accent },
    square: { color: accent },
    tick: { color: accent },
    rect: { color: accent },
    rule: { color: colors.soft },
    arc: { stroke: colors.raised },
    range: {
      category: [...colors.categories],
      ordinal: [colors.line, accent],
      heatmap: [colors.line, accent],
      ramp: [colors.line, accent],
    },
  };
}
