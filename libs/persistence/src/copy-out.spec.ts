import { createTestDatabase } from '@reflexbogen/testing';
import { copyOut } from './copy-out.js';
import { createDataSource } from './data-source.js';

describe('reading by COPY', () => {
  it('gives every cell as its bytes, NULL as null, and leaves the connection usable', async () => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource({ url: database.appUrl }).initialize();
    try {
      const sql = `SELECT n::text, CASE n WHEN 2 THEN NULL ELSE decode(repeat('00ff', n * 40000), 'hex') END, ''
        FROM generate_series(1, 3) AS n`;
      const rows = await copyOut(dataSource, sql);
      expect(rows.map(([n]) => n?.toString('latin1'))).toEqual(['1', '2', '3']);
      expect(rows.map(([, bytes]) => bytes?.length ?? null)).toEqual([80_000, null, 240_000]);
      expect(rows[2]?.[1]?.equals(Buffer.from('00ff'.repeat(120_000), 'hex'))).toBe(true);
      expect(rows.every(([, , empty]) => empty?.length === 0)).toBe(true);
      expect(await copyOut(dataSource, 'SELECT 1 WHERE false')).toEqual([]);
      await expect(copyOut(dataSource, 'SELECT nothing')).rejects.toThrow('column "nothing" does not exist');
      expect(await copyOut(dataSource, 'SELECT 1')).toHaveLength(1);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
