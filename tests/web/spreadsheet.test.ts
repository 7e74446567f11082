import { describe, expect, it } from 'vitest';
import { guarded } from '../../src/web/spreadsheet.ts';

describe('CSV for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['a,@x,-y', "a,'@x,'-y"],
    ['"=A1,""b""",c', '"\'=A1,""b""",c'],
    ['"a\n=b",c', '"a\n=b",c'],
    ['a,"b,=c"', 'a,"b,=c"'],
    ['a\r\n+33 1\r\n', "a\r\n'+33 1\r\n"],
    ['-1,+2.5,-3.0', '-1,+2.5,-3.0'],
    ['"",,x', '"",,x'],
  ])('%j becomes %j', (csv, safe) => {
    expect(guarded(csv)).toBe(safe);
  });
});
