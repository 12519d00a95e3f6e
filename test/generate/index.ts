/** `npm run generate`: writes what is made from code, and says which files it changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { ARTEFACTS } from './artefacts';

for (const { name, file, write } of ARTEFACTS) {
  const present = readFileSync(file, 'utf8');
  const wanted = write(present);
  if (wanted !== present) writeFileSync(file, wanted);
  console.log(`${file}: ${name} ${wanted === present ? 'as before' : 'written'}`);
}
