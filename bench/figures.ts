import type { Round } from './run.ts';
import { exponent, median } from './statistics.ts';

/** What was measured of one corpus. */
export interface Sample {
  readonly records: number;
  readonly sources: number;
  readonly rounds: readonly Round[];
}

/** The figures of one corpus: medians over its rounds. */
export interface Figures {
  readonly records: number;
  readonly quads: number;
  /** Wall clock. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of the unavoidable parts; undefined where they were not measured. */
  readonly parts?: { readonly seconds: number; readonly read: number; readonly yaml: number; readonly load: number };
  /** Medians of the quotients of each round: what slows the machine down slows both. */
  readonly timesParts?: number;
  readonly timesPartsCpu?: number;
  readonly peakMegabytes: number;
  readonly partsPeakMegabytes?: number;
  /** Memory of the build beyond that of the parts, and beyond that of the idle process. Kilobytes. */
  readonly kilobytesAQuadBeyondParts?: number;
  readonly kilobytesAQuad: number;
  readonly againSeconds: number;
  readonly againOfFull: number;
  readonly reread: number;
  readonly sources: number;
}

export function figuresOf({ records, sources, rounds }: Sample): Figures {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const first = rounds[0];
  if (first === undefined) throw new RangeError('no rounds');
  const { quads } = first.full;
  const measured = rounds.flatMap(({ full, parts }) => (parts === undefined ? [] : [{ full, parts }]));
  const peak = of(({ full }) => full.peakKilobytes);
  return {
    records,
    sources,
    quads,
    seconds: of(({ full }) => full.seconds),
    cpuSeconds: of(({ full }) => full.cpuSeconds),
    ...(measured.length === 0 ? {} : besideParts(measured, peak, quads)),
    peakMegabytes: peak / 1000,
    kilobytesAQuad: of(({ full }) => full.peakKilobytes - full.idleKilobytes) / quads,
    againSeconds: of(({ again }) => again.seconds),
    againOfFull: of(({ full, again }) => again.seconds / full.seconds),
    reread: Math.max(...rounds.map(({ again }) => again.reread)),
  };
}

/** Exponents of growth with the number of records. */
export interface Growth {
  /** Of wall clock time over all sizes, and from the last but one to the last. */
  readonly overall: number;
  readonly last: number;
  /** Of CPU time, from the last but one to the last. */
  readonly lastCpu: number;
}

/** Undefined for a single size. */
export function growthOf(figures: readonly Figures[]): Growth | undefined {
  if (figures.length < 2) return undefined;
  const wall = figures.map(({ records, seconds }) => [records, seconds] as const);
  const cpu = figures.map(({ records, cpuSeconds }) => [records, cpuSeconds] as const);
  return { overall: exponent(wall), last: exponent(wall.slice(-2)), lastCpu: exponent(cpu.slice(-2)) };
}

// --- internal ---

type Measured = Required<{ [K in keyof Round]: NonNullable<Round[K]> }>;

function besideParts(rounds: readonly Pick<Measured, 'full' | 'parts'>[], peak: number, quads: number) {
  const of = (value: (round: Pick<Measured, 'full' | 'parts'>) => number): number => median(rounds.map(value));
  const partsPeak = of(({ parts }) => parts.peakKilobytes);
  return {
    parts: {
      seconds: of(({ parts }) => parts.seconds),
      read: of(({ parts }) => parts.read),
      yaml: of(({ parts }) => parts.yaml),
      load: of(({ parts }) => parts.load),
    },
    timesParts: of(({ full, parts }) => full.seconds / parts.seconds),
    timesPartsCpu: of(({ full, parts }) => full.cpuSeconds / parts.cpuSeconds),
    partsPeakMegabytes: partsPeak / 1000,
    kilobytesAQuadBeyondParts: (peak - partsPeak) / quads,
  };
}
