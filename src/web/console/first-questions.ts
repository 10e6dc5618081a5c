// What the first page will ask, known from its address alone. A question that the page then does not ask so is only asked in vain;
// one that is a deed (the protection desk's openings are in the journal) is never here.

const everyPage = ['/api/session', '/api/programme', '/api/bell'] as const;
const ofPage: Readonly<Record<string, readonly string[]>> = {
  '/today': ['/api/today', '/api/types', '/api/closures'],
  '/concerns': ['/api/types'],
  '/post': ['/api/briefs?state=open', '/api/own-posts', '/api/types'],
};

export function firstQuestions({ pathname, search }: Pick<Location, 'pathname' | 'search'>): readonly string[] {
  const queue = pathname === '/concerns' && search === '' ? ['/api/concerns?state=waiting'] : [];
  return [...everyPage, ...(ofPage[pathname] ?? []), ...queue];
}
