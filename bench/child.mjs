/** Processes of the bench: started with one JSON argument, they report once and then answer one message at a time. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export async function startChild(file, options, execArgv = []) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(options)], {
    execArgv,
    // Libraries check less in production; that is how services run.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const next = () =>
    new Promise((resolve, reject) => {
      const onExit = (code) => reject(new Error(`${file} ended with ${code}`));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        if (message.error === undefined) resolve(message);
        else reject(new Error(message.error));
      });
    });
  const ready = await next();
  return {
    ...ready,
    ask: (message) => {
      const answer = next();
      child.send(message);
      return answer;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
