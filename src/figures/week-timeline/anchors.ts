/**
 * Dates and hours that the figure's own texts rest on, with the events that hold them. The texts
 * are made from these, and a test holds these to the records.
 */
export const ANCHORS = {
  notice: { events: ['2021-05-18-three-associations'], date: '2021-05-18', time: null },
  meeting: { events: ['2021-05-21-fsdc-51st-meeting'], date: '2021-05-21', time: '22:00' },
  firstFirms: {
    events: [
      '2021-05-23-huobi-mall',
      '2021-05-23-btop-joint-mining',
      '2021-05-23-mars-cloud-kazakhstan',
    ],
    date: '2021-05-23',
    time: null,
  },
  draft: { events: ['2021-05-25-eight-measures-draft'], date: '2021-05-25', time: null },
  bitfufuNotice: { events: ['2021-05-25-bitfufu-announcement'], date: '2021-05-25', time: null },
  marsBlock: { events: ['2021-05-26-mars-cloud-ip-block'], date: '2021-05-26', time: '20:00' },
  bitdeerBlock: { events: ['2021-05-26-bitdeer-ip-block'], date: '2021-05-26', time: '22:00' },
  bitfufuBlock: { events: ['2021-05-26-bitfufu-ip-block'], date: '2021-05-26', time: '24:00' },
} as const satisfies Record<
  string,
  { events: readonly string[]; date: string; time: string | null }
>;
