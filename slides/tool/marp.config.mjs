import { engine, options } from './engine.mjs';

export default { engine, options, allowLocalFiles: true, pdfOutlines: true };
