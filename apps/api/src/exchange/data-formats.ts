import type { StudyParent } from '../study/study.service.js';
import type { DataFormat } from './data-export.model.js';
import type { StudyDataset } from './study-dataset.js';

export interface DataFormatWriter {
  readonly suffix: string;
  readonly contentType: string;
  /** How often the writer reads the rows; for progress. */
  readonly passes: number;
  readonly write: (source: StudyDataset, study: StudyParent) => AsyncIterable<Uint8Array>;
}

// eslint-disable-next-line require-yield, @typescript-eslint/require-await
async function* pending(): AsyncGenerator<Uint8Array> {
  throw new Error('not yet');
}
const csv = { contentType: 'text/csv; charset=utf-8', passes: 1 };

export const DATA_FORMATS: Readonly<Record<DataFormat, DataFormatWriter>> = {
  LONG_CSV: { ...csv, suffix: '-long.csv', write: pending },
  WIDE_CSV: { ...csv, suffix: '-wide.csv', write: pending },
  R_SCRIPT: { contentType: 'text/plain; charset=utf-8', suffix: '.R', passes: 0, write: pending },
  XLSX: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    suffix: '.xlsx',
    passes: 1,
    write: pending,
  },
  SPSS: { contentType: 'application/x-spss-sav', suffix: '.sav', passes: 1, write: pending },
  STATA: { contentType: 'application/x-stata-dta', suffix: '.dta', passes: 2, write: pending },
  PARQUET: { contentType: 'application/vnd.apache.parquet', suffix: '.parquet', passes: 1, write: pending },
  DDI_CODEBOOK: { contentType: 'application/xml; charset=utf-8', suffix: '-ddi.xml', passes: 0, write: pending },
  SDMX_CSV: { ...csv, suffix: '-sdmx.csv', write: pending },
};
