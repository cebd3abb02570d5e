import { useEffect, useState, type ComponentProps } from 'react';
import { Loading } from '../../ui/loading.js';
import type { QuestionPreview } from '../preview/question-preview.js';

/**
 * What a municipality sees, loaded with the first question that is chosen. Not by React's lazy: where the line is down it would
 * take the editor away with it, and try no more. Here the next question tries again.
 */
export function LazyPreview(props: ComponentProps<typeof QuestionPreview>) {
  const [loaded, setLoaded] = useState<{ readonly Preview: typeof QuestionPreview } | null>(null);
  const { code } = props.question;
  const isLoaded = loaded !== null;
  useEffect(() => {
    if (isLoaded) return;
    let isGone = false;
    import('../preview/question-preview.js').then(
      (preview) => {
        if (!isGone) setLoaded({ Preview: preview.QuestionPreview });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isLoaded, code]);
  return loaded === null ? <Loading /> : <loaded.Preview {...props} />;
}
