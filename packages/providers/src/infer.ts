/** The providers that read a file of their own shape. */
export type FileProvider = 'json' | 'all-contributors';

/** Which provider reads an address, by its file's name. */
export function inferProvider(src: string): FileProvider {
  const [path = ''] = src.split(/[?#]/);
  return /\.all-contributorsrc(\.json)?$/i.test(path) ? 'all-contributors' : 'json';
}
