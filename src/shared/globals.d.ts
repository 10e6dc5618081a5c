// What browser and server both have and `shared` may use; only tsconfig.shared.json reads it (the others bring their own).
declare const crypto: {
  getRandomValues<T extends Uint8Array>(bytes: T): T;
};
