import Island, { type HashLabProps } from './Island.tsx';
import { en } from './text-en.ts';

/** The lab with its English words, so that a page loads no other language. */
export default function IslandEn(props: Omit<HashLabProps, 'text'>) {
  return <Island {...props} text={en} />;
}
