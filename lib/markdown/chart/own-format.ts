// Vega-Lite writes a format between quotes into an expression of its own, so only what can be a format passes.

/** d3-format's mini language, without fill and with a width that can't fill the panel. */
const NUMBER_FORMAT = /^[-+( ]?[$#]?0?\d{0,2},?(?:\.\d{1,2})?~?[a-zA-Z%]?$/;
/** d3-time-format's. */
const TIME_FORMAT = /^(?=.*%)(?:%[-_0]?[aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%]|[\p{L}\d\s.,:/()-]){1,60}$/u;
const TYPES = /[a-zA-Z%]$/;
const KNOWN_TYPES = /[efgrsdxXbocp%]$/;

/** A number format that a chart brings, if it is one; null otherwise. */
export function numberFormatOf(format: string | undefined): string | null {
  if (format === undefined || format === '' || !NUMBER_FORMAT.test(format)) return null;
  return TYPES.test(format) && !KNOWN_TYPES.test(format) ? null : format;
}

/** A time format that a chart brings, if it is one; null otherwise. */
export function timeFormatOf(format: string | undefined): string | null {
  return format !== undefined && TIME_FORMAT.test(format) ? format : null;
}
