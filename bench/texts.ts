// Invented texts and senders for load.
const places = ['Nantalika', 'Mirambela', 'Nakirwe', 'Massopelo', 'Mwalani', 'Mutulua'];
const tellings = [
  'roubo mota em',
  'roubo gado em',
  'furto telefone no mercado de',
  'burla mpesa em',
  'lampada partida, sem luz em',
  'acidente na estrada de',
];

export const sender = (index: number): string => `+25880${String(1_000_000 + index).padStart(7, '0')}`;
export const text = (index: number): string =>
  `${tellings[index % tellings.length]} ${places[index % places.length]} hoje, caso ${index}`;
