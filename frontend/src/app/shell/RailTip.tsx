import type { ReactElement } from 'react';
import { Tooltip } from '@mantine/core';

export function RailTip({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Tooltip label={label} position="right" openDelay={120}>
      {children}
    </Tooltip>
  );
}
