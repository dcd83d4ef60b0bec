import { useEffect, useRef, useState } from 'react';

/** Of a menu whose code came because its button was pressed: the new button takes the focus, then the menu opens. */
export function useOpenedAtOnce() {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  return { opened, setOpened, target };
}
