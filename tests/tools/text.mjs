// Prints the text of a PDF as pdf.js reads it, a line of text per line.
// Use: node text.mjs <folder of pdfjs-dist> <file>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const pdfjs = await import(pathToFileURL(join(folder, "legacy/build/pdf.mjs")));
const data = new Uint8Array(readFileSync(file));
const task = pdfjs.getDocument({ data, verbosity: 0 });
const pdf = await task.promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
await task.destroy();
