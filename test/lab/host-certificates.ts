import { createSecureContext, type SecureContext } from 'node:tls';
import { createCertificate } from './certificate.ts';

/**
 * A certificate for each host name, made when it is first asked for. With one certificate for all hosts, a
 * browser would send requests for different hosts over one HTTP/2 connection, and a fault at one service
 * would break another's answer.
 */
export function createHostCertificates() {
  const contexts = new Map<string, SecureContext>();
  return {
    /** The certificate for a client that names no host. */
    any: createCertificate(['localhost']),
    contextFor(host: string): SecureContext {
      const known = contexts.get(host) ?? createSecureContext(createCertificate([host]));
      contexts.set(host, known);
      return known;
    },
  };
}
