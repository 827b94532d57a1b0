/** What the system's file chooser offers for a matrix; what a file is, is told by its content. */
export const MATRIX_FILES = [
  '.xlsx',
  '.xls',
  '.ods',
  '.csv',
  '.tsv',
  '.txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
].join(',');
