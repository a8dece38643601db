import path from 'node:path'

/** The folder of the project. The one file into which `npm start` puts the program lies as deep in it as this one. */
export const root = path.join(import.meta.dirname, '..')
