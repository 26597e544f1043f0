// Draws Vega-Lite specifications as SVG files: node render_svg.mjs IN.vl.json OUT.svg ...
import {readFile, writeFile} from 'node:fs/promises';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const files = process.argv.slice(2);
if (files.length === 0 || files.length % 2 !== 0) {
  console.error('usage: node render_svg.mjs IN.vl.json OUT.svg ...');
  process.exit(2);
}
for (let i = 0; i < files.length; i += 2) {
  const specification = JSON.parse(await readFile(files[i], 'utf8'));
  const view = new vega.View(vega.parse(vegaLite.compile(specification).spec), {renderer: 'none'});
  await writeFile(files[i + 1], await view.toSVG());
}
