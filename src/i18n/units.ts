import type { Locale } from './locales.ts';

type Spelling = {
  /** `n` is the formatted number; the sign stands where the language puts it. */
  zh: (n: string) => string;
  en: (n: string, one: boolean) => string;
};

const after = (zh: string, one: string, many: string = one + 's'): Spelling => ({
  zh: (n) => `${n}${zh}`,
  en: (n, isOne) => `${n} ${isOne ? one : many}`,
});
/** A unit whose symbol is the same in both languages; a no-break space before it, as ISO 80000 asks. */
const symbol = (s: string): Spelling => ({
  // After 万 or 亿 the style sheet sets the gap, as between any Han and Latin.
  zh: (n) => (/[万亿]$/.test(n) ? `${n}${s}` : `${n}\u00a0${s}`),
  en: (n) => `${n}\u00a0${s}`,
});

/** How each language writes a unit behind (or before) its number. Units are those of the fact schema. */
const SPELLINGS: Record<string, Spelling> = {
  none: { zh: (n) => n, en: (n) => n },
  percent: { zh: (n) => `${n}%`, en: (n) => `${n}%` },
  'percentage-point': {
    zh: (n) => `${n}个百分点`,
    en: (n, one) => `${n} percentage point${one ? '' : 's'}`,
  },
  times: { zh: (n) => `${n}倍`, en: (n, one) => `${n} time${one ? '' : 's'}` },
  USD: { zh: (n) => `${n}美元`, en: (n) => `US$${n}` },
  CNY: { zh: (n) => `${n}元`, en: (n) => `${n} yuan` },
  KZT: { zh: (n) => `${n}坚戈`, en: (n) => `${n} tenge` },
  HKD: { zh: (n) => `${n}港元`, en: (n) => `HK$${n}` },
  BTC: { zh: (n) => `${n}枚比特币`, en: (n) => `${n} BTC` },
  'USD/BTC': { zh: (n) => `${n}美元`, en: (n) => `US$${n}` },
  'USD/TH/day': { zh: (n) => `每TH/s每天${n}美元`, en: (n) => `US$${n} per TH/s per day` },
  'USD/TH': { zh: (n) => `每TH/s${n}美元`, en: (n) => `US$${n} per TH/s` },
  'USD/kWh': { zh: (n) => `每千瓦时${n}美元`, en: (n) => `US$${n} per kWh` },
  'CNY/kWh': { zh: (n) => `每千瓦时${n}元`, en: (n) => `${n} yuan per kWh` },
  'KZT/kWh': { zh: (n) => `每千瓦时${n}坚戈`, en: (n) => `${n} tenge per kWh` },
  'USD/month': { zh: (n) => `每月${n}美元`, en: (n) => `US$${n} a month` },
  hash: { zh: (n) => `${n}次哈希`, en: (n) => `${n} hashes` },
  'H/s': symbol('H/s'),
  'TH/s': symbol('TH/s'),
  'EH/s': symbol('EH/s'),
  'J/TH': symbol('J/TH'),
  W: { zh: (n) => `${n}瓦`, en: (n) => `${n} W` },
  kW: { zh: (n) => `${n}千瓦`, en: (n) => `${n} kW` },
  MW: { zh: (n) => `${n}兆瓦`, en: (n) => `${n} MW` },
  kWh: { zh: (n) => `${n}千瓦时`, en: (n) => `${n} kWh` },
  GWh: { zh: (n) => `${n}吉瓦时`, en: (n) => `${n} GWh` },
  TWh: { zh: (n) => `${n}太瓦时`, en: (n) => `${n} TWh` },
  second: after('秒', 'second'),
  minute: after('分钟', 'minute'),
  hour: after('小时', 'hour'),
  day: after('天', 'day'),
  week: after('周', 'week'),
  month: after('个月', 'month'),
  year: after('年', 'year'),
  byte: after('字节', 'byte'),
  bit: after('比特', 'bit'),
  tCO2: { zh: (n) => `${n}吨二氧化碳`, en: (n) => `${n} tonnes of CO₂` },
  MtCO2: { zh: (n) => `${n}百万吨二氧化碳`, en: (n) => `${n} Mt of CO₂` },
  kg: { zh: (n) => `${n}千克`, en: (n) => `${n} kg` },
  tonne: after('吨', 'tonne'),
  agency: after('个部门', 'agency', 'agencies'),
  association: after('家协会', 'association'),
  department: after('个部门', 'department'),
  firm: after('家企业', 'firm'),
  farm: after('座矿场', 'mining farm'),
  machine: after('台矿机', 'machine'),
  platform: after('家平台', 'platform'),
  project: after('个项目', 'project'),
  measure: after('项措施', 'measure'),
  person: after('人', 'person', 'people'),
  block: after('个区块', 'block'),
  transaction: after('笔交易', 'transaction'),
  site: after('处场地', 'site'),
  address: after('个地址', 'address', 'addresses'),
  account: after('个账户', 'account'),
  country: after('个国家', 'country', 'countries'),
  region: after('个地区', 'region'),
  province: after('个省份', 'province'),
  body: after('个单位', 'body', 'bodies'),
  bank: after('家银行', 'bank'),
  case: after('起案件', 'case'),
  share: after('股', 'share'),
  exchange: after('家交易所', 'exchange'),
  vote: after('票', 'vote'),
  household: after('户', 'household'),
  comment: after('条意见', 'comment'),
  employee: after('名员工', 'employee'),
  item: after('项', 'item'),
  point: after('条', 'point'),
  pool: after('家矿池', 'pool'),
  customer: after('名客户', 'customer'),
  page: after('页', 'page'),
  km2: { zh: (n) => `${n}平方千米`, en: (n) => `${n} km²` },
  'Mbit/s': symbol('Mbit/s'),
};

/**
 * A formatted number with its unit in the words of the language.
 * withUnit('7.15亿', 'USD', 'zh', false) // => '7.15亿美元'
 * @throws when the unit has no spelling.
 */
export function withUnit(number: string, unit: string, locale: Locale, isOne: boolean): string {
  const spelling = SPELLINGS[unit];
  if (!spelling)
    throw new Error(`src/i18n/units.ts: no spelling for unit "${unit}"; add one for each language`);
  return locale === 'zh' ? spelling.zh(number) : spelling.en(number, isOne);
}

export const SPELLED_UNITS = Object.keys(SPELLINGS);
