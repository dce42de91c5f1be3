/// <reference types="vite/client" />

/** The rows of a message table that the desk says; made by the plugin in `vite.config.ts`. */
declare module 'virtual:messages/*' {
  const table: string
  export default table
}

/** A field that takes a folder; React's types do not know it. */
declare namespace React {
  interface InputHTMLAttributes<T> {
    webkitdirectory?: '' | undefined
  }
}
