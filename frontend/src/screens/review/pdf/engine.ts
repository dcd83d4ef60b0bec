/**
 * pdf.js, loaded with the first document. Scripts of a PDF never run: the sandbox that would run them is not
 * even part of the site. WebAssembly and XFA are off.
 */
import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

const base = (folder: string) => new URL(`/pdf/${folder}/`, window.location.origin).href;

export function openPdf(bytes: Uint8Array<ArrayBuffer>, password?: string): PDFDocumentLoadingTask {
  return getDocument({
    // The worker takes the bytes over: it gets its own, ours stay for the next visit.
    data: bytes.slice(),
    password,
    enableXfa: false,
    useWasm: false,
    cMapUrl: base('cmaps'),
    standardFontDataUrl: base('standard_fonts'),
    iccUrl: base('iccs'),
    wasmUrl: base('wasm'),
    isImageDecoderSupported: false,
    maxImageSize: 64 * 1024 * 1024,
  });
}

export { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
