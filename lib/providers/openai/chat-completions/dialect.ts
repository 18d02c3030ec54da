import { type Dialect, GENERIC_DIALECT } from '../../../domain/dialect';
import { presetOf } from '../../../domain/provider-presets';

/** The dialect of a preset (`provider-presets`); without one, the tolerant common form. */
export function dialectOf(preset: string | null): Dialect {
  return { ...GENERIC_DIALECT, ...presetOf(preset)?.dialect };
}
