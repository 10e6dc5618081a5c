// A QR code drawn as one path, dark on white in both colour schemes: readers need it so.
import makeCode from 'qrcode-generator';
import type { ReactNode } from 'react';

export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const code = makeCode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const cells = Array.from({ length: size * size }, (_, cell) => ({
    row: Math.floor(cell / size),
    column: cell % size,
  }));
  const path = cells
    .filter(({ row, column }) => code.isDark(row, column))
    .map(({ row, column }) => `M${column + 4} ${row + 4}h1v1h-1z`)
    .join('');
  const side = size + 8;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={200}
      height={200}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
