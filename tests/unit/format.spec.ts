import { expect, test } from '@playwright/test';
import {
  beijingInstant,
  formatDate,
  formatNumber,
  formatQuantity,
  formatRange,
  isoInstant,
} from '../../src/i18n/format.ts';

test('large numbers are written in the words of each language', () => {
  expect(formatQuantity({ value: 715e6, unit: 'USD' }, 'zh')).toBe('7.15亿美元');
  expect(formatQuantity({ value: 715e6, unit: 'USD' }, 'en')).toBe('US$715 million');
  expect(formatNumber(1.07575487e23, 'en')).toBe('1.08×10²³');
  expect(formatQuantity({ value: 7_700_000, unit: 'TH/s' }, 'zh')).toBe('770万TH/s');
});

test('a limiting word is printed with its number, always', () => {
  expect(formatQuantity({ value: 70, unit: 'percent', hedgeWord: 'nearly' }, 'zh')).toBe('近70%');
  expect(formatQuantity({ value: 70, unit: 'percent', hedgeWord: 'nearly' }, 'en')).toBe(
    'nearly 70%',
  );
  expect(formatRange({ low: 3, high: 5, unit: 'percent', hedgeWord: 'about' }, 'zh')).toBe(
    '约3%至5%',
  );
});

test('a count of one is singular in English', () => {
  expect(formatQuantity({ value: 1, unit: 'farm' }, 'en')).toBe('1 mining farm');
  expect(formatQuantity({ value: 2, unit: 'farm' }, 'en')).toBe('2 mining farms');
});

test('a date is as exact as its record', () => {
  expect(formatDate('2021-05-21', 'zh')).toBe('2021年5月21日');
  expect(formatDate('2021-05-21', 'en')).toBe('21 May 2021');
  expect(formatDate('2021-05', 'en')).toBe('May 2021');
  expect(formatDate('2021-05-21', 'en', 'weekday')).toBe('Friday 21 May');
  expect(() => formatDate('May 2021', 'en')).toThrow(/not a date/);
});

test('24:00 on the 26th is 00:00 on the 27th, and 16:00 on the 26th in UTC', () => {
  expect(beijingInstant('2021-05-26', '24:00')).toBe(beijingInstant('2021-05-27', '00:00'));
  expect(new Date(beijingInstant('2021-05-26', '24:00')).toISOString()).toBe(
    '2021-05-26T16:00:00.000Z',
  );
  expect(isoInstant('2021-05-26', '24:00')).toBe('2021-05-27T00:00+08:00');
});
