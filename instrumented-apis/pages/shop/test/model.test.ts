import { expect, test } from 'vitest';
import { LARGEST_MODEL, ModelRefused, readModel } from '../src/model/model-file';
import { factsOf, parse } from '../src/model/turntable';
import { ascii, binary, facets } from './stl';

function file(content: BlobPart, name = 'ring.stl'): File {
  return new File([content], name);
}

async function refusal(given: File): Promise<string> {
  const error = await readModel(given)
    .then(parse)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ModelRefused);
  return (error as ModelRefused).text;
}

test.each([
  ['binary', binary(facets(5))],
  ['binary that begins like text', binary(facets(5), 'solid made by a program')],
  ['text', ascii(facets(5))],
])('reads a %s file', async (_form, content) => {
  const geometry = parse(await readModel(file(content)));
  expect(factsOf(geometry)).toEqual({ triangles: 4, width: 5, depth: 5, height: 5 });
});

test('takes the ending in any case', async () => {
  await expect(readModel(file(binary(facets(1)), 'RING.STL'))).resolves.toBeDefined();
});

test('refuses another kind of file', async () => {
  expect(await refusal(file(binary(facets(1)), 'ring.obj'))).toBe('model.not-stl');
  expect(await refusal(file('\x89PNG and so on'))).toBe('model.not-stl');
});

test('refuses what is cut off, empty or no number', async () => {
  expect(await refusal(file(''))).toBe('model.damaged');
  expect(await refusal(file(ascii(facets(1)).slice(0, -40)))).toBe('model.damaged');
  expect(await refusal(file(binary(facets(Number.NaN))))).toBe('model.damaged');
  expect(await refusal(file(binary(facets(Number.POSITIVE_INFINITY))))).toBe('model.damaged');
});

test('refuses a file that is too large without reading it', async () => {
  const large = Object.defineProperty(file(''), 'size', { value: LARGEST_MODEL + 1 });
  expect(await refusal(large)).toBe('model.too-large');
});
