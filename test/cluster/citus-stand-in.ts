/**
 * Two functions with the names of Citus's, which move nothing and refuse what a real Citus 13.2 was seen to refuse
 * (docs/scaling.md): triggers, uniqueness without the distribution column, references to tables that are not spread yet,
 * to shards of others, and from reference tables to shards. For machines without Citus.
 */
export const CITUS_STAND_IN = `
CREATE TABLE public.pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char" NOT NULL, partkey text);
CREATE FUNCTION stand_in_refuse(target regclass, key text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE found text;
BEGIN
  IF current_setting('citus.multi_shard_modify_mode', true) IS DISTINCT FROM 'sequential' THEN
    RAISE EXCEPTION 'cannot execute parallel DDL on % after reference tables', target;
  END IF;
  SELECT tgname INTO found FROM pg_trigger WHERE tgrelid = target AND NOT tgisinternal LIMIT 1;
  IF found IS NOT NULL THEN RAISE EXCEPTION 'triggers are not supported on distributed tables: % on %', found, target; END IF;
  SELECT f.conname INTO found FROM pg_constraint f LEFT JOIN pg_dist_partition d ON d.logicalrelid = f.confrelid
  WHERE f.conrelid = target AND f.contype = 'f' AND f.confrelid <> target AND d.partmethod IS DISTINCT FROM 'n' LIMIT 1;
  IF found IS NOT NULL THEN RAISE EXCEPTION 'cannot create foreign key constraint % of %: the other is no reference table', found, target; END IF;
  SELECT f.conname INTO found FROM pg_constraint f LEFT JOIN pg_dist_partition d ON d.logicalrelid = f.conrelid
  WHERE f.confrelid = target AND f.contype = 'f' AND f.conrelid <> target AND key IS NOT NULL LIMIT 1;
  IF found IS NOT NULL THEN RAISE EXCEPTION 'relation % is referenced by %', target, found; END IF;
  IF key IS NOT NULL THEN
    SELECT x.relname INTO found FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
    WHERE i.indrelid = target AND i.indisunique
      AND NOT (SELECT attnum FROM pg_attribute WHERE attrelid = target AND attname = key) = ANY (i.indkey) LIMIT 1;
    IF found IS NOT NULL THEN RAISE EXCEPTION 'cannot create constraint on %: % lacks the distribution column', target, found; END IF;
  END IF;
END $$;
CREATE FUNCTION create_reference_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stand_in_refuse(target, NULL);
  INSERT INTO pg_dist_partition VALUES (target, 'n', NULL);
END $$;
CREATE FUNCTION create_distributed_table(target regclass, key text, colocate_with text DEFAULT 'default') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stand_in_refuse(target, key);
  IF colocate_with <> 'default' AND NOT EXISTS (SELECT 1 FROM pg_dist_partition WHERE logicalrelid = colocate_with::regclass AND partmethod = 'h') THEN
    RAISE EXCEPTION 'relation % is not distributed', colocate_with;
  END IF;
  INSERT INTO pg_dist_partition VALUES (target, 'h', key);
END $$;`;
