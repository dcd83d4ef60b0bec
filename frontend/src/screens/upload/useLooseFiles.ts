/** What the service holds without a company, and where the others went: the same for whoever looks. */
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import type { LooseFile } from '../../api/types';
import { listUploads } from '../../api/uploads';
import { useUser } from '../../app/useSession';
import { daysBetween, romeToday } from '../../format/show';

const MOST_PAGES = 5;
const MOVING_EVERY = 2000;
/** A form is good for five minutes: what has not arrived long after it will not arrive. */
const INTERRUPTED_AFTER = 15 * 60_000;
const NONE: LooseFile[] = [];

export const isInterrupted = (file: LooseFile, now = Date.now()): boolean =>
  file.state === 'uploading' && now - Date.parse(file.created_at) > INTERRUPTED_AFTER;

export const isMoving = (file: LooseFile): boolean =>
  file.state === 'reading' || (file.state === 'uploading' && !isInterrupted(file));

/** Those for which a person has to do something: on the home as a number. */
export const forAPerson = (files: readonly LooseFile[]): number =>
  files.filter((file) => file.state === 'to_assign').length;

/** Days before the end of a file in which its end is told on the home. */
const SOON = 7;

/** The last day of a file that nobody gives a company, in Rome. */
export const lastDay = (file: LooseFile): string => romeToday(new Date(file.kept_until));

/** Days until then; null where it is far, or where the file waits for nobody. */
export function endsIn(file: LooseFile, today = romeToday()): number | null {
  if (file.state !== 'to_assign') return null;
  const left = daysBetween(today, lastDay(file));
  return left <= SOON ? Math.max(0, left) : null;
}

export const endingSoon = (files: readonly LooseFile[], today?: string): number =>
  files.filter((file) => endsIn(file, today) !== null).length;

/** What ends soon first, the nearest end before the others; the rest as it came. */
export const byEnd = (files: readonly LooseFile[], today?: string): LooseFile[] => {
  const rank = (file: LooseFile) => endsIn(file, today) ?? SOON + 1;
  return [...files].sort((a, b) => rank(a) - rank(b));
};

/** Closed to a member of a studio without a second factor, like the clients' companies. */
export function useMayLoose(): boolean {
  const user = useUser();
  return user.studio === null || user.mfa;
}

/**
 * @param watch looked at often while files are on their way
 * @param wanted only where it is shown
 */
export function useWaiting(watch: boolean, wanted = true) {
  const query = useQuery({
    queryKey: keys.uploads('waiting'),
    queryFn: async ({ signal }) => {
      const found: LooseFile[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { items, next_cursor } = await listUploads({ cursor, limit: 100 }, signal);
        found.push(...items);
        cursor = next_cursor;
        if (!cursor) break;
      }
      return found;
    },
    enabled: useMayLoose() && wanted,
    staleTime: 0,
    refetchInterval: ({ state }) => (watch || state.data?.some(isMoving) ? MOVING_EVERY : false),
  });
  return { ...query, files: query.data ?? NONE };
}

export function useSettled(watch: boolean, wanted = true) {
  const query = useQuery({
    queryKey: keys.uploads('settled'),
    queryFn: async ({ signal }) => (await listUploads({ settled: true, limit: 50 }, signal)).items,
    enabled: useMayLoose() && wanted,
    staleTime: 0,
    refetchInterval: watch ? MOVING_EVERY : false,
  });
  return { ...query, files: query.data ?? NONE };
}

/** Before the service is asked again: a file leaves the list at once, and stands among the others. */
export function settleHere(client: QueryClient, uploadId: string, settled: LooseFile | null): void {
  client.setQueryData<LooseFile[]>(keys.uploads('waiting'), (files) =>
    files?.filter((file) => file.upload_id !== uploadId),
  );
  if (settled)
    client.setQueryData<LooseFile[]>(keys.uploads('settled'), (files) => [
      settled,
      ...(files ?? []).filter((file) => file.upload_id !== uploadId),
    ]);
  void client.invalidateQueries({ queryKey: keys.companies() });
}
