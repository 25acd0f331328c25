import { engine } from './engine.mjs';

export default { engine, pdfOutlines: true };
