import path from 'node:path'
import express, { type RequestHandler } from 'express'

/** Style sheets and fonts, made by `npm run css`. A font never changes under its name; the rest is asked after. */
export const assets = (folder: string): RequestHandler =>
  express.static(folder, {
    index: false,
    setHeaders: (res, file) => {
      const isFont = path.extname(file) === '.woff2'
      res.setHeader('Cache-Control', isFont ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
