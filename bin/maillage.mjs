#!/usr/bin/env node
import '../scripts/check-node.cjs';

await import('../dist/cli.js');
