/** Hands a file to the browser's downloads. The address is short-lived and never stays in the history. */
export function saveFile(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noreferrer';
  document.body.append(link);
  link.click();
  link.remove();
}

/** A text made here, such as a list for a spreadsheet. */
export function saveText(text: string, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveFile(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
