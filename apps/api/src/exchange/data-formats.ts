import {
  writeDdiCodebook,
  writeDta,
  writeLongCsv,
  writeParquet,
  writeRScript,
  writeSav,
  writeSdmxCsv,
  writeWideCsv,
  writeXlsx,
  type AggregateFigure,
} from '@reflexbogen/exchange';
import type { StudyParent } from '../study/study.service.js';
import type { DataFormat } from './data-export.model.js';
import type { StudyDataset } from './study-dataset.js';

/** What a data file is written from. */
export interface DataSources extends StudyDataset {
  readonly study: StudyParent;
  /** Deltas of consecutive rounds, in total and by each attribute. */
  readonly figures: () => AsyncIterable<AggregateFigure>;
  /** Name of the wide CSV that belongs to this file. */
  readonly wideCsvName: string;
}

export interface DataFormatWriter {
  /** Appended to the study's slug. */
  readonly suffix: string;
  readonly contentType: string;
  /** How often the writer reads the rows; for progress. */
  readonly passes: number;
  readonly write: (sources: DataSources) => AsyncIterable<Uint8Array>;
}

const CSV = 'text/csv; charset=utf-8';
const WIDE_CSV = '-wide.csv';

export const DATA_FORMATS: Readonly<Record<DataFormat, DataFormatWriter>> = {
  LONG_CSV: {
    suffix: '-long.csv',
    contentType: CSV,
    passes: 1,
    write: ({ dataset }) => writeLongCsv(dataset),
  },
  WIDE_CSV: {
    suffix: WIDE_CSV,
    contentType: CSV,
    passes: 1,
    write: ({ dataset }) => writeWideCsv(dataset),
  },
  R_SCRIPT: {
    suffix: '.R',
    contentType: 'text/plain; charset=utf-8',
    passes: 0,
    write: async function* ({ dataset, wideCsvName }) {
      yield await Promise.resolve(Buffer.from(writeRScript(dataset, wideCsvName)));
    },
  },
  XLSX: {
    suffix: '.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    passes: 1,
    write: ({ dataset }) => writeXlsx(dataset),
  },
  SPSS: {
    suffix: '.sav',
    contentType: 'application/x-spss-sav',
    passes: 1,
    write: ({ dataset }) => writeSav(dataset),
  },
  STATA: {
    suffix: '.dta',
    contentType: 'application/x-stata-dta',
    passes: 2,
    write: ({ dataset }) => writeDta(dataset),
  },
  PARQUET: {
    suffix: '.parquet',
    contentType: 'application/vnd.apache.parquet',
    passes: 1,
    write: ({ dataset }) => writeParquet(dataset),
  },
  DDI_CODEBOOK: {
    suffix: '-ddi.xml',
    contentType: 'application/xml; charset=utf-8',
    passes: 0,
    write: ({ dataset, questionSets, rounds, study }) =>
      writeDdiCodebook({ dataset, questionSets, rounds, description: study.description }),
  },
  SDMX_CSV: {
    suffix: '-sdmx.csv',
    contentType: CSV,
    passes: 0,
    write: ({ figures }) => writeSdmxCsv(figures()),
  },
};

/** Name of the wide CSV of a study, or of one of its freezes. */
export const fileNameOf = (study: string, freeze: string | null, format: DataFormat): string =>
  `${study}${freeze === null ? '' : `-${freeze}`}${DATA_FORMATS[format].suffix}`;
