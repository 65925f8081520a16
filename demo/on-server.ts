import { asItBegan } from './beginning.js';

/** Where this page's community is. */
const place = '/v1/riverside';
/** Who sees to it. */
const admin = 'sita';

/** Tokens of a member, which a site's own backend would mint. This one gives anybody's, on the machine it runs on. */
export function tokensOf(member: string): () => Promise<string> {
  return async () => {
    const { token } = (await asked('POST', 'development', { member })) as { token: string };
    return token;
  };
}

/** Puts the community back to how it began, for everyone. */
export async function startOver(): Promise<void> {
  const [token, document] = await Promise.all([tokensOf(admin)(), asItBegan()]);
  await asked('PUT', 'document', document, { authorization: `Bearer ${token}` });
}

async function asked(method: string, path: string, body: object, more: Record<string, string> = {}): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...more };
  const response = await fetch(`${place}/${path}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.json();
}
