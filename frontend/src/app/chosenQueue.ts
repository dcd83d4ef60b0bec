/** The documents ticked in a list to be verified one after the other. It lives as long as the tab. */
export interface Place {
  company_id: string;
  document_id: string;
}

let chosen: readonly Place[] = [];

export function chooseQueue(places: readonly Place[]): void {
  chosen = places;
}

export function chosenQueue(): readonly Place[] {
  return chosen;
}
