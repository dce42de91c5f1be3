/// <reference types="vite/client" />

/** The rows of a message table that the desk says; made by the plugin in `vite.config.ts`. */
declare module 'virtual:messages/*' {
  const table: string
  export default table
}
