import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createConnections } from '../../lab/connections.ts';

test('a request is counted for its connection, which can be reset, also when the client has closed it before', async () => {
  const connections = createConnections();
  const server = createServer(connections.add).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const failed = new Promise((resolve) => client.once('error', resolve));
  await Promise.all([once(server, 'connection'), once(client, 'connect')]);
  const socket = { remotePort: client.localPort };

  expect(connections.serve(socket).served).toBe(0);
  const second = connections.serve(socket);
  expect(second.served).toBe(1);
  second.reset();
  expect(await failed).toMatchObject({ code: 'ECONNRESET' });
  second.reset();
  for (const gone of [{ remotePort: undefined }, undefined]) connections.serve(gone).reset();
  server.close();
});
