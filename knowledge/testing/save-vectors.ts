// Saves one set of vectors after another into the folder that it is given, so many times or until it is killed; says
// “saved” each time.
import process from 'node:process';
import { writePlanVectors } from '../models/vectors-files.ts';
import { newVectorIndex } from '../search/vector-index.ts';
import { directionOf } from './direction-of.ts';

const folder = process.argv[2]!;
const first = Number(process.argv[3]);
const most = Number(process.argv[4] ?? Number.POSITIVE_INFINITY);
for (let round = first; round < first + most; round++) {
  const size = 50 + ((round * 37) % 400);
  const index = await newVectorIndex(directionOf(0).length, size);
  const labels = new Map<string, number>();
  for (let label = 0; label < size; label++) {
    index.add(label, directionOf(round * 1000 + label));
    labels.set(String(round * 1000 + label), label);
  }
  await writePlanVectors(folder, { model: 'm', index, labels, nextLabel: size });
  process.stdout.write('saved\n');
}
