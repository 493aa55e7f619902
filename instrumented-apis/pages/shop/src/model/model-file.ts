/** Bytes of the largest model that the shop takes. */
export const LARGEST_MODEL = 20 * 1024 * 1024;

export type ModelRefusal = 'model.not-stl' | 'model.too-large' | 'model.damaged';

const HEADER = 80;
const FACETS = HEADER + 4;
const FACET = 50;

/** A file that the shop will not take, with the text that says why. */
export class ModelRefused extends Error {
  constructor(readonly text: ModelRefusal) {
    super(text);
    this.name = 'ModelRefused';
  }
}

/**
 * Reads a file that looks like STL: told before it is parsed, so that a wrong file costs nothing.
 *
 * @throws ModelRefused if it cannot be a model
 */
export async function readModel(file: File): Promise<ArrayBuffer> {
  if (!/\.stl$/i.test(file.name)) {
    throw new ModelRefused('model.not-stl');
  }
  if (file.size > LARGEST_MODEL) {
    throw new ModelRefused('model.too-large');
  }
  const bytes = await file.arrayBuffer();
  if (!isBinary(bytes) && !isText(bytes)) {
    throw new ModelRefused(file.size === 0 || startsWithSolid(bytes) ? 'model.damaged' : 'model.not-stl');
  }
  return bytes;
}

/** The length decides: many programs begin their binary files with "solid", too. */
function isBinary(bytes: ArrayBuffer): boolean {
  if (bytes.byteLength < FACETS + FACET) {
    return false;
  }
  return bytes.byteLength === FACETS + FACET * new DataView(bytes).getUint32(HEADER, true);
}

function isText(bytes: ArrayBuffer): boolean {
  const end = new TextDecoder().decode(bytes.slice(-200));
  return startsWithSolid(bytes) && /endfacet\s+endsolid/i.test(end);
}

function startsWithSolid(bytes: ArrayBuffer): boolean {
  return /^\s*solid\b/i.test(new TextDecoder().decode(bytes.slice(0, 200)));
}
