declare module 'punycode/punycode.es6.js' {
  /** A host's name in the letters that it was registered with (RFC 3492). */
  export function toUnicode(host: string): string
}
