type Point = [number, number, number];

/** A tetrahedron of that edge. */
export function facets(edge: number): [Point, Point, Point][] {
  const a: Point = [0, 0, 0];
  const b: Point = [edge, 0, 0];
  const c: Point = [0, edge, 0];
  const d: Point = [0, 0, edge];
  return [
    [a, c, b],
    [a, b, d],
    [b, c, d],
    [a, d, c],
  ];
}

export function binary(triangles: [Point, Point, Point][], header = ''): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(84 + 50 * triangles.length);
  bytes.set(new TextEncoder().encode(header));
  const view = new DataView(bytes.buffer);
  view.setUint32(80, triangles.length, true);
  triangles.forEach((triangle, i) =>
    triangle.flat().forEach((coordinate, j) => view.setFloat32(84 + 50 * i + 12 + 4 * j, coordinate, true)),
  );
  return bytes;
}

export function ascii(triangles: [Point, Point, Point][]): string {
  const text = triangles.map(
    (points) => `facet normal 0 0 0\nouter loop\n${points.map((p) => `vertex ${p.join(' ')}\n`).join('')}endloop\nendfacet\n`,
  );
  return `solid ring\n${text.join('')}endsolid ring\n`;
}
