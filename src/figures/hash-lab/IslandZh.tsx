import Island, { type HashLabProps } from './Island.tsx';
import { zh } from './text-zh.ts';

/** The lab with its Chinese words, so that a page loads no other language. */
export default function IslandZh(props: Omit<HashLabProps, 'text'>) {
  return <Island {...props} text={zh} />;
}
