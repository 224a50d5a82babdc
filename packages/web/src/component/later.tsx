/**
 * Components that are loaded when they are first drawn.
 * @module
 */
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<P> {
  load: () => Promise<ComponentType<P>>;
  props: P;
  /** Drawn until it is here, and when it does not come. */
  waiting?: VNode;
  failed?: VNode;
}

/** Draw a component once its code is here. Give it a key: it is loaded once. */
export function Later<P extends object>({ load, props, waiting, failed }: LaterProps<P>) {
  const [loaded, setLoaded] = useState<{ draw: ComponentType<P> } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (draw) => setLoaded({ draw }),
      () => setFailed(true),
    );
  }, []);
  if (hasFailed) return failed ?? null;
  if (!loaded) return waiting ?? null;
  const Loaded = loaded.draw as ComponentType<object>;
  return <Loaded {...props} />;
}
