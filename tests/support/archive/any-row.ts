import fc from 'fast-check';

/** The fields that a row may do without. */
export type OptionalKeys<Row> = {
  [Key in keyof Row]-?: object extends Pick<Row, Key> ? Key : never;
}[keyof Row];

/** A generator for each field of a row: the compiler asks for one for a field that is added. */
export type AnyFields<Row> = { readonly [Key in keyof Row]-?: fc.Arbitrary<Exclude<Row[Key], undefined>> };

/** Rows with all of the fields that must be there and some of the others. */
export function anyRow<Row extends object>(
  fields: AnyFields<Row>,
  ...required: readonly Exclude<keyof Row, OptionalKeys<Row>>[]
): fc.Arbitrary<Row> {
  const model = fields as unknown as Readonly<Record<string, fc.Arbitrary<unknown>>>;
  const requiredKeys = required.map(String);
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as unknown as fc.Arbitrary<Row>;
}

export const time = fc.integer({ min: 0, max: 4e12 });
export const count = fc.nat(100_000);
/** Line breaks, quotes, half of a pair of surrogates, letters of all kinds. */
export const text = fc.string({ unit: 'binary', maxLength: 60 }).map((words) => words.toWellFormed());
/** A word as ids and fences are. */
export const word = fc.stringMatching(/^[a-z0-9]{8,12}$/);
/** A number with a fraction. */
export const amount = fc.nat(1_000).map((cents) => cents / 100);
