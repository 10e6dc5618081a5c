// What staff read who install the authority on a phone or laptop. Written beside the certificate, to be printed.
export function lanInstructions(port: number, addresses: readonly string[]): { name: string; text: string }[] {
  const where = addresses.map((address) => `  https://${address}:${port}`).join('\n');
  return [
    { name: 'instalar.pt.txt', text: pt(where) },
    { name: 'install.en.txt', text: en(where) },
  ];
}

const pt = (where: string): string => `Salama na rede do escritório: instalar o certificado

Receba o ficheiro salama-lan.crt em mão (pen, cabo) de quem opera o servidor. Nunca por mensagem, nunca de uma página.
Na própria máquina do servidor também se descarrega de http://127.0.0.1:4000/lan/salama-lan.crt
Só vale para a rede local: não pode fazer-se passar por um banco nem por outra página da Internet.

Android: Definições > Segurança > Mais definições > Encriptação e credenciais > Instalar um certificado > Certificado de CA.
iPhone e iPad: abra o ficheiro; Definições > Perfil descarregado > Instalar; depois Definições > Geral > Informações >
  Definições de confiança de certificados: ligue-o.
Windows: duplo clique > Instalar certificado > Utilizador actual > Autoridades de certificação de raiz fidedignas.
Mac: duplo clique; em Acesso a Porta-chaves abra o certificado > Confiança > Confiar sempre.
Linux, Chrome: Definições > Privacidade > Segurança > Gerir certificados > Autoridades > Importar.
Firefox (em todo o lado): Definições > Privacidade > Ver certificados > Autoridades > Importar.

Depois abra:
${where}
Se o navegador avisar que a ligação não é segura, NÃO continue: chame quem opera o servidor.
Quando deixar o programa, apague o certificado do telefone.
`;

const en = (where: string): string => `Salama on the office network: installing the certificate

Get the file salama-lan.crt by hand (stick, cable) from the one who runs the server. Never by message, never from a page.
On the server's own machine it can also be downloaded from http://127.0.0.1:4000/lan/salama-lan.crt
It holds for the local network alone: it cannot stand in for a bank or any other page of the Internet.

Android: Settings > Security > More settings > Encryption and credentials > Install a certificate > CA certificate.
iPhone, iPad: open the file; Settings > Profile downloaded > Install; then Settings > General > About >
  Certificate trust settings: switch it on.
Windows: double-click > Install certificate > Current user > Trusted root certification authorities.
Mac: double-click; in Keychain Access open the certificate > Trust > Always trust.
Linux, Chrome: Settings > Privacy > Security > Manage certificates > Authorities > Import.
Firefox (everywhere): Settings > Privacy > View certificates > Authorities > Import.

Then open:
${where}
If the browser warns that the connection is not secure, do NOT go on: call the one who runs the server.
When you leave the programme, remove the certificate from your phone.
`;
