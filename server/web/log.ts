import type { Options } from 'pino-http'

/** What is written down of a request: no header, so no cookie, and no query, which may name a party. */
export const logged: Options = {
  autoLogging: { ignore: ({ url = '' }) => url.startsWith('/health') || url.startsWith('/assets') },
  serializers: {
    req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
      id,
      method,
      path: url.split('?')[0],
    }),
    res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  },
}

/** For whatever else logs a request or an answer whole. */
export const redact = ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]']
