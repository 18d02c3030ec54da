import { describe, expect, it } from 'vitest';
import { chartOfTable, FORMS, readTableColumns, suggestChart } from '../../../../lib/markdown/table/table-chart';

const read = (head: string[], ...rows: string[][]) => readTableColumns(head, rows, 'en-US');

describe('the likeliest chart', () => {
  it('of dates and numbers is a line', () => {
    const columns = read(
      ['Month', 'Rain', 'Sun'],
      ['Jan 2024', '50 mm', '40 h'],
      ['Feb 2024', '60 mm', '50 h'],
      ['Mar 2024', '40 mm', '90 h'],
    );
    expect(suggestChart(columns)).toEqual({ form: 'line', dimension: 0, measures: [1] });
  });

  it('of years and several numbers alike is a line for each', () => {
    const columns = read(['Year', 'North', 'South'], ['2021', '5', '7'], ['2022', '6', '8'], ['2023', '7', '6']);
    expect(suggestChart(columns)).toEqual({ form: 'line', dimension: 0, measures: [1, 2] });
  });

  it('of names and numbers is bars, of those columns that can stand beside each other', () => {
    const columns = read(
      ['Bridge', 'Opened', 'Lanes', 'Vehicles'],
      ['Harbour', '1932', '8', '160,000'],
      ['Gladesville', '1964', '7', '81,000'],
    );
    expect(suggestChart(columns)).toEqual({ form: 'bar', dimension: 0, measures: [2] });
    expect(suggestChart(read(['a', 'x', 'y'], ['one', '1', '2'], ['two', '3', '4']))).toEqual({
      form: 'bar',
      dimension: 0,
      measures: [1, 2],
    });
  });

  it('of shares of a whole is a pie', () => {
    const columns = read(['Browser', 'Share'], ['A', '64 %'], ['B', '30 %'], ['C', '6 %']);
    expect(suggestChart(columns)?.form).toBe('pie');
    expect(suggestChart(read(['Browser', 'Growth'], ['A', '64 %'], ['B', '80 %']))?.form).toBe('bar');
  });

  it('of two columns of numbers is points', () => {
    expect(suggestChart(read(['w', 'r'], ['1.5', '3'], ['2.5', '4']))).toEqual({
      form: 'points',
      dimension: 0,
      measures: [1],
    });
  });

  it('is none where there is no number, or but one row', () => {
    expect(suggestChart(read(['a', 'b'], ['x', 'y'], ['z', 'w']))).toBeNull();
    expect(suggestChart(read(['a', 'b'], ['x', '1']))).toBeNull();
    expect(suggestChart(read(['a', 'b']))).toBeNull();
  });
});

describe('chartOfTable', () => {
  const columns = read(['Quarter', 'North', 'South'], ['Q1', '$1,200', '$900'], ['Q2', '–', '$1,100']);

  it('draws one column under its name', () => {
    const chart = chartOfTable(columns, { form: 'bar', dimension: 0, measures: [1] });
    expect(chart).toMatchObject({ title: 'North', fields: ['Quarter', 'North'], mark: { type: 'bar' } });
    expect(chart.rows).toEqual([
      { Quarter: 'Q1', North: 1200 },
      { Quarter: 'Q2', North: null },
    ]);
  });

  it('draws several as series', () => {
    const chart = chartOfTable(columns, { form: 'bar', dimension: 0, measures: [1, 2] });
    expect(chart.rows).toContainEqual({ Quarter: 'Q2', Column: 'South', Value: 1100 });
    expect(chart.encoding).toMatchObject({ color: { field: 'Column' }, xOffset: { field: 'Column' } });
  });

  it.each(FORMS)('knows the form %s', (form) => {
    const chart = chartOfTable(columns, { form, dimension: 0, measures: [1, 2] });
    expect(Object.keys(chart.encoding).length).toBeGreaterThan(1);
  });

  it('tells columns of one name, and of none, apart', () => {
    expect(read(['a', 'a', ''], ['1', '2', '3']).map(({ name }) => name)).toEqual(['a', 'a (2)', 'Column 3']);
  });
});
