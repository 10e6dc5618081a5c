// Says in plain words, Portuguese then English, why the private database cannot open: its reader runs a computer, not a database.
export type FaultCode = keyof typeof words;

export class EmbeddedPostgresFault extends Error {
  override readonly name: string = 'EmbeddedPostgresFault';
  readonly code: FaultCode;

  constructor(code: FaultCode, options: ErrorOptions & { about: string | number }) {
    super(words[code](options.about), options);
    this.code = code;
  }
}

/** A second opener of one data folder. The caller ends with code 3 and shows the message. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly folder: string;
  readonly holderPid: number;

  constructor(folder: string, options: ErrorOptions & { holderPid: number }) {
    const { holderPid } = options;
    super(
      `A pasta ${folder} já está em uso pelo processo ${holderPid}: pare-o primeiro. / ` +
        `The folder ${folder} is already in use by process ${holderPid}: stop it first.`,
      options,
    );
    this.folder = folder;
    this.holderPid = holderPid;
  }
}

const words = {
  'programs.missing': (computer: string | number) =>
    `Não há PostgreSQL incluído para este computador (${computer}): indique uma base de dados em DATABASE_URL. / ` +
    `No PostgreSQL is included for this computer (${computer}): name a database in DATABASE_URL.`,
  'programs.unusable': (folder: string | number) =>
    `O PostgreSQL incluído não corre neste computador, nem copiado para ${folder}: veja se essa pasta permite executar programas, ou indique uma base de dados em DATABASE_URL. / ` +
    `The included PostgreSQL does not run on this computer, not even copied to ${folder}: see whether that folder allows programs to run, or name a database in DATABASE_URL.`,
  'folder.unreachable': (folder: string | number) =>
    `O PostgreSQL não corre como root e nenhum outro utilizador chega à pasta ${folder}: crie o utilizador «salama» e ponha os dados onde ele possa entrar, por exemplo em /var/lib/salama. / ` +
    `PostgreSQL does not run as root and no other user can reach the folder ${folder}: create the user "salama" and keep the data where it may enter, for example in /var/lib/salama.`,
  'folder.foreign': (folder: string | number) =>
    `Os dados em ${folder} pertencem a outro utilizador: inicie a Salama com esse utilizador. / ` +
    `The data in ${folder} belong to another user: start Salama as that user.`,
  'folder.unwritable': (folder: string | number) =>
    `Não se pode escrever na pasta ${folder}: dê-lhe permissão de escrita ou escolha outra pasta. / ` +
    `The folder ${folder} cannot be written to: give permission to write or choose another folder.`,
  'socket.no-folder': (tried: string | number) =>
    `Não há pasta curta e privada para a ligação à base de dados (tentou-se ${tried}): permita escrever numa delas. / ` +
    `There is no short private folder for the database connection (tried ${tried}): allow writing in one of them.`,
  'user.unknown': (uid: string | number) =>
    `O utilizador ${uid} não consta deste computador (/etc/passwd) e o PostgreSQL exige-o: acrescente-o ou use outro. / ` +
    `The user ${uid} is not known on this computer (/etc/passwd), which PostgreSQL requires: add it or use another.`,
  'disk.full': (folder: string | number) =>
    `O disco de ${folder} está cheio: liberte espaço e inicie de novo. / ` +
    `The disk of ${folder} is full: free some space and start again.`,
  'data.other-version': (found: string | number) =>
    `Os dados foram feitos pelo PostgreSQL ${found} e não pela versão incluída: use a Salama que os criou ou restaure uma cópia. / ` +
    `The data were made by PostgreSQL ${found}, not by the included version: use the Salama that made them or restore a backup.`,
  'start.failed': (logFile: string | number) =>
    `A base de dados não arrancou: a razão está em ${logFile}. / The database did not start: the reason is in ${logFile}.`,
  'folder.stays': (folder: string | number) =>
    `A pasta ${folder}, deixada por um arranque interrompido, não se deixa apagar: apague-a e inicie de novo. / ` +
    `The folder ${folder}, left by an interrupted start, cannot be removed: remove it and start again.`,
  'remains.alive': (pid: string | number) =>
    `O processo ${pid} ainda usa estes dados e não se deixa parar: pare-o e inicie de novo. / ` +
    `Process ${pid} still uses these data and cannot be stopped: stop it and start again.`,
} as const satisfies Record<string, (subject: string | number) => string>;
