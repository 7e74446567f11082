// The remote store on a real Apache Jena Fuseki.
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { createRemote } from '../../src/store/remote.ts';
import { FUSEKI_JAR, type Fuseki, startFuseki } from '../support/fuseki.ts';
import { testStore } from './suite.ts';

// A Java machine takes its time to start on a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

describe.skipIf(FUSEKI_JAR === undefined)('needs Fuseki (.ci/fuseki fetches it)', () => {
  let fuseki: Fuseki;
  beforeAll(async () => {
    fuseki = await startFuseki({ timeoutMs: 3000 });
  });
  afterAll(() => fuseki?.stop());

  testStore('remote', async () => {
    await fuseki.clear();
    return createRemote(fuseki);
  });
});
