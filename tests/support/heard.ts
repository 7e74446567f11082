import type { Page } from 'playwright-core';

/** Something that the browser tells a screen reader. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  /** Of a heading; 0 of anything else. */
  readonly level: number;
  /** Heads of the columns and rows of a table. */
  readonly heads: number;
}

/** What a screen reader is told of a page, in order: Chromium's accessibility tree, without what is ignored. */
export async function heardIn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  type Node = (typeof nodes)[number];
  const children = ({ childIds = [] }: Node): Node[] => childIds.flatMap((id) => known.get(id) ?? []);
  const heads = (node: Node): number =>
    children(node).reduce((sum, child) => sum + heads(child), 0) +
    (/^(?:column|row)header$/.test(node.role?.value ?? '') ? 1 : 0);
  const walk = (node: Node): void => {
    const { role, name, ignored, properties = [] } = node;
    if (!ignored) {
      const level = properties.find((property) => property.name === 'level')?.value.value;
      heard.push({
        role: role?.value ?? '',
        name: (name?.value ?? '').trim(),
        level: role?.value === 'heading' ? Number(level) : 0,
        heads: role?.value === 'table' ? heads(node) : 0,
      });
    }
    for (const child of children(node)) walk(child);
  };
  if (nodes[0] !== undefined) walk(nodes[0]);
  return heard;
}
